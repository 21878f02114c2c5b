// `npm run new -- opinions/slug`: begins the page of a requirement. Its tests fail until it is filled in.
import pages from 'catalogue:pages';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadCatalogue } from '../server/catalogue/library.ts';
import { newPage } from './parts/new-page.ts';

const root = process.env['PROJECT_ROOT'] ?? process.cwd();
const id = process.argv[2] ?? '';
if (!/^[a-z0-9-]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || /^(?:types|instruments|vocabulary)\//.test(id)) {
  console.error('usage: npm run new -- <pack>/<slug>, for example opinions/pi-storage');
  process.exit(2);
}
const path = `server/catalogue/${id}.md`;
const file = join(root, path);
if (existsSync(file)) {
  console.error(`${path} is already there.`);
  process.exit(1);
}
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, newPage(id, loadCatalogue(pages).reviewed));
console.log(`${path}

Fill it in (docs/requirement-pages.md), then:
  npx vitest run test/catalogue -t ${id}
  npm run generate`);
