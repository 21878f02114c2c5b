// `npm run bench -- --verify`: whether the quick way of the command line gives, finding by finding, what full parsing and
// full judging give. Compares the examples, the corpus beside this project, and the documents of the folders named.
import pages from 'catalogue:pages';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeLibrary } from '../server/assess/review.ts';
import { loadCatalogue } from '../server/catalogue/library.ts';
import { readDocument } from '../server/document/document.ts';
import { corpusDocuments, exampleDocuments, type NamedDocument } from './parts/documents.ts';
import { told } from './parts/told.ts';

const root = process.env['PROJECT_ROOT'] ?? '.';
const library = makeLibrary(loadCatalogue(pages));
const named = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ file: name, text: readFileSync(join(folder, name), 'utf8') })),
);

let differences = 0;
verify('examples', exampleDocuments(root));
verify('real documents', corpusDocuments(root));
verify('generated documents', named);
process.exitCode = differences > 0 ? 1 : 0;

function verify(what: string, documents: readonly NamedDocument[]): void {
  let findings = 0;
  const types = library.catalogue.types.map(({ id }) => id);
  documents.forEach(({ file, text }, index) => {
    // As guessed or declared, and as some type that it may not be: then much is missing.
    for (const given of [[], [types[index % types.length] ?? '']]) {
      const quick = told(readDocument(text), library, given, 'findings');
      const full = told(readDocument(text, undefined, 'parser'), library, given, 'all');
      findings += full.length;
      if (JSON.stringify(quick) === JSON.stringify(full)) continue;
      differences++;
      console.log(`${file}: ${quick.length} findings instead of ${full.length}, or others`);
    }
  });
  console.log(
    `${what}: ${documents.length} documents, ${findings} findings compared, ${differences} differences`,
  );
}
