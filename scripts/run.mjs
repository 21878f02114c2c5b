// Runs a script written in TypeScript: `node scripts/run.mjs generate …` bundles scripts/generate.ts and runs it.
import { mkdirSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...args] = process.argv.slice(2);
const known = readdirSync(`${root}scripts`)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.slice(0, -3));
if (!known.includes(name)) {
  console.error(`usage: node scripts/run.mjs ${known.join('|')} …`);
  process.exit(2);
}
const setup = spawnSync(process.execPath, [`${root}scripts/setup.mjs`], { stdio: 'inherit' });
if (setup.status !== 0) process.exit(setup.status ?? 1);

const { build } = await import('esbuild');
const { cataloguePlugin } = await import('./bundle.mjs');
// Inside the project, so that packages left out of the bundle are found.
const folder = `${root}node_modules/.cache/clausecheck/`;
mkdirSync(folder, { recursive: true });
const outfile = `${folder}${name}-${process.pid}.cjs`;
await build({
  absWorkingDir: root,
  entryPoints: [`scripts/${name}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.18',
  mainFields: ['module', 'main'],
  external: ['prettier'],
  sourcemap: 'inline',
  logLevel: 'warning',
  plugins: [cataloguePlugin],
});
const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], {
  stdio: 'inherit',
  env: { ...process.env, PROJECT_ROOT: root },
});
const { rmSync } = await import('node:fs');
rmSync(outfile, { force: true });
process.exitCode = status ?? 1;
