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

const catalogue = loadCatalogue(pages);
const library = makeLibrary(catalogue);
/** Of what is judged with one library, nothing is known to the other. */
const other = makeLibrary(catalogue);
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

/** Judges a text after each edit, with what is known of it before, and as if it were new. */
function judgeEach(texts: readonly string[]): void {
  let document: LegalDocument | undefined;
  for (const text of texts) {
    document = readDocument(text, document);
    expect(told(document, library, ['service-contract'], 'findings')).toEqual(
      told(readDocument(text), other, ['service-contract'], 'findings'),
    );
  }
}

const examples = exampleDocuments(root).map(({ text }) => text.split('\n'));

test('findings of a text that was edited are those of the text as it is', { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(fc.nat(examples.length - 1), fc.nat(examples.length - 1), edits, (one, two, chain) => {
      let lines = examples[one] ?? [];
      const source = examples[two] ?? [];
      const texts = [lines.join('\n')];
      for (const { at, gone, from, lines: count } of chain) {
        const start = at % (lines.length + 1);
        const first = from % source.length;
        lines = [
          ...lines.slice(0, start),
          ...source.slice(first, first + count),
          ...lines.slice(start + gone),
        ];
        texts.push(lines.join('\n'));
      }
      judgeEach(texts);
    }),
    runs(60),
  );
});

/** Sections that say little without their headings. */
const headings = [
  'Personal information',
  'Goods',
  'Security incidents',
  'Security of the systems',
  'Staff',
  '个人信息',
  '货物',
];
const sentences = [
  'The Supplier shall delete all of it within 30 days after the end of this agreement.',
  'The Supplier shall keep it in Germany for two years, encrypted.',
  'The Supplier shall use it only to perform this agreement and shall not disclose it to others.',
  'The Supplier shall tell the Customer within 24 hours.',
  'The Customer may audit this once a year.',
  'The head of operations is responsible for it.',
  '乙方应当在合同终止后30日内全部删除。',
  'Invoices are paid within 30 days.',
];
const part = fc.record({
  level: fc.integer({ min: 1, max: 3 }),
  heading: fc.constantFrom(...headings),
  sentence: fc.constantFrom(...sentences),
});

test('… also where headings above change what sections speak of', { timeout: 240_000 }, () => {
  const change = fc.record({
    at: fc.nat(100),
    part,
    key: fc.constantFrom('level', 'heading', 'sentence', 'new', 'gone', 'title'),
  });
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 3, maxLength: 14 }),
      fc.array(change, { maxLength: 8 }),
      (parts, changes) => {
        const all = parts.map((part) => ({ ...part }));
        let title = '';
        const written = (): string =>
          [
            ...(title ? [`---\ntitle: ${title}\n---`] : []),
            '# Service agreement',
            ...all.map(
              ({ level, heading, sentence }) => `${'#'.repeat(level + 1)} ${heading}\n\n${sentence}`,
            ),
          ].join('\n\n');
        const texts = [written()];
        for (const { at, part, key } of changes) {
          const index = at % (all.length + 1);
          const old = all[index];
          if (key === 'title') title = title ? '' : part.heading;
          else if (key === 'new' || !old) all.splice(index, 0, part);
          else if (key === 'gone') all.splice(index, 1);
          else all[index] = { ...old, [key]: part[key] };
          texts.push(written());
        }
        judgeEach(texts);
      },
    ),
    runs(150),
  );
});
