import pages from 'catalogue:pages';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeLibrary, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';

/** A passage and what a reader says of it; `held` ones were kept from those who widen the rules. */
interface Passage {
  readonly requirement: string;
  readonly type: string;
  readonly title: string;
  readonly text: string;
  readonly verdict: 'met' | 'partial' | 'weak' | 'missing';
  readonly half: 'seen' | 'held';
}

const library = makeLibrary(loadCatalogue(pages));
const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const reached = JSON.parse(read('reached.json')) as Record<string, Record<string, number>>;

const banks = ['', '-second'].flatMap((kind) => [`en${kind}`, `zh${kind}`]);
for (const kind of ['wordings', 'senses', 'trials']) banks.push(`${kind}-en`, `${kind}-zh`);

/** How many passages of each verdict are judged as the reader does. */
function agreed(name: string, half: Passage['half']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of read(`${name}.jsonl`).trim().split('\n')) {
    const passage = JSON.parse(line) as Passage;
    if (passage.half !== half) continue;
    const document = readDocument(`# ${passage.title}\n\n${passage.text}\n`);
    const { assessments } = review(document, library, { types: [passage.type], levels: {} });
    const found = assessments.find((a) => a.requirement.id === `opinions/${passage.requirement}`);
    expect(found, passage.requirement).toBeDefined();
    counts[passage.verdict] = (counts[passage.verdict] ?? 0) + (found?.outcome === passage.verdict ? 1 : 0);
  }
  return counts;
}

describe('passages in many wordings', { timeout: 60_000 }, () => {
  test.each(banks)('%s: no fewer are judged as a reader does', (name) => {
    for (const half of ['seen', 'held'] as const) {
      const now = agreed(name, half);
      console.log(`${name} ${half}: ${JSON.stringify(now)}`);
      for (const [verdict, least] of Object.entries(reached[`${name} ${half}`] ?? {}))
        expect(now[verdict], `${name} ${half} ${verdict}`).toBeGreaterThanOrEqual(least);
    }
  });
});
