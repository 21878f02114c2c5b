import pages from 'catalogue:pages';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpusDocuments, exampleDocuments } from '../../scripts/parts/documents.ts';
import { makeLibrary, noSettings, review } from '../../server/assess/review.ts';
import { roughConcepts } from '../../server/assess/rough.ts';
import { scanSection } from '../../server/assess/scan.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';
import { quantityKinds } from '../../server/document/quantities.ts';
import { runs } from '../runs.ts';

const library = makeLibrary(loadCatalogue(pages));
const root = join(import.meta.dirname, '../..');
const examples = exampleDocuments(root);
const corpus = corpusDocuments(root);
if (corpus.length === 0) console.log('skipped: no ../shared (0 of 177 documents judged)');

/** Concepts that reading finds in a section and its bare text does not. */
function overlooked(text: string): string[] {
  return readDocument(text).sections.flatMap(({ section }) => {
    const rough = roughConcepts(section, library);
    const { concepts } = scanSection(section, library);
    return [...library.catalogue.concepts.map(({ id }) => id), ...quantityKinds.map((kind) => `@${kind}`)]
      .filter((id) => concepts.has(id) && !rough.has(id))
      .map((id) => `${id}: ${section.text.slice(0, 200)}`);
  });
}

describe('what is not read changes nothing', { timeout: 240_000 }, () => {
  test('the bare text holds every phrase of the prose', () => {
    expect([...examples, ...corpus].flatMap(({ text }) => overlooked(text))).toEqual([]);
  });

  const words = ['personal information', 'data', 'breach', 'notify', 'security', 'encrypt', 'cyber-security'];
  const piece = fc.oneof(
    fc.constantFrom(...words, '个人信息', '泄露', '通知', '网络安全', '删除', '加密'),
    fc.constantFrom(
      ' ',
      '\n',
      '\n\n',
      '-',
      '. ',
      '；',
      '  \n',
      '\n> ',
      '\n- ',
      '\n    ',
      '\n1. ',
      '\n| ',
      ' | ',
    ),
    fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '~~',
      '[',
      ']',
      '](x)',
      '![',
      '<b>',
      '</b>',
      '<br>',
      '<td>',
      '<!-- ',
    ),
    fc.constantFrom(
      '&nbsp;',
      '&amp;',
      '\\',
      '\n47\n',
      '\n- 3 -\n',
      '\n|---|---|\n',
      '\n```\n',
      '#',
      '\n# ',
      '{x}',
    ),
    fc.constantFrom(
      '[^1]',
      '\n\n[^1]: ',
      '\u200b',
      '\u3000',
      '-->',
      '<del>',
      '</del>',
      '\n+--+--+\n',
      '《',
      '》',
    ),
    fc.constantFrom(
      '](breach)',
      '[data](security "notify")',
      '![data](breach)',
      '<b title="data breach">',
      '<https://x.org/data-breach>',
      '<!-- data breach -->',
      '{% notify data %}',
      '{% ',
      ' %}',
      '{: data}',
      ']{.mark}',
      '{{#if}}',
      '{.x}',
      '\n5\n6\n',
      '<td>',
      '\f',
    ),
  );
  test('whatever the text is made of', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        expect(overlooked(pieces.join(''))).toEqual([]);
      }),
      runs(5000),
    );
  });

  test.each(['通知\n47\n<br>个人信息', '通知\n47\n<b></b>\n个人信息'])(
    'what was overlooked once: %j',
    (text) => {
      expect(overlooked(text)).toEqual([]);
    },
  );

  test.each(['>', '*', '_', '[', '![', '<!-- ', '\n47', 'a_', '{{', '`', '\\'])(
    'a long run of %j is soon gone through',
    (mark) => {
      expect(overlooked(`notify ${mark.repeat(200_000)} breach`)).toEqual([]);
    },
  );

  test.each([
    ['examples', examples],
    ['real documents', corpus],
  ])('reports equal those of full parsing: %s', (_, documents) => {
    for (const { file, text } of documents) {
      for (const which of ['expected', 'all'] as const) {
        const fast = review(readDocument(text), library, noSettings, which);
        const full = review(readDocument(text, undefined, 'parser'), library, noSettings, which);
        expect(JSON.stringify(fast) === JSON.stringify(full), file).toBe(true);
      }
    }
  });
});
