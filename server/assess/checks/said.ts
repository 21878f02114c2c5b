import type { Part, Way } from '../../catalogue/requirement.ts';
import { memoized } from '../../text/memo.ts';
import type { Context, ScannedSection } from '../context.ts';
import { slotOf } from '../rough.ts';
import { statementsFor, waysFor } from './candidates.ts';
import { keepAnswer, keptAnswer } from './kept.ts';
import { outcomeOf, rank, worse } from './outcomes.ts';
import { sayingOf } from './saying.ts';

/** Whether a section says a part of a requirement, however well; `denied`: it only says that it is not so. */
export type Said = 'said' | 'denied' | 'unsaid';

/** Kept with the section. */
export function saidIn(part: Part, section: ScannedSection, context: Context): Said {
  const known = keptSaid(part, section);
  if (known) return known;
  const ways = waysFor(part, section, context);
  return ways.length === 0 ? 'unsaid' : keepAnswer(saidSlotOf(part), section, look(ways, section, context));
}

/** The answer, if it is known. */
export const keptSaid = (part: Part, section: ScannedSection): Said | undefined =>
  keptAnswer(saidSlotOf(part), section);

/** Another than that of the part's whole answer. */
const saidSlotOf = memoized((part: Part): number => slotOf({ part }));

function look(ways: readonly Way[], section: ScannedSection, context: Context): Said {
  let denied = false;
  for (const way of ways) {
    for (const scanned of statementsFor(way, section)) {
      const saying = sayingOf(scanned, section, way, context);
      if (typeof saying === 'string') continue;
      if (saying.worth === 'denied') denied = true;
      // Particulars only grade what is said.
      else if (rank[worse(saying.worth, outcomeOf(way))] > rank.missing) return 'said';
    }
  }
  return denied ? 'denied' : 'unsaid';
}
