import type { Assessment, Report } from '../assess/assessment.ts';
import { makeContext, type Context } from '../assess/context.ts';
import { conceptsOf, type Library } from '../assess/library.ts';
import { traceAt } from '../assess/trace.ts';
import type { Requirement } from '../catalogue/requirement.ts';
import { contains, shift, type Locale, type Span } from '../text/span.ts';
import { authorityOf, type PageLink, verdictOf } from './authority.ts';
import type { FeatureContext } from './context.ts';
import { alsoConsidered } from './trace.ts';

/** What stands behind the clause or the term at `offset` (UTF-16): requirement, authority, verdict. Markdown. */
export function hoverAt(
  { document, report, library }: FeatureContext,
  offset: number,
  locale: Locale,
  link?: PageLink,
): { span: Span; markdown: string } | undefined {
  const at: Span = { start: offset, end: offset };
  const finding = report.findings.find((f) => f.assessment && contains(f.span, at));
  if (finding?.assessment) return answer(finding.assessment, finding.span);
  const passage = passageAt(report.assessments, at);
  if (passage) return answer(passage.assessment, passage.span);
  const term = termAt(makeContext(document, library, []), report, at);
  return (
    term && { span: term.span, markdown: authorityOf(term.requirement, library.catalogue, locale, link) }
  );

  function answer(assessment: Assessment, span: Span) {
    const authority = authorityOf(assessment.requirement, library.catalogue, locale, link);
    const [trace] = traceAt(document, report, library, { start: offset, end: offset + 1 });
    const also = trace && alsoConsidered(trace, assessment.requirement.id, locale);
    const parts = [authority, verdictOf(assessment, locale), ...(also ? [also] : [])];
    return { span, markdown: parts.join('\n\n') };
  }
}

/** Evidence at the place; the clause whose deciding word is under the cursor first, then what the type expects. */
function passageAt(
  assessments: readonly Assessment[],
  at: Span,
): { assessment: Assessment; span: Span } | undefined {
  const here = assessments.flatMap((assessment) =>
    assessment.evidence
      .filter((passage) => contains(passage.span, at))
      .map((passage, index) => ({
        assessment,
        span: passage.span,
        rank:
          (passage.trace.concepts.some((c) => contains(c, at)) ? 8 : 0) +
          (assessment.expected === 'required' ? 4 : assessment.expected === 'optional' ? 2 : 0) +
          (index === 0 ? 1 : 0),
      })),
  );
  return here.sort((a, b) => b.rank - a.rank)[0];
}

function termAt(
  context: Context,
  report: Report,
  at: Span,
): { requirement: Requirement; span: Span } | undefined {
  const terms = new Set(context.library.catalogue.concepts.filter((c) => c.term).map((c) => c.id));
  for (const section of context.sections) {
    const { placed } = section;
    if (at.start < placed.offset || at.start > placed.offset + placed.section.text.length) continue;
    for (const { statement, hits } of section.scan.statements) {
      if (!contains(shift(statement.span, placed.offset), at)) continue;
      for (const [concept, places] of hits.concepts) {
        if (!terms.has(concept)) continue;
        for (const place of places) {
          const span = shift(
            { start: statement.source(place.start), end: statement.source(place.end - 1) + 1 },
            placed.offset,
          );
          const requirement = contains(span, at) ? speaksOf(concept, context.library, report) : undefined;
          if (requirement) return { requirement, span };
        }
      }
    }
  }
  return undefined;
}

/** The requirement a term leads to: one that the document's type expects, first. */
function speaksOf(concept: string, library: Library, report: Report): Requirement | undefined {
  const speaking = library.checked.filter((r) => conceptsOf(r.check).includes(concept));
  const expected = (r: Requirement): number => {
    const found = report.assessments.find((a) => a.requirement.id === r.id)?.expected;
    return found === 'required' ? 2 : found === 'optional' ? 1 : 0;
  };
  return speaking.sort((a, b) => expected(b) - expected(a))[0];
}
