import type { ClauseCheck, Part } from '../../catalogue/requirement.ts';
import type { Context, ScannedSection } from '../context.ts';
import { answerOf, elsewhere, type SectionAnswer } from './candidates.ts';
import { slotOf } from '../rough.ts';
import { particularsOf } from './clause.ts';

// What `judgeClause` would say, as far as the first passage that settles it.

export const isMet = (check: ClauseCheck, context: Context): boolean =>
  check.parts.every((part) =>
    someSection(part, check, context, ({ candidates: [best] }) => best?.outcome === 'met'),
  );

export const isMissing = (check: ClauseCheck, context: Context): boolean =>
  !check.parts.some((part) => someSection(part, check, context, ({ candidates }) => candidates.length > 0));

function someSection(
  part: Part,
  check: ClauseCheck,
  context: Context,
  settles: (answer: SectionAnswer) => boolean,
): boolean {
  const particulars = particularsOf(check, context);
  const found = elsewhere(particulars, context);
  const slot = slotOf(part);
  const says = (section: ScannedSection): boolean =>
    settles(answerOf(part, slot, particulars, found, section, context));
  return (
    context.sections.some((section) => section.isScanned && says(section)) ||
    context.sections.some((section) => !section.isScanned && says(section))
  );
}
