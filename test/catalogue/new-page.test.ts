import pages from 'catalogue:pages';
import { expect, it } from 'vitest';
import { newPage } from '../../scripts/parts/new-page.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';

it('a new page has the right form, and its own examples fail until it is filled in', () => {
  const path = 'opinions/quite-new.md';
  const others = pages.filter((page) => !page.path.startsWith('opinions/'));
  const page = { path, text: newPage('opinions/quite-new', '2026-11-23') };
  const { requirements, problems } = loadCatalogue([...others, page]);
  const own = problems.filter((problem) => problem.path === path);
  expect(own.map((problem) => problem.message.en)).toEqual([]);
  // Its own law is what fails: the examples say TODO, and so do the words.
  const met = requirements[0]?.examples.filter((example) => example.outcome === 'missing') ?? [];
  expect(met.every((example) => example.text.includes('TODO'))).toBe(true);
});
