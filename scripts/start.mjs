// `npm start`: builds, checks the examples and says how to open them. `npm start -- FILE…` checks your own files, with
// the checker's exit code.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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
  node([cli, 'examples/en', 'examples/zh']);
  const wrong = surprises();
  for (const line of wrong) console.error(line);
  console.log(
    wrong.length === 0
      ? '\nThe examples behave as expected: findings in the deficient ones, none above information in the good ones.\n' +
          '示例符合预期：有缺陷的文件给出提示，完善的文件没有“信息”以上的提示。'
      : `\n${wrong.length} outcomes of the examples are not as expected. / 示例中有${wrong.length}项结果与预期不符。`,
  );
  console.log(`
In the editor:   npm run editor        (or F5 in VS Code, in this folder)
Your own files:  npm start -- FILE…

在编辑器中打开示例：npm run editor（或在 VS Code 中打开本文件夹后按 F5）
检查您自己的文件：  npm start -- 文件…`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

/** Where the examples differ from examples/expected.json. */
function surprises() {
  const expected = JSON.parse(readFileSync(`${root}examples/expected.json`, 'utf8'));
  const { stdout, status } = spawnSync(
    process.execPath,
    [cli, 'coverage', '--format', 'json', 'examples/en', 'examples/zh'],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) return [`coverage of the examples ended with ${status}`];
  const said = new Map(
    JSON.parse(stdout).map((entry) => [entry.file.replace('examples/', ''), entry.assessments]),
  );
  return Object.entries(expected).flatMap(([file, outcomes]) =>
    Object.entries(outcomes).flatMap(([id, outcome]) => {
      const found = said.get(file)?.find((a) => a.requirement === id)?.outcome ?? 'no answer';
      return found === outcome ? [] : [`examples/${file}: ${id} is ${found}, expected ${outcome}`];
    }),
  );
}
