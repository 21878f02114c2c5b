import type { Part } from '../../catalogue/requirement.ts';
import { memoized } from '../../text/memo.ts';
import type { Context, ScannedSection } from '../context.ts';
import { slotOf } from '../rough.ts';
import { mayAnswer, statementsFor } from './candidates.ts';
import { rank, worse } from './outcomes.ts';
import { sayingOf } from './saying.ts';

/** Whether a section says a part of a requirement, however well; `denied`: it only says that it is not so. */
export type Said = 'said' | 'denied' | 'unsaid';

/** Kept with the section for as long as what it is judged by stays the same. */
export function saidIn(part: Part, section: ScannedSection, context: Context): Said {
  const known = keptSaid(part, section);
  if (known) return known;
  if (!part.ways.some((way) => mayAnswer(way, section, context))) return 'unsaid';
  const said = look(part, section, context);
  section.rough.kept.set(saidSlotOf(part), { frame: section.frame, said } satisfies KeptSaid);
  return said;
}

/** The answer, if it is known. */
export function keptSaid(part: Part, section: ScannedSection): Said | undefined {
  const kept = section.rough.kept.get(saidSlotOf(part)) as KeptSaid | undefined;
  // The frame costs something the first time.
  return kept && kept.frame === section.frame ? kept.said : undefined;
}

interface KeptSaid {
  readonly frame: string;
  readonly said: Said;
}

/** Another than that of the part's whole answer. */
const saidSlotOf = memoized((part: Part): number => slotOf({ part }));

function look(part: Part, section: ScannedSection, context: Context): Said {
  let denied = false;
  for (const way of part.ways) {
    for (const scanned of statementsFor(way, section, context)) {
      const saying = sayingOf(scanned, section, way, context);
      if (typeof saying === 'string') continue;
      if (saying.worth === 'denied') denied = true;
      // Particulars only grade what is said.
      else if (rank[worse(saying.worth, way.gives)] > rank.missing) return 'said';
    }
  }
  return denied ? 'denied' : 'unsaid';
}
