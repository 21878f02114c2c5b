import { wordTableOf } from '../../server/assess/library.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { pack } from '../../server/catalogue/packed.ts';
import { readPage, type WrittenPage } from '../../server/catalogue/page.ts';
import { splitCatalogue } from '../../server/catalogue/ready.ts';
import { languageTables } from '../../server/document/statements.ts';

/** All that a build can make beforehand of the pages and the words of language. */
export function makeReady(pages: readonly WrittenPage[]) {
  const read = pages.map(readPage);
  const catalogue = loadCatalogue(read);
  const packed = pack(splitCatalogue(catalogue), wordTableOf(catalogue));
  return { read, packed, language: languageTables() };
}
