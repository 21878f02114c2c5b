import pages from 'catalogue:pages';
import { expect, test } from 'vitest';
import { makeLibrary, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import type { Level } from '../../server/catalogue/requirement.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));

/** The levels at which a text is told of `code`, with these levels set. */
function levelsOf(code: string, text: string, levels: Readonly<Record<string, Level>>): string[] {
  const { findings } = review(readDocument(text), library, { types: [], levels });
  return findings.filter((finding) => finding.code === code).map(({ level }) => level);
}

const declared = (said: string): string =>
  `---\nclausecheck: { type: privacy-policy }\n---\n\n# Privacy policy\n\n${said}\n`;
const kept = declared('We keep personal information for as long as necessary.');
const onRequest = declared('We delete your personal information on request.');
const silent = declared('We like privacy.');

test.each([
  ['type-guessed', '# Privacy policy\n\nWe like privacy.\n', 'information'],
  ['often-found', silent, 'hint'],
  ['declaration', '---\nclausecheck: { type: privcy-policy }\n---\n\n# Notes\n', 'warning'],
  ['unused-suppression', `${silent}\n<!-- clausecheck-disable declaration -- none yet -->\n`, 'information'],
  ['not-checked', declared('Nous aimons la vie privée de nos clients.\n\n'.repeat(20)), 'warning'],
] as const)('%s is told at the level that is set for it', (code, text, usual) => {
  expect(levelsOf(code, text, {})).toEqual([usual]);
  expect(levelsOf(code, text, { [code]: 'error' })).toEqual(['error']);
  expect(levelsOf(code, text, { [code]: 'off' })).toEqual([]);
});

test.each([
  ['is complete', 'All staff are trained in information security every year.', [], true],
  ['is weak', 'Staff should be trained in information security where possible.', [], true],
  ['lacks a clause', 'Lunch is at noon.', ['information'], false],
] as const)(
  'a guess that is made an error is told of every document: one that %s',
  (_, text, usual, whole) => {
    const code = 'type-guessed';
    const policy = `# Security training policy\n\n${text}\n`;
    expect(levelsOf(code, policy, {})).toEqual(usual);
    for (const level of ['error', 'warning'] as const)
      expect(levelsOf(code, policy, { [code]: level })).toEqual([level]);
    for (const level of ['information', 'hint'] as const)
      expect(levelsOf(code, policy, { [code]: level })).toEqual(whole ? [] : [level]);
    // Who says what it is, or what cannot be guessed, is not told.
    const declared = `---\nclausecheck: { type: training-policy }\n---\n\n${policy}`;
    expect(levelsOf(code, declared, { [code]: 'error' })).toEqual([]);
    expect(levelsOf(code, `# Notes\n\n${text}\n`, { [code]: 'error' })).toEqual([]);
  },
);

const id = 'opinions/pi-destruction';
test.each([
  ['missing', silent, {}, 'warning'],
  ['weak', kept, {}, 'information'],
  ['partial', onRequest, {}, 'information'],
  ['missing, for its pack', silent, { opinions: 'error' }, 'error'],
  ['weak, for its pack', kept, { opinions: 'error' }, 'information'],
  ['partial, for its pack', onRequest, { opinions: 'error' }, 'information'],
  ['missing, for itself', silent, { [id]: 'error' }, 'error'],
  ['weak, for itself', kept, { [id]: 'error' }, 'error'],
  ['partial, for itself', onRequest, { [id]: 'error' }, 'warning'],
  ['partial, for itself a warning', onRequest, { [id]: 'warning' }, 'information'],
  ['weak, for itself within its pack', kept, { opinions: 'off', [id]: 'hint' }, 'hint'],
] as const)('the level of a requirement: %s', (_, text, levels, level) => {
  expect(levelsOf(id, text, levels)).toEqual([level]);
});
