import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { cataloguePlugin } from '../bundle.mjs';
import { laterPlugin } from '../later.mjs';

/** Our language server, but every change is read as a whole with remark-parse; gives its file. */
export async function buildWholeServer(root, folder) {
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'server.js');
  const wholePlugin = {
    name: 'whole',
    setup({ onLoad }) {
      onLoad({ filter: /[/\\]server[/\\]lsp[/\\]workspace\.ts$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        const quick = 'readDocument(text.text, before)';
        if (!source.includes(quick))
          throw new Error('workspace.ts reads documents in another way: mend whole.mjs');
        return {
          contents: source.replace(quick, "readDocument(text.text, undefined, 'parser')"),
          loader: 'ts',
        };
      });
    },
  };
  await build({
    absWorkingDir: root,
    entryPoints: ['server/node.ts'],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.18',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [wholePlugin, cataloguePlugin, laterPlugin],
  });
  cpSync(join(root, 'dist/catalogue.bin'), join(folder, 'catalogue.bin'));
  return outfile;
}
