// Runs test/editor/suite in a real VS Code. VSCODE_TEST_RUNNER=electron|oss chooses; else the desktop build when its
// download answers, else VS Code in the browser. Fails, never skips, when neither can run.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { build } from 'esbuild';
import { openWindow, provision, startServer, workbenchUrl } from '../test/editor/harness/harness.mjs';

const chatter =
  /^(Creating a socket|Resolv|Updating additional|\[(AgentHost|AccountPolicyGate|reconnection))/;
const root = fileURLToPath(new URL('..', import.meta.url));
const suite = join(root, 'dist/test/editor-suite.js');
const timeout = Number(process.env.VSCODE_TEST_TIMEOUT ?? 180_000);

const temporary = mkdtempSync(join(tmpdir(), 'cc-'));
const workspace = join(temporary, 'ws');
const results = join(temporary, 'results.json');

try {
  await buildSuite();
  cpSync(join(root, 'test/editor/workspace'), workspace, { recursive: true });
  const runner = process.env.VSCODE_TEST_RUNNER ?? ((await updateServiceAnswers()) ? 'electron' : 'oss');
  const version = await { electron: runOnDesktop, oss: runInBrowser }[runner]?.();
  if (version === undefined) throw new Error(`VSCODE_TEST_RUNNER=${runner}: expected electron or oss.`);
  report(runner, version);
} catch (error) {
  console.error(`Editor tests could not run: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}
// The update service's socket must not keep a finished run waiting.
process.exit(process.exitCode ?? 0);

async function buildSuite() {
  for (const bundle of ['dist/client.js', 'dist/server.js']) {
    if (!existsSync(join(root, bundle))) {
      const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
      if (status !== 0) throw new Error('the extension could not be built');
      break;
    }
  }
  await build({
    absWorkingDir: root,
    entryPoints: ['test/editor/suite/index.ts'],
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

async function updateServiceAnswers() {
  const url = 'https://update.code.visualstudio.com/api/releases/stable';
  return fetch(url, { signal: AbortSignal.timeout(3000) }).then(
    (response) => response.ok,
    () => false,
  );
}

async function runInBrowser() {
  const { version } = provision();
  const server = await startServer({ smokeTest: true, env: { TEST_RESULTS_FILE: results } });
  let context;
  try {
    const window = await openWindow(join(server.home, 'profile'));
    context = window.context;
    const { page } = window;
    const ended = new Promise((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const line = format(...args);
      if (process.env.HARNESS_VERBOSE || (type === 'info' && !chatter.test(line))) console.log(line);
    });
    const uri = (path) => `vscode-remote://${server.authority}${path}`;
    await page.goto(
      workbenchUrl(server.base, workspace, [
        ['extensionDevelopmentPath', uri(root.replace(/\/$/, ''))],
        ['extensionTestsPath', uri(suite)],
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ]),
    );
    const late = new Promise((resolve) => setTimeout(resolve, timeout, 'no answer in time'));
    const code = await Promise.race([ended, server.gone.then(() => 'the server ended'), late]);
    if (code !== 0) {
      process.exitCode = 1;
      if (typeof code === 'string') console.error(`Editor tests: ${code}.`);
    }
    return version;
  } finally {
    await context?.close().catch(() => {});
    await server.stop();
  }
}

async function runOnDesktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    // Electron needs a display; the browser runner does not.
    const { status, error } = spawnSync(
      'xvfb-run',
      ['-a', process.execPath, fileURLToPath(import.meta.url)],
      { stdio: 'inherit', env: { ...process.env, VSCODE_TEST_RUNNER: 'electron' } },
    );
    if (error) throw new Error('no display and no xvfb-run; install xvfb or use VSCODE_TEST_RUNNER=oss');
    process.exit(status ?? 1);
  }
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  const wanted = process.env.VSCODE_VERSION ?? 'stable';
  const executable = await downloadAndUnzipVSCode(wanted);
  const status = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-workspace-trust',
      '--skip-welcome',
      '--user-data-dir',
      join(temporary, 'ud'),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    extensionTestsEnv: { TEST_RESULTS_FILE: results },
  }).catch(() => 1);
  if (status !== 0) process.exitCode = 1;
  return wanted;
}

/** An empty suite must not pass. */
function report(runner, version) {
  const run = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { tests: [] };
  const failed = run.tests.filter((test) => test.state === 'failed');
  for (const { title, error } of failed) console.error(`  failed: ${title}\n    ${error}`);
  const window = runner === 'oss' ? 'in the browser, Node extension host' : 'desktop';
  console.log(
    `Editor tests in VS Code ${run.vscode ?? version} (${window}): ` +
      `${run.tests.length - failed.length} passed, ${failed.length} failed`,
  );
  if (run.tests.length === 0) throw new Error('no test ran');
  if (failed.length > 0) process.exitCode = 1;
}
