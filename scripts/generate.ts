// `npm run generate`: writes snippets/ and docs/requirements/ from the pages.
import pages from 'catalogue:pages';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadCatalogue } from '../server/catalogue/library.ts';
import { generatedFiles } from './parts/generated.ts';

const root = process.env['PROJECT_ROOT'] ?? process.cwd();
const { problems } = loadCatalogue(pages);
for (const { path, line, message } of problems) {
  console.error(`server/catalogue/${path}:${line} ${message.en}`);
}

const files = generatedFiles(pages);
let written = 0;
for (const [path, text] of files) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  written++;
}

// What no page gives any more goes.
const folder = join(root, 'docs/requirements');
for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  const path = `docs/requirements/${entry.replaceAll('\\', '/')}`;
  if (path.endsWith('.md') && !files.has(path)) rmSync(join(root, path));
}
console.log(`${files.size} files, ${written} written`);
process.exitCode = problems.length > 0 ? 1 : 0;
