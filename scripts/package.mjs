// Packs the extension, built before: node scripts/package.mjs [VSIX]. It holds what VS Code needs and no more: the
// command line stays outside.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const root = fileURLToPath(new URL('..', import.meta.url));
const packagePath = resolve(process.argv[2] ?? join(root, 'clausecheck.vsix'));
const parts = [
  'dist/catalogue.bin',
  'dist/client.js',
  'dist/client.browser.js',
  'dist/server.js',
  'dist/server.worker.js',
  'l10n',
  'media',
  'snippets',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'LICENSE',
  'THIRD-PARTY-NOTICES.md',
];

const stage = mkdtempSync(join(tmpdir(), 'clausecheck-'));
try {
  for (const part of parts) cpSync(join(root, part), join(stage, part), { recursive: true });
  writeFileSync(join(stage, 'package.json'), JSON.stringify(manifest()));
  // Nobody reads them in the package.
  for (const file of ['snippets/clausecheck.json', 'package.nls.json', 'package.nls.zh-cn.json'])
    writeFileSync(join(stage, file), JSON.stringify(JSON.parse(readFileSync(join(stage, file), 'utf8'))));
  await createVSIX({
    cwd: stage,
    packagePath,
    dependencies: false,
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
} finally {
  rmSync(stage, { recursive: true, force: true });
}

/** What is for npm and for developers is left out. */
function manifest() {
  const whole = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const rest = ['bin', 'files', 'scripts', 'devDependencies', 'allowScripts'];
  const kept = Object.entries(whole).filter(([key]) => !rest.includes(key));
  return { ...Object.fromEntries(kept), files: parts };
}
