import pages from 'catalogue:pages';
import { describe, expect, test } from 'vitest';
import { makeLibrary, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));

/** What is told, and what is suppressed, of a text read as these types. */
function findingsIn(text: string, types: readonly string[]) {
  const { findings } = review(readDocument(text), library, { types, levels: {} });
  return {
    told: findings.filter((f) => !f.suppressed).map(({ message }) => message.en),
    suppressed: findings.filter((f) => f.suppressed).map(({ code }) => code),
  };
}

test.each([
  [
    'a wrapped paragraph',
    'We like privacy. We keep it in mind.\nWe keep personal information\nfor as long as necessary.\n',
  ],
  [
    'a table',
    '| Matter | Rule |\n| --- | --- |\n| Use | We like privacy. |\n| Storage | We keep personal information for as long as necessary. |\n',
  ],
])('a suppression above %s reaches all of its lines', (_, block) => {
  const id = 'opinions/pi-destruction';
  const text = `# Privacy policy\n\nWe like privacy.\n\n<!-- clausecheck-disable-next-line ${id} -- see the annex -->\n\n${block}`;
  const { told, suppressed } = findingsIn(text, ['privacy-policy']);
  expect(suppressed).toEqual([id]);
  expect(told.filter((message) => message.startsWith('This suppression'))).toEqual([]);
});

test.each([
  ['opinions/pi-storage', []],
  ['opinions', []],
  [
    'pi-storage',
    ['This suppression names no requirement: "pi-storage"; did you mean "opinions/pi-storage"?'],
  ],
  [
    'opinions/pi-storge',
    ['This suppression names no requirement: "opinions/pi-storge"; did you mean "opinions/pi-storage"?'],
  ],
])('a suppression of %s in a document of no type', (named, expected) => {
  const text = `# Notes\n\n<!-- clausecheck-disable ${named} -- see the annex -->\n\nText.\n`;
  expect(findingsIn(text, []).told).toEqual(expected);
});

describe('a suppression in a training policy without training', () => {
  const said = 'All staff are trained in information security every year.';
  const lunch = 'Lunch is at noon.';
  test.each([
    ['stops its finding', 'opinions/security-training', lunch, ['opinions/security-training'], undefined],
    ['as one of its pack', 'opinions', lunch, ['opinions/security-training'], undefined],
    ['of what is there', 'opinions/security-training', said, [], 'opinions/security-training'],
    ['of what is not expected', 'opinions/pi-storage', lunch, [], 'opinions/pi-storage'],
  ])('%s', (_, named, text, suppressed, unused) => {
    const found = findingsIn(
      `# Training policy\n\n<!-- clausecheck-disable ${named} -- see the annex -->\n\n${text}\n`,
      ['training-policy'],
    );
    expect(found.suppressed.filter((code) => code === 'opinions/security-training')).toEqual(suppressed);
    expect(found.told.filter((message) => message.startsWith('This suppression'))).toEqual(
      unused === undefined ? [] : [`This suppression stops no finding of ${unused}: it can be removed.`],
    );
  });
});
