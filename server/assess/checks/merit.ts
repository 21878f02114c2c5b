import type { Part, Way } from '../../catalogue/requirement.ts';
import type { Force } from '../../document/statement.ts';
import { memoized } from '../../text/memo.ts';
import type { ScannedSection } from '../context.ts';
import type { ScannedStatement } from '../scan.ts';
import { has, reachOf } from './reach.ts';

// Which of the passages that are worth the same is the better evidence.

/** What is known of a passage once a way has been tried on it. */
export interface Tried {
  readonly way: Way;
  readonly force: Force;
  /** How many particulars it supplies. */
  readonly supplied: number;
  /** How many places of the way's words it has. */
  readonly places: number;
}

/** How good a passage is as evidence; the outcome comes first, this decides among equals. */
export function meritOf(
  tried: Tried,
  part: Part,
  scanned: ScannedStatement,
  section: ScannedSection,
): number {
  const { way, force, supplied, places } = tried;
  const { statement, hits, under } = scanned;
  const above = section.aboveAt(statement.block.under);
  let merit = supplied * 50 + places * 14 + (weightOf[force] ?? 0);
  // What says the matter in several ways is the clause; what has one word of it may be a mention.
  merit +=
    Math.min(
      4,
      count(wordsOf(part), (id) => hits.has(id)),
    ) * 10;
  if (way.says[0]?.some((id) => under.has(id) || above.has(id))) merit += 30;
  if (way.about.some((id) => has(scanned, id))) merit += 12;
  // Long sentences have many words by chance.
  if (statement.folded.length > reachOf(statement)) merit -= 20;
  // A page lists its ways from the full clause down.
  return merit - 2 * part.ways.indexOf(way);
}

/** A firm word is better evidence than a mere right. */
const weightOf: Readonly<Partial<Record<Force, number>>> = {
  duty: 3,
  weak: -10,
  soft: -10,
  right: -10,
  past: -10,
};

/** All words that the ways of a part ask for; quantities would have to be looked for. */
const wordsOf = memoized((part: Part): readonly string[] => {
  const all = part.ways.flatMap((way) => way.says.flat());
  return [...new Set(all)].filter((id) => !id.startsWith('@'));
});

const count = <T>(items: readonly T[], passes: (item: T) => boolean): number => {
  let found = 0;
  for (const item of items) if (passes(item)) found++;
  return found;
};
