import { noSettings, review, type Library } from '../../server/assess/review.ts';
import type { LegalDocument } from '../../server/document/model.ts';

/** What is told of a document, without what waits to be asked for: to compare two ways of judging. */
export const told = (
  document: LegalDocument,
  library: Library,
  types: readonly string[],
  which: 'all' | 'findings',
): readonly object[] =>
  review(document, library, { ...noSettings, types }, which).findings.map(({ assessment, ...finding }) => ({
    ...finding,
    outcome: assessment?.outcome,
    lacking: assessment?.lacking,
  }));
