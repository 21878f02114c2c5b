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
