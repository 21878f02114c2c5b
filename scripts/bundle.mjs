// What the bundler needs to know of this project, shared by the build and by the scripts written in TypeScript.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { catalogueFolder, readPages } from './catalogue.mjs';

/** Resolves `catalogue:pages` to the pages, each with what was read from it: YAML takes ten times as long as JSON. */
export const cataloguePlugin = {
  name: 'catalogue',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^catalogue:pages$/ }, ({ path }) => ({ path, namespace: 'catalogue' }));
    onLoad({ filter: /.*/, namespace: 'catalogue' }, async () => {
      const pages = readPages();
      const files = pages.map(({ path }) => catalogueFolder + path);
      return {
        contents: await moduleOf(pages),
        loader: 'js',
        watchFiles: files,
        watchDirs: [...new Set(files.map((file) => file.replace(/[^/\\]*$/, '')))],
      };
    });
  },
};

let last = { key: '', contents: '' };

async function moduleOf(pages) {
  const code = await readerCode();
  const key = code + JSON.stringify(pages);
  if (last.key !== key) {
    const { readPage } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
    // The source is the page's text, which is there already.
    const json = JSON.stringify(
      pages.map((page) => ({ ...page, reading: readPage(page) })),
      (name, value) => (name === 'source' ? undefined : value),
    );
    last = { key, contents: `export default JSON.parse(${JSON.stringify(json)});` };
  }
  return last.contents;
}

async function readerCode() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../server/catalogue/page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}
