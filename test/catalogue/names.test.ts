import pages from 'catalogue:pages';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../server/catalogue/library.ts';

const { concepts } = loadCatalogue(pages);
const folder = new URL('../../server/catalogue/vocabulary/', import.meta.url);

test.each(readdirSync(folder))('every concept of %s is called by a name', (page) => {
  // Without one it would be told by its id, and in Chinese by its first phrase.
  const text = readFileSync(new URL(page, folder), 'utf8');
  const headings = [...text.matchAll(/^## (\S+)\r?\n(- name: )?/gm)];
  expect(headings.length).toBeGreaterThan(0);
  expect(headings.flatMap(([, id, name]) => (name ? [] : [id]))).toEqual([]);
});

test.each([
  ['English', ({ name }: (typeof concepts)[number]) => /^[^\p{Script=Han}…|()]+$/u.test(name.en)],
  ['Chinese', ({ name }: (typeof concepts)[number]) => /^[^…|()]*\p{Script=Han}[^…|()]*$/u.test(name.zh)],
] as const)('a name in %s is in words', (_, isReadable) => {
  expect(concepts.filter((concept) => !isReadable(concept)).map(({ id, name }) => [id, name])).toEqual([]);
});
