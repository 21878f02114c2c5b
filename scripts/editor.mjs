// `npm run editor`: the examples in VS Code with this extension. The desktop's when `code` is there, else VS Code in
// the browser, on the loopback only.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provision, startServer, workbenchUrl } from '../test/editor/harness/harness.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? join(root, 'examples');
if (!existsSync(folder)) {
  console.error(`No such folder: ${folder}`);
  process.exit(2);
}

const desktop = spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
if (desktop.status === 0 && process.env.EDITOR_IN_BROWSER === undefined) {
  run(process.execPath, ['esbuild.mjs']);
  spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${root}`, folder], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
} else {
  const vsix = join(root, 'clausecheck.vsix');
  run('npm', ['run', '-s', 'package']);
  const { version } = provision({ browser: false });
  const port = process.env.PORT ? Number(process.env.PORT) : undefined;
  const server = await startServer({ vsix, port });
  console.log(`VS Code ${version} with Clausecheck: ${workbenchUrl(server.base, folder)}`);
  console.log('Ctrl+C ends it.');
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
  await server.gone;
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
