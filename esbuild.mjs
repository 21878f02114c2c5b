// Builds dist/: the client, the server and the command line, and their twins for the browser.
//   node esbuild.mjs [--watch]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';
import { cataloguePlugin, packingPlugin } from './scripts/bundle.mjs';
import { besidePlugin, laterPlugin, packages } from './scripts/later.mjs';
import { unoptimisedPlugin } from './scripts/unoptimised.mjs';

const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  minify: !watch,
  // Chinese takes half the room that escapes take.
  charset: 'utf8',
  sourcemap: watch ? 'linked' : 'external',
  sourcesContent: false,
  legalComments: 'none',
  metafile: true,
  plugins: [cataloguePlugin, laterPlugin],
  logLevel: 'warning',
};
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20.18',
  mainFields: ['module', 'main'],
};
// Without `worker` the Markdown parser takes its `document.createElement` variant, which no worker has.
const web = { ...common, platform: 'browser', target: 'es2022', conditions: ['worker'] };

// Both are programs of the package.
const banner = { js: '#!/usr/bin/env node' };

const builds = [
  { ...node, entryPoints: ['client/node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  {
    ...node,
    entryPoints: ['server/node.ts'],
    outfile: 'dist/server.js',
    banner,
    plugins: [...common.plugins, packingPlugin],
  },
  { ...node, entryPoints: ['server/cli.ts'], outfile: 'dist/cli.js', banner },
  {
    ...node,
    entryPoints: ['server/command-line.ts'],
    charset: 'ascii',
    outfile: 'dist/command-line.js',
    plugins: [cataloguePlugin, besidePlugin, unoptimisedPlugin],
  },
  ...packages.map((name) => ({ ...node, entryPoints: [`later:${name}`], outfile: `dist/${name}.js` })),
  {
    ...web,
    entryPoints: ['client/browser.ts'],
    outfile: 'dist/client.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...web, entryPoints: ['server/worker.ts'], outfile: 'dist/server.worker.js', format: 'iife' },
].filter(({ entryPoints: [entry] }) => entry.startsWith('later:') || existsSync(entry));

if (watch) {
  console.log('building');
  for (const options of builds) {
    const builder = await context(options);
    // What is wrong is printed already; watching goes on.
    await builder.rebuild().catch(() => {});
    await builder.watch();
  }
  console.log('watching');
} else {
  const results = await Promise.all(builds.map((options) => build(options))).catch(() => process.exit(1));
  for (const { outfile, platform } of builds) {
    if (platform === 'browser' && readFileSync(outfile, 'utf8').includes('document.createElement')) {
      throw new Error(`${outfile} needs a DOM; a worker has none`);
    }
  }
  const inputs = new Set(results.flatMap(({ metafile }) => Object.keys(metafile.inputs)));
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/inputs.json', JSON.stringify([...inputs].sort()));
}
