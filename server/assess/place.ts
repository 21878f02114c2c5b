import type { Requirement } from '../catalogue/requirement.ts';
import type { LegalDocument } from '../document/model.ts';
import { memo } from '../text/memo.ts';
import { shift, type Span } from '../text/span.ts';
import type { Assessment } from './assessment.ts';
import type { Context } from './context.ts';
import { headingConcepts } from './concepts.ts';

/** Where a clause that is missing belongs. */
export interface ClausePlace {
  /** The heading (or the title) on which to show it. */
  readonly span: Span;
  /** Found by: a sister clause that it should follow, a fitting heading (`within`: one whose parts are headings), or nothing; `behind`: chosen, the very passage. */
  readonly by: 'after' | 'under' | 'within' | 'title' | 'behind';
  /** For `after` and `behind`: the evidence it should follow. */
  readonly after: Span | undefined;
}

export function placeFor(
  requirement: Requirement,
  assessments: readonly Assessment[],
  context: Context,
): ClausePlace {
  for (const slug of requirement.place.after) {
    const sister = assessments.find((a) => a.requirement.id === `${requirement.pack}/${slug}`);
    const evidence = sister && !sister.missing ? sister.evidence[0] : undefined;
    const heading = evidence && headingAbove(evidence.span.start, context);
    if (evidence && heading) return { span: heading, by: 'after', after: evidence.span };
  }
  const heading = fittingHeading(requirement, context);
  if (heading) return { span: heading, by: 'under', after: undefined };
  return { span: titleSpan(context.document), by: 'title', after: undefined };
}

function fittingHeading(requirement: Requirement, context: Context): Span | undefined {
  for (const concept of requirement.place.under) {
    const heading = headingOn(concept, context);
    if (heading) return heading;
  }
  return undefined;
}

/** The first heading with a concept, the title aside. */
function headingOn(concept: string, context: Context): Span | undefined {
  const { sections } = context;
  let known = headings.get(sections);
  if (!known) headings.set(sections, (known = new Map<string, Span | undefined>()));
  if (!known.has(concept)) known.set(concept, findHeading(concept, context));
  return known.get(concept);
}

const headings = memo<Context['sections'], Map<string, Span | undefined>>();

function findHeading(concept: string, context: Context): Span | undefined {
  for (const section of context.sections) {
    if (!section.has(concept)) continue;
    const { placed } = section;
    const heading = placed.section
      .headings()
      .find(
        (h) =>
          headingConcepts(h, context.library).has(concept) && !isTitle(shift(h.span, placed.offset), context),
      );
    if (heading) return shift(heading.span, placed.offset);
  }
  return undefined;
}

const isTitle = (span: Span, { document }: Context): boolean => document.title?.span.start === span.start;

function headingAbove(offset: number, { sections }: Context): Span | undefined {
  const at = sections.findLast(({ placed }) => placed.offset <= offset);
  if (!at) return undefined;
  const own = at.placed.section.headings().findLast((h) => at.placed.offset + h.span.start <= offset);
  return own && shift(own.span, at.placed.offset);
}

/** The title, else the first line that is not blank. */
export function titleSpan(document: LegalDocument): Span {
  if (document.title) return document.title.span;
  const from = document.sections[0]?.offset ?? 0;
  const start = from + Math.max(0, document.text.slice(from).search(/\S/));
  return { start, end: document.lines.endOf(document.lines.lineAt(start)) };
}
