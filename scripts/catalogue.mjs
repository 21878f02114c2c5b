// The catalogue's pages as data, for the bundler and the test runner: `import pages from 'catalogue:pages'`.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const catalogueFolder = fileURLToPath(new URL('../server/catalogue/', import.meta.url));

/** Every page below the catalogue folder, in order of path; paths with forward slashes. */
export function readPages() {
  return readdirSync(catalogueFolder, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => ({ path, text: readFileSync(catalogueFolder + path, 'utf8') }));
}
