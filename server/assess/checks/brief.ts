import type { ClauseCheck, Part, Particular } from '../../catalogue/requirement.ts';
import type { Context, ScannedSection } from '../context.ts';
import { slotOf } from '../rough.ts';
import { almostSaid } from './almost.ts';
import { answerOf, elsewhere, type SectionAnswer } from './candidates.ts';
import { particularsOf } from './clause.ts';
import { keptAnswer } from './kept.ts';
import { keptSaid, saidIn, type Said } from './said.ts';
import { sectionsSaying } from './where.ts';

// What `judgeClause` would say, as far as the first passage that settles it; a section a step.

export function* isMissing(check: ClauseCheck, context: Context): Generator<undefined, boolean> {
  let denied = false;
  const settles = (said: Said): boolean => {
    denied ||= said === 'denied';
    return said === 'said';
  };
  for (const part of check.parts) {
    const known = (section: ScannedSection): Said | undefined => keptSaid(part, section);
    const ask = (section: ScannedSection): Said => saidIn(part, section, context);
    if (yield* someSection(part, [], context, known, ask, settles)) return false;
  }
  return denied || (yield* almostSaid(check, particularsOf(check, context), context)).length === 0;
}

export function* isMet(check: ClauseCheck, context: Context): Generator<undefined, boolean> {
  const particulars = particularsOf(check, context);
  const found = elsewhere(particulars, context);
  const settles = ({ candidates: [best] }: SectionAnswer): boolean => best?.outcome === 'met';
  for (const part of check.parts) {
    const slot = slotOf(part);
    const known = (section: ScannedSection): SectionAnswer | undefined => keptAnswer(slot, section, found);
    const ask = (section: ScannedSection): SectionAnswer =>
      answerOf(part, slot, particulars, found, section, context);
    if (!(yield* someSection(part, particulars, context, known, ask, settles))) return false;
  }
  return true;
}

/** Whether the answer of some section settles it; those that are known are asked first. */
function* someSection<Answer>(
  part: Part,
  particulars: readonly Particular[],
  context: Context,
  known: (section: ScannedSection) => Answer | undefined,
  ask: (section: ScannedSection) => Answer,
  settles: (answer: Answer) => boolean,
): Generator<undefined, boolean> {
  const unknown: ScannedSection[] = [];
  for (const section of sectionsSaying(part, context)) {
    const answer = known(section);
    if (answer === undefined) unknown.push(section);
    else if (settles(answer)) return true;
  }
  yield;
  for (const section of promisingFirst(unknown, part, particulars)) {
    if (settles(ask(section))) return true;
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
  const about = part.ways[0]?.about;
  const worth = (section: ScannedSection): number => {
    let worth = section.isScanned ? 100 : 0;
    for (const { any } of particulars) if (section.rough.hasOne(any)) worth += 2;
    if (about && section.rough.hasOne(about)) worth++;
    return worth;
  };
  return sections
    .map((section) => ({ section, worth: worth(section) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ section }) => section);
}
