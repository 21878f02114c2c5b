// `npm run offline [-- --quick]`: with the network cut off (a network namespace with loopback only) the command line, the
// server in Neovim and, unless --quick, both VS Code suites work, and neither command line nor server looks for a route.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNeovim } from '../test/editor/neovim.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const [mode] = process.argv.slice(2);

if (mode === '--inside') {
  const rest = process.argv[3] === '--quick' ? [] : ['oss', 'web'];
  checkInside(rest);
} else if (!canCut()) {
  console.log(
    'Offline: skipped: no network namespace can be made here (unshare and ip are needed, and the right).',
  );
  console.log('0 passed, 0 failed');
} else {
  const inside = [process.execPath, fileURLToPath(import.meta.url), '--inside', ...(mode ? [mode] : [])];
  const script = 'ip link set lo up && exec "$@"';
  const { status } = spawnSync('unshare', ['-n', 'sh', '-c', script, 'sh', ...inside], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

function canCut() {
  return spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
}

function checkInside(suites) {
  let passed = 0;
  let failed = 0;
  const check = (what, holds) => {
    console.log(`${holds ? 'passed' : 'failed'}: offline, ${what}`);
    if (holds) passed++;
    else failed++;
  };
  const folder = mkdtempSync(join(tmpdir(), 'clausecheck-'));
  try {
    check('there is no way out', spawnSync('ip', ['route', 'get', '192.0.2.1']).status !== 0);
    const cli = spawnSync(process.execPath, ['dist/cli.js', 'check', '--format', 'sarif', 'examples'], {
      encoding: 'utf8',
    });
    check('the command line checks the examples', cli.status === 1 && cli.stdout.includes('opinions/'));
    const neovim = checkNeovim(root, folder);
    check('the server answers in Neovim', neovim.failed === 0);
    check('neither looked for a route', withoutRoute() === 0);
    for (const runner of suites) {
      const { status } = spawnSync(process.execPath, ['scripts/editor-tests.mjs'], {
        stdio: 'inherit',
        env: { ...process.env, VSCODE_TEST_RUNNER: runner },
      });
      check(`the suite in VS Code (${runner})`, status === 0);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`Offline: ${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** How often the kernel found no route in this namespace: each attempt to reach another machine counts. */
function withoutRoute() {
  const [names = '', values = ''] = readFileSync('/proc/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Ip:'));
  return Number(values.split(' ')[names.split(' ').indexOf('OutNoRoutes')]);
}
