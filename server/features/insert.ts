import { draftClause } from '../assess/draft.ts';
import { insertionEdits, repairsFor, type Edit } from '../assess/fixes.ts';
import { itemOf } from '../catalogue/items.ts';
import type { ClausePosition } from '../catalogue/requirement.ts';
import type { Language } from '../document/prose.ts';
import type { Locale } from '../text/span.ts';
import { contextOf, type FeatureContext } from './context.ts';

/** A model clause that can be inserted. */
export interface Insertable {
  readonly id: string;
  readonly title: string;
  /** The title in the other language. */
  readonly other: string;
  /** The draft in the words of the document. */
  readonly draft: string;
  /** What one may yield to in a negotiation, where the page has such a position. */
  readonly fallback: string | undefined;
  readonly group: string;
}

/** Every model clause in the words of the document: what its type expects and lacks first. */
export function insertable(feature: FeatureContext, locale: Locale): Insertable[] {
  const { document, library, report } = feature;
  const context = contextOf(feature);
  const language: Language = document.language === 'mixed' ? locale : document.language;
  const rank = new Map(
    report.assessments.map((a) => [
      a.requirement.id,
      (a.outcome === 'missing' ? 0 : 3) + { required: 0, optional: 1, no: 2 }[a.expected],
    ]),
  );
  return library.checked
    .toSorted((a, b) => (rank.get(a.id) ?? 9) - (rank.get(b.id) ?? 9))
    .flatMap((requirement) => {
      const draft = draftClause(requirement, language, context);
      if (!draft) return [];
      return [
        {
          id: requirement.id,
          title: requirement.title[locale],
          other: requirement.title[locale === 'zh' ? 'en' : 'zh'],
          draft: draft.plain.trim(),
          fallback: draftClause(requirement, language, context, 'fallback')?.plain.trim(),
          group: itemOf(requirement).title[locale],
        },
      ];
    });
}

/**
 * The edits that make the document say what a requirement expects: its clause mended, else the model clause. A
 * fallback position is inserted as it is.
 */
export function clauseEdits(
  feature: FeatureContext,
  id: string,
  position: ClausePosition = 'model',
): readonly Edit[] {
  const requirement = feature.library.requirement(id);
  if (!requirement) return [];
  const context = contextOf(feature);
  const { assessments } = feature.report;
  if (position === 'fallback') return insertionEdits(requirement, assessments, context, position);
  const assessment = assessments.find((a) => a.requirement.id === id);
  if (assessment && (assessment.outcome === 'partial' || assessment.outcome === 'weak')) {
    const repair = repairsFor(assessment, assessments, context)[0];
    if (repair) return repair.edits;
  }
  return insertionEdits(requirement, assessments, context);
}
