import type { ClauseCheck, Part, Particular } from '../../catalogue/requirement.ts';
import type { Context, ScannedSection } from '../context.ts';
import { slotOf } from '../rough.ts';
import { almostSaid } from './almost.ts';
import { answerOf, elsewhere, keptAnswer, type SectionAnswer } from './candidates.ts';
import { particularsOf } from './clause.ts';
import { sectionsSaying } from './where.ts';

// What `judgeClause` would say, as far as the first passage that settles it; a section a step.

export function* isMet(check: ClauseCheck, context: Context): Generator<undefined, boolean> {
  for (const part of check.parts) {
    const met = ({ candidates: [best] }: SectionAnswer): boolean => best?.outcome === 'met';
    if (!(yield* someSection(part, check, context, met))) return false;
  }
  return true;
}

export function* isMissing(check: ClauseCheck, context: Context): Generator<undefined, boolean> {
  let denied = false;
  const said = ({ candidates, denials }: SectionAnswer): boolean => {
    denied ||= denials.length > 0;
    return candidates.length > 0;
  };
  for (const part of check.parts) if (yield* someSection(part, check, context, said)) return false;
  return denied || (yield* almostSaid(check, particularsOf(check, context), context)).length === 0;
}

function* someSection(
  part: Part,
  check: ClauseCheck,
  context: Context,
  settles: (answer: SectionAnswer) => boolean,
): Generator<undefined, boolean> {
  const sections = sectionsSaying(part, context);
  yield;
  if (sections.length === 0) return false;
  const particulars = particularsOf(check, context);
  const found = elsewhere(particulars, context);
  const slot = slotOf(part);
  const unknown: ScannedSection[] = [];
  for (const section of sections) {
    const answer = keptAnswer(slot, found, section);
    if (!answer) unknown.push(section);
    else if (settles(answer)) return true;
  }
  yield;
  for (const section of promisingFirst(unknown, part, particulars)) {
    if (settles(answerOf(part, slot, particulars, found, section, context))) return true;
    yield;
  }
  return false;
}

/** Those that are read first, then those that may hold what a full clause has. */
function promisingFirst(
  sections: readonly ScannedSection[],
  part: Part,
  particulars: readonly Particular[],
): readonly ScannedSection[] {
  if (sections.length < 2) return sections;
  const about = part.ways[0]?.about ?? [];
  const worth = (section: ScannedSection): number => {
    let worth = section.isScanned ? 100 : 0;
    for (const { any } of particulars) if (any.some((id) => section.mayHave(id))) worth += 2;
    if (about.some((id) => section.mayHave(id))) worth++;
    return worth;
  };
  return sections
    .map((section) => ({ section, worth: worth(section) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ section }) => section);
}
