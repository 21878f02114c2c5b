import pages from 'catalogue:pages';
import { expect, test } from 'vitest';
import { wordTableOf } from '../../server/assess/library.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { pack, unpack } from '../../server/catalogue/packed.ts';
import { pagesOf } from '../../server/catalogue/pages-of.ts';
import { splitCatalogue } from '../../server/catalogue/ready.ts';

const catalogue = loadCatalogue(pages);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a packed catalogue comes out as it went in, wherever the bytes stand', () => {
  const table = wordTableOf(catalogue);
  const bytes = pack(splitCatalogue(catalogue), table);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  for (const given of [bytes, shifted.subarray(1)]) {
    const packed = unpack(given);
    expect(plain(packed.catalogue)).toEqual(plain(catalogue));
    const { tokens, ...lists } = packed.words;
    expect(tokens).toEqual(table.tokens);
    for (const [list, values] of Object.entries(lists))
      expect([list, Array.from(values)]).toEqual([list, Array.from(table[list as keyof typeof lists])]);
  }
});

test('the pages can be taken apart again', () => {
  expect(plain(loadCatalogue(pagesOf(catalogue)))).toEqual(plain(catalogue));
});
