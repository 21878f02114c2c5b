import pages from 'catalogue:pages';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { corpusDocuments, exampleDocuments } from '../../scripts/parts/documents.ts';
import { told } from '../../scripts/parts/told.ts';
import { makeLibrary } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));
const root = join(import.meta.dirname, '../..');
const corpus = corpusDocuments(root);
if (corpus.length === 0) console.log('skipped: no ../shared (0 of 177 documents judged)');

test('judging as far as the findings need gives the findings of judging all', { timeout: 240_000 }, () => {
  const types = library.catalogue.types.map(({ id }) => id);
  [...exampleDocuments(root), ...corpus].forEach(({ file, text }, index) => {
    // As guessed or declared, and as some type that it may not be.
    for (const given of [[], [types[index % types.length] ?? '']])
      expect([file, told(readDocument(text), library, given, 'findings')]).toEqual([
        file,
        told(readDocument(text), library, given, 'all'),
      ]);
  });
});
