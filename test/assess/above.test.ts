import pages from 'catalogue:pages';
import { expect, test } from 'vitest';
import { makeContext } from '../../server/assess/context.ts';
import { makeLibrary } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));

test('a heading ends those of its level above its section', () => {
  const filler = `${'The parties talked about this and that and came to no other end. '.repeat(32)}\n\n`;
  const text = `# Rules\n\n**Training**\n\n${filler.repeat(4)}It ends.\n\n**Canteen**\n\nLunch is at noon.\n`;
  const { sections } = makeContext(readDocument(text), library, []);
  const last = sections.at(-1);
  const headings = last?.placed.section.headings().map((heading) => heading.text);
  expect(headings).toEqual(['Canteen']);
  expect(last?.above.has('train')).toBe(true);
  expect(last?.aboveAt(-1).has('train')).toBe(true);
  expect(last?.aboveAt(0).has('train')).toBe(false);
});
