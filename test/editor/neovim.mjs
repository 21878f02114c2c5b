// The server in Neovim, which is sent its diagnostics and knows no snippets. Debian's package is installed when there is
// none; where that cannot be done the check says so.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, which } from './harness/harness.mjs';

const checks = 4;

/** How many of the checks passed; `folder` is for the document. */
export function checkNeovim(root, folder) {
  if (!which('nvim') && !installPackages(['neovim'])) {
    console.log('Neovim: skipped: no nvim');
    return { passed: 0, failed: 0 };
  }
  const file = join(folder, 'hosting.md');
  cpSync(join(root, 'test/editor/workspace/contracts/hosting.md'), file);
  const { stdout, stderr } = spawnSync(
    'nvim',
    [
      '--headless',
      '-u',
      'NONE',
      '-i',
      'NONE',
      '-n',
      file,
      '-c',
      `luafile ${join(root, 'test/editor/neovim.lua')}`,
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
      env: { ...process.env, SERVER: join(root, 'dist/server.js'), LC_ALL: 'C.UTF-8' },
    },
  );
  const passed = (stdout.match(/^passed:/gm) ?? []).length;
  if (passed < checks) console.error(`  failed: in Neovim\n${stdout}${stderr}`);
  return { passed, failed: checks - passed };
}
