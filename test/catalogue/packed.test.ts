import pages from 'catalogue:pages';
import { expect, test } from 'vitest';
import { wordTableOf } from '../../server/assess/library.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { phraseCountsOf } from '../../server/catalogue/packed-concepts.ts';
import { pack, unpack } from '../../server/catalogue/packed.ts';
import { pagesOf } from '../../server/catalogue/pages-of.ts';
import type { ConceptName } from '../../server/catalogue/requirement.ts';
import { splitCatalogue } from '../../server/catalogue/ready.ts';

const catalogue = loadCatalogue(pages);
/** What is left of a concept when its words are compiled. */
const named = ({ id, name, term, path, line }: ConceptName): ConceptName => ({ id, name, term, path, line });
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a packed catalogue comes out as it went in, wherever the bytes stand', () => {
  const table = wordTableOf(catalogue);
  const bytes = pack(splitCatalogue(catalogue), table);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  for (const given of [bytes, shifted.subarray(1)]) {
    const packed = unpack(given);
    expect(plain(packed.catalogue)).toEqual(plain({ ...catalogue, concepts: catalogue.concepts.map(named) }));
    expect(Object.keys(packed.words)).toHaveLength(Object.keys(table).length);
    for (const list of Object.keys(table) as (keyof typeof table)[])
      expect([list, Array.from(packed.words[list])]).toEqual([list, Array.from(table[list])]);
    expect(Array.from(packed.phraseCounts)).toEqual(phraseCountsOf(catalogue.concepts));
  }
});

test('the pages can be taken apart again', () => {
  expect(plain(loadCatalogue(pagesOf(catalogue)))).toEqual(plain(catalogue));
});
