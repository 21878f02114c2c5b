// `npm run laws [-- --law part] [--file part] [--most 100]`: writes the examples and documents of the corpus beside this
// project in other ways and tells which outcomes change.
import pages from 'catalogue:pages';
import { parseArgs } from 'node:util';
import { makeLibrary } from '../server/assess/review.ts';
import { loadCatalogue } from '../server/catalogue/library.ts';
import { breachesOf } from './parts/breaches.ts';
import { corpusDocuments, exampleDocuments } from './parts/documents.ts';
import { laws } from './parts/laws.ts';

const { values: options } = parseArgs({
  options: {
    law: { type: 'string', default: '' },
    file: { type: 'string', default: '' },
    most: { type: 'string', default: '1000' },
  },
});
const root = process.env['PROJECT_ROOT'] ?? process.cwd();
const library = makeLibrary(loadCatalogue(pages));
const documents = [...exampleDocuments(root), ...corpusDocuments(root, Number(options.most))].filter(
  ({ file }) => file.includes(options.file),
);
console.log(`${documents.length} documents`);
for (const law of laws.filter(({ name }) => name.includes(options.law))) {
  const found = documents.map((document) => breachesOf(law, document, library));
  const applied = found.filter((f) => f.applies).length;
  const broken = found.filter((f) => f.breaches.length > 0);
  console.log(`${law.name}: applies to ${applied}, broken in ${broken.length}`);
  for (const { file, breaches } of broken) {
    console.log(`  ${file}`);
    for (const breach of breaches.slice(0, 6)) console.log(`    ${breach}`);
  }
}
