import type { Report } from '../assess/assessment.ts';
import { makeContext, type Context } from '../assess/context.ts';
import type { Library } from '../assess/library.ts';
import type { ReviewSettings } from '../assess/review.ts';
import type { LegalDocument } from '../document/model.ts';

/** A document with its verdict: all that an answer to an editor may look at. */
export interface FeatureContext {
  readonly document: LegalDocument;
  readonly report: Report;
  readonly library: Library;
  readonly settings: ReviewSettings;
}

/** The same document as a check sees it: read as the types of the report. */
export function contextOf({ document, report, library }: FeatureContext): Context {
  const types = library.catalogue.types.filter((type) => report.type.types.includes(type.id));
  return makeContext(document, library, types);
}
