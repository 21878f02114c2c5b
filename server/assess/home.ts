import type { Requirement } from '../catalogue/requirement.ts';
import { fold } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import type { Assessment } from './assessment.ts';
import { isOpeningHeading } from './closing.ts';
import type { Context } from './context.ts';
import { outlineOf, type OutlineEntry } from './outline.ts';
import { titleSpan, type ClausePlace } from './place.ts';
import { conceptsIn } from './concepts.ts';

/**
 * Where a missing clause is written: behind a sister clause, unless that stands under a heading about something else
 * ("Responsibilities", "Purpose"); then beside that heading's part, under a fitting heading, or in a section of its own.
 */
export function homeFor(
  requirement: Requirement,
  assessments: readonly Assessment[],
  context: Context,
): ClausePlace {
  for (const slug of requirement.place.after) {
    const sister = assessments.find((a) => a.requirement.id === `${requirement.pack}/${slug}`);
    const evidence = sister && !sister.missing ? sister.evidence[0] : undefined;
    const home = sister && evidence && besideSister(requirement, sister.requirement, evidence.span, context);
    if (home) return home;
  }
  const heading = fittingHeading(requirement, context);
  if (heading) return { span: heading, by: 'under', after: undefined };
  return { span: titleSpan(context.document), by: 'title', after: undefined };
}

/** Undefined where the sister stands in a section about something else. */
function besideSister(
  own: Requirement,
  sister: Requirement,
  after: Span,
  context: Context,
): ClausePlace | undefined {
  const chain = headingsAbove(after.start, context);
  let strange = false;
  for (const heading of chain) {
    const about = conceptsOn(heading, context);
    const speaksOf = (concepts: readonly string[]): boolean => concepts.some((id) => about.has(id));
    const others = isOpeningHeading(heading.text) || isOthers(about, own, context);
    const isStrange = others || speaksOf(conceptsOf(sister));
    const fits = !others && speaksOf(conceptsOf(own));
    if (strange && (fits || !isStrange))
      return { span: lineOf(heading, context), by: 'within', after: undefined };
    if (fits) break;
    strange ||= isStrange;
  }
  if (strange) return undefined;
  const span = chain[0] ? lineOf(chain[0], context) : titleSpan(context.document);
  return { span, by: 'after', after };
}

/** The innermost first, with what only looks like a heading. */
function headingsAbove(offset: number, { document }: Context): OutlineEntry[] {
  const chain: OutlineEntry[] = [];
  for (const entry of outlineOf(document).toReversed()) {
    if (entry.start > offset || entry.kind === 'clause') continue;
    if (entry.level < (chain.at(-1)?.level ?? 99)) chain.push(entry);
    if (entry.level === 0) break;
  }
  return chain.filter(({ kind }) => kind === 'heading');
}

/** The first heading that fits, and no other requirement better; with what only looks like a heading. */
function fittingHeading(requirement: Requirement, context: Context): Span | undefined {
  const headings = outlineOf(context.document)
    .filter(({ kind, text }) => kind === 'heading' && !isOpeningHeading(text))
    .map((heading) => ({ heading, about: conceptsOn(heading, context) }))
    .filter(({ about }) => !isOthers(about, requirement, context));
  for (const concept of requirement.place.under) {
    const found = headings.find(({ about }) => about.has(concept));
    if (found) return lineOf(found.heading, context);
  }
  return undefined;
}

type Concepts = ReadonlyMap<string, unknown>;

function conceptsOn(heading: OutlineEntry, { library }: Context): Concepts {
  let concepts = kept.get(heading);
  if (!concepts) kept.set(heading, (concepts = conceptsIn(fold(heading.text), library)));
  return concepts;
}

const kept = memo<OutlineEntry, Concepts>();

/** "How we collect information" is about information, but no place for its storage. */
function isOthers(about: Concepts, { id, place }: Requirement, { library }: Context): boolean {
  const others = library.checked.filter(({ id: other }) => other !== id);
  const [first = ''] = place.under;
  const isGeneral = others.filter((other) => other.place.under.includes(first)).length > 2;
  if (about.has(first) && !isGeneral) return false;
  return others.some(({ place: { under } }) => {
    const [its] = under;
    return its !== undefined && about.has(its) && !place.under.includes(its);
  });
}

/** What a requirement is about: its headings, and the words of its ways. */
const conceptsOf = ({ place, check }: Requirement): string[] =>
  check.verb === 'none'
    ? [...place.under]
    : [...place.under, ...check.parts.flatMap(({ ways }) => ways.flatMap(({ says }) => says.flat()))];

const lineOf = ({ start }: OutlineEntry, { document: { lines } }: Context): Span => ({
  start,
  end: lines.endOf(lines.lineAt(start)),
});
