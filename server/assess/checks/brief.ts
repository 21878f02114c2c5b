import type { ClauseCheck, Part, Particular } from '../../catalogue/requirement.ts';
import type { Context, ScannedSection } from '../context.ts';
import { answerOf, elsewhere, type SectionAnswer } from './candidates.ts';
import { slotOf } from '../rough.ts';
import { particularsOf } from './clause.ts';
import { sectionsSaying } from './where.ts';

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
  return promisingFirst(sectionsSaying(part, context), part, particulars).some((section) =>
    settles(answerOf(part, slot, particulars, found, section, context)),
  );
}

/** Those that cost little first, then those that may hold what a full clause has. */
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
