// `npm test`: everything there is to check, from a bare clone. Every step runs, whatever failed before it; the last
// line counts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const temporary = mkdtempSync(join(tmpdir(), 'clausecheck-'));
const report = join(temporary, 'unit.json');
const total = { passed: 0, failed: 0, skipped: 0 };

const started = Date.now();
if ((await run('setup', 'node', ['scripts/setup.mjs'])).status !== 0) process.exit(1);
await step('types', 'npx', ['tsc', '-p', '.']);
await step('lint', 'npm', ['run', '-s', 'lint']);
await step('format', 'npm', ['run', '-s', 'format']);
await step('build', 'npm', ['run', '-s', 'build']);
await step(
  'unit',
  'npx',
  ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
  () => {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    // Tests that need the corpus say why they are skipped.
    total.skipped += result.numPendingTests + result.numTodoTests;
    return { passed: result.numPassedTests, failed: result.numFailedTests };
  },
);
await step('editor', 'node', ['scripts/editor-tests.mjs'], lastCount);
await step('offline', 'node', ['scripts/offline.mjs', '--quick'], lastCount);
process.env.SCENARIO_PICTURES = temporary;
await step('scenario', 'node', ['scripts/scenario.mjs'], lastCount);
rmSync(temporary, { recursive: true, force: true });
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs one step and adds to the total what it counts; a step without a count is one check. */
async function step(name, command, args, count = () => ({ passed: 1, failed: 0 })) {
  console.log(`\n── ${name} ── ${((Date.now() - started) / 1000).toFixed(0)} s`);
  const { status, output } = await run(name, command, args);
  let { passed, failed } = { passed: 0, failed: 0 };
  try {
    ({ passed, failed } = count(output));
  } catch {
    // It did not come as far as a report.
  }
  if (!Number.isInteger(passed + failed)) [passed, failed] = [0, 0];
  if (status !== 0 && failed === 0) {
    failed = 1;
    if (passed === 1) passed = 0;
  }
  total.passed += passed;
  total.failed += failed;
  if (status !== 0) console.log(`${name} failed`);
}

/** What a step's last line of the form 'N passed, N failed' says. */
function lastCount(output) {
  const [, passed, failed] = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1) ?? [];
  return { passed: Number(passed), failed: Number(failed) };
}

function run(name, command, args) {
  return new Promise((resolve) => {
    const child = spawn(command === 'node' ? process.execPath : command, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32' && command !== 'node',
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('error', (error) => {
      console.error(`${name}: ${error.message}`);
      resolve({ status: 1, output });
    });
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
