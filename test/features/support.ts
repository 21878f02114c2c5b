import pages from 'catalogue:pages';
import { makeLibrary, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';
import type { FeatureContext } from '../../server/features/context.ts';

export const library = makeLibrary(loadCatalogue(pages));

/** A text as an editor's answer sees it. */
export function featureOf(text: string): FeatureContext {
  const settings = { types: [], levels: {} };
  const document = readDocument(text);
  return { document, report: review(document, library, settings), library, settings };
}
