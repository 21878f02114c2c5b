import pages from 'catalogue:pages';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corpusDocuments, exampleDocuments } from '../../scripts/parts/documents.ts';
import { told } from '../../scripts/parts/told.ts';
import { makeLibrary } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';
import type { LegalDocument } from '../../server/document/model.ts';
import { runs } from '../runs.ts';

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

/** Puts a paragraph, or another document's lines, in the place of some lines. */
const edits = fc.array(
  fc.record({ at: fc.nat(400), gone: fc.nat(30), from: fc.nat(400), lines: fc.nat(25) }),
  { minLength: 1, maxLength: 8 },
);

test('findings of a text that was edited are those of the text as it is', { timeout: 240_000 }, () => {
  const examples = exampleDocuments(root).map(({ text }) => text.split('\n'));
  const other = makeLibrary(library.catalogue);
  fc.assert(
    fc.property(fc.nat(examples.length - 1), fc.nat(examples.length - 1), edits, (one, two, chain) => {
      let lines = examples[one] ?? [];
      const source = examples[two] ?? [];
      let document: LegalDocument | undefined = readDocument(lines.join('\n'));
      told(document, library, ['service-contract'], 'findings');
      for (const { at, gone, from, lines: count } of chain) {
        const start = at % (lines.length + 1);
        const first = from % source.length;
        lines = [
          ...lines.slice(0, start),
          ...source.slice(first, first + count),
          ...lines.slice(start + gone),
        ];
        const text = lines.join('\n');
        document = readDocument(text, document);
        expect(told(document, library, ['service-contract'], 'findings')).toEqual(
          told(readDocument(text), other, ['service-contract'], 'findings'),
        );
      }
    }),
    runs(60),
  );
});
