// `npm start`: builds, checks the examples and says how to open them. `npm start -- FILE…` checks your own files, with
// the checker's exit code.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2);

const node = (args, options) =>
  spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root, ...options });
for (const step of ['scripts/setup.mjs', 'esbuild.mjs']) {
  const { status } = node([step]);
  if (status !== 0) process.exit(status ?? 1);
}

const cli = `${root}dist/cli.js`;
if (!existsSync(cli)) {
  console.error('server/cli.ts is not there, so there is no command line to run.');
  process.exit(1);
}
if (given.length > 0) {
  // npm runs scripts in the root; files are named from where the user stands.
  process.exitCode = node([cli, ...given], { cwd: process.env.INIT_CWD ?? root }).status ?? 1;
} else {
  // Half of the examples are deficient on purpose: findings are what is to be seen here.
  const { status } = node([cli, 'examples']);
  console.log(`
In the editor:   npm run editor        (or F5 in VS Code, in this folder)
Your own files:  npm start -- FILE…

在编辑器中打开示例：npm run editor（或在 VS Code 中打开本文件夹后按 F5）
检查您自己的文件：  npm start -- 文件…`);
  process.exitCode = status === 0 || status === 1 ? 0 : (status ?? 1);
}
