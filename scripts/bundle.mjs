// What the bundler needs to know of this project, shared by the build and by the scripts written in TypeScript.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { catalogueFolder, readPages } from './catalogue.mjs';

/**
 * Puts in what can be made beforehand, so that a start need not make it:
 * - `catalogue:pages`, the pages, each with what was read from it (YAML takes ten times as long as JSON);
 * - server/document/ready-tables.ts, the words of language, compiled.
 */
export const cataloguePlugin = {
  name: 'catalogue',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^catalogue:pages$/ }, ({ path }) => ({ path, namespace: 'catalogue' }));
    onLoad({ filter: /.*/, namespace: 'catalogue' }, async () => {
      const pages = readPages();
      return {
        contents: pagesModule(await readyFor(pages)),
        loader: 'js',
        resolveDir: catalogueFolder,
        ...watchedWith(pages),
      };
    });
    onLoad({ filter: /[/\\]server[/\\]document[/\\]ready-tables\.ts$/ }, async () => {
      const { marks, parties } = (await readyFor(readPages())).language;
      return {
        contents: `${unpacking}
          export const readyTables = {
            get marks() { return ${tableCode(marks)}; },
            get parties() { return ${tableCode(parties)}; },
          };`,
        loader: 'js',
      };
    });
  },
};

/** Writes catalogue.bin beside the bundle, the catalogue with its words compiled, and again when a page changes. */
export const packingPlugin = {
  name: 'packing',
  setup({ initialOptions, onLoad, onEnd }) {
    const folder = dirname(initialOptions.outfile);
    onLoad({ filter: /[/\\]server[/\\]catalogue[/\\]packed\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'ts',
      ...watchedWith(readPages()),
    }));
    onEnd(async () => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'catalogue.bin'), (await readyFor(readPages())).packed);
    });
  },
};

function watchedWith(pages) {
  const watchFiles = pages.map(({ path }) => catalogueFolder + path);
  return { watchFiles, watchDirs: [...new Set(watchFiles.map((file) => file.replace(/[^/\\]*$/, '')))] };
}

const pagesModule = ({ read }) => `${unpacking}\nexport default ${jsonCode(read)};`;

// Base64 keeps the file in ASCII, which V8 reads several times faster than text with Chinese in it.
const unpacking = `
  const bytes = (text) =>
    typeof Buffer === 'function' ? new Uint8Array(Buffer.from(text, 'base64')) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const json = (text) => JSON.parse(new TextDecoder().decode(bytes(text)));
  const numbers = (text, Kind) => {
    const all = new Kind(bytes(text).buffer);
    for (let i = 1; i < all.length; i++) all[i] += all[i - 1];
    return all;
  };`;

const jsonCode = (value) => `json("${Buffer.from(JSON.stringify(value)).toString('base64')}")`;

/**
 * Numbers as the bytes of the smallest kind that holds them, low byte first as on every machine Node runs on. As
 * differences: most lists rise in small steps, and then compress well.
 */
function tableCode(table) {
  const parts = Object.entries(table).map(([name, values]) => {
    const Kind = values.some((value) => value > 65535) ? Uint32Array : Uint16Array;
    const steps = Kind.from(values, (value, index) => value - (values[index - 1] ?? 0));
    return `${name}: numbers("${Buffer.from(steps.buffer).toString('base64')}", ${Kind.name})`;
  });
  return `{ ${parts.join(', ')} }`;
}

let last = { key: '', ready: undefined };

async function readyFor(pages) {
  const code = await makerCode();
  const key = code + JSON.stringify(pages);
  if (last.key !== key) {
    const { makeReady } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
    last = { key, ready: makeReady(pages) };
  }
  return last.ready;
}

async function makerCode() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('parts/ready.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}
