import pages from 'catalogue:pages';
import { expect, it } from 'vitest';
import { newPage } from '../../scripts/parts/new-page.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';

it('a new page has the right form, and is refused until its concepts are named', () => {
  const path = 'opinions/quite-new.md';
  const others = pages.filter((page) => !page.path.startsWith('opinions/'));
  const page = { path, text: newPage('opinions/quite-new', '2026-11-23') };
  const { requirements, problems } = loadCatalogue([...others, page]);
  const own = problems.filter((problem) => problem.path === path);
  expect(own.map((problem) => problem.message.en)).toEqual([
    expect.stringContaining('Unknown concept "todo-act"'),
    expect.stringContaining('Unknown concept "todo-object"'),
  ]);
  expect(requirements).toEqual([]);
});
