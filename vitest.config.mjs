import { defineConfig } from 'vitest/config';
import { catalogueFolder, readPages } from './scripts/catalogue.mjs';

const pages = {
  name: 'catalogue-pages',
  resolveId: (id) => (id === 'catalogue:pages' ? '\0catalogue:pages' : undefined),
  load(id) {
    if (id !== '\0catalogue:pages') return undefined;
    const all = readPages();
    for (const { path } of all) this.addWatchFile(catalogueFolder + path);
    return `export default ${JSON.stringify(all)}`;
  },
};

export default defineConfig({
  plugins: [pages],
  test: {
    // Milliseconds; the machine may be busy with other work.
    testTimeout: 60_000,
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**'],
    pool: 'threads',
    // The rooms keep no state between calls, so files may share one module graph: six times faster.
    isolate: false,
    coverage: { include: ['server/*/**/*.ts'], exclude: ['**/*.d.ts'] },
  },
});
