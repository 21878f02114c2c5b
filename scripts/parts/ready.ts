import { wordTableOf } from '../../server/assess/library.ts';
import { loadCatalogue, type Page } from '../../server/catalogue/library.ts';
import { pack } from '../../server/catalogue/packed.ts';
import { readPage } from '../../server/catalogue/page.ts';
import { splitCatalogue } from '../../server/catalogue/ready.ts';
import { languageTables } from '../../server/document/statements.ts';

/** All that a build can make beforehand of the pages and the words of language. */
export function makeReady(pages: readonly Page[]) {
  const read = pages.map((page) => ({ ...page, reading: readPage(page) }));
  const catalogue = loadCatalogue(read);
  const packed = pack(splitCatalogue(catalogue), wordTableOf(catalogue));
  return { read, packed, language: languageTables() };
}
