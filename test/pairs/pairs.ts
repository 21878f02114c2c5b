import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Outcome } from '../../server/assess/assessment.ts';
import { makeLibrary, review, type Library } from '../../server/assess/review.ts';
import type { Catalogue, Concept } from '../../server/catalogue/requirement.ts';
import { readDocument } from '../../server/document/document.ts';

/** What each trap must come to. The pairs were written by somebody who had not read the rules. */
export const traps: Readonly<Record<string, readonly Outcome[]>> = {
  good: ['met'],
  paraphrase: ['met'],
  negated: ['missing'],
  'carved-out': ['weak', 'partial', 'missing'],
  hedged: ['weak'],
  'wrong-party': ['missing', 'partial'],
  definition: ['missing'],
  recital: ['missing'],
  'heading-only': ['missing'],
  'false-friend': ['missing'],
};

export interface Pair {
  readonly language: string;
  readonly slug: string;
  readonly trap: string;
  readonly type: string;
  readonly text: string;
}

export interface PairResult extends Pair {
  readonly outcome: Outcome;
  readonly passed: boolean;
  readonly why: string;
}

export function readPairs(folder: string): Pair[] {
  return ['en', 'zh'].flatMap((language) => {
    const place = `${folder}/${language}`;
    if (!existsSync(place)) return [];
    return readdirSync(place).flatMap((name) =>
      pairsIn(readFileSync(`${place}/${name}`, 'utf8'), language, name),
    );
  });
}

function pairsIn(text: string, language: string, name: string): Pair[] {
  const pattern = /^## ([\w-]+)\s+(?:[^`]*?)````markdown ([\w-]+)\n([\s\S]*?)^````/gm;
  return [...text.matchAll(pattern)].map(([, trap = '', type = '', body = '']) => ({
    language,
    slug: name.replace('.md', ''),
    trap,
    type,
    text: body,
  }));
}

export function judgePairs(pairs: readonly Pair[], catalogue: Catalogue<Concept>): PairResult[] {
  const library: Library = makeLibrary(catalogue);
  return pairs.map((pair) => {
    const { assessments } = review(readDocument(pair.text), library, { types: [pair.type], levels: {} });
    const found = assessments.find((a) => a.requirement.id.endsWith(`/${pair.slug}`));
    const outcome = found?.outcome ?? 'not-applicable';
    const why = (found?.evidence[0] ?? found?.nearest[0])?.text ?? '';
    return { ...pair, outcome, passed: traps[pair.trap]?.includes(outcome) ?? false, why };
  });
}

/** Passed and all, by language and trap: `en good` → [30, 31]. */
export function scoreOf(results: readonly PairResult[]): Record<string, [passed: number, all: number]> {
  const score: Record<string, [number, number]> = {};
  for (const { language, trap, passed } of results) {
    const at = (score[`${language} ${trap}`] ??= [0, 0]);
    at[0] += passed ? 1 : 0;
    at[1]++;
  }
  return score;
}
