// Runs test/editor/suite in a real VS Code, then again in the worker host of VS Code for the web, then axe-core on the
// report and the server in Neovim. VSCODE_TEST_RUNNER=electron|oss|web chooses one; else the desktop build when its
// download answers, else VS Code in the browser. Fails, never skips, when neither can run.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const webSuite = join(root, 'dist/test/editor-suite.web.js');
const timeout = Number(process.env.VSCODE_TEST_TIMEOUT ?? 180_000);

const temporary = mkdtempSync(join(tmpdir(), 'cc-'));
const workspace = join(temporary, 'ws');
const results = join(temporary, 'results.json');

/** In a worker there is no Node. */
const standIns = {
  name: 'stand-ins',
  setup({ onResolve }) {
    onResolve({ filter: /^node:assert$/ }, () => ({ path: join(root, 'test/editor/suite/web/assert.mjs') }));
    onResolve({ filter: /^mocha$/ }, () => ({ path: join(root, 'test/editor/suite/web/mocha.mjs') }));
  },
};
const hosts = {
  electron: 'desktop',
  oss: 'in the browser, Node extension host',
  web: 'for the web, worker extension host',
};
const totals = { passed: 0, failed: 0 };

try {
  await buildSuites();
  const runners = { electron: runOnDesktop, oss: runInBrowser, web: runInWorker };
  const given = process.env.VSCODE_TEST_RUNNER;
  const chosen = given ? [given] : [(await updateServiceAnswers()) ? 'electron' : 'oss', 'web'];
  for (const runner of chosen) {
    if (!runners[runner]) throw new Error(`VSCODE_TEST_RUNNER=${runner}: expected electron, oss or web.`);
    if (runner === 'web' && !given && process.platform !== 'linux') continue;
    rmSync(workspace, { recursive: true, force: true });
    cpSync(join(root, 'test/editor/workspace'), workspace, { recursive: true });
    report(runner, await runners[runner]());
    rmSync(results, { force: true });
  }
  if (process.platform === 'linux' && !given) {
    const { checkReport } = await import('../test/editor/report.mjs');
    const { checkNeovim } = await import('../test/editor/neovim.mjs');
    count('The report under axe-core', await checkReport(root, temporary));
    count('The server in Neovim', checkNeovim(root, temporary));
  }
  console.log(`Editor tests in all: ${totals.passed} passed, ${totals.failed} failed`);
  if (totals.failed > 0) process.exitCode = 1;
} catch (error) {
  console.error(`Editor tests could not run: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}
// The update service's socket must not keep a finished run waiting.
process.exit(process.exitCode ?? 0);

function count(what, { passed, failed }) {
  console.log(`${what}: ${passed} passed, ${failed} failed`);
  totals.passed += passed;
  totals.failed += failed;
}

async function buildSuites() {
  const bundles = ['client', 'server', 'client.browser', 'server.worker', 'cli'];
  if (!bundles.every((bundle) => existsSync(join(root, `dist/${bundle}.js`)))) {
    const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new Error('the extension could not be built');
  }
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'warning',
  };
  await build({
    ...common,
    entryPoints: ['test/editor/suite/index.ts'],
    outfile: suite,
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
  await build({
    ...common,
    entryPoints: ['test/editor/suite/web/index.ts'],
    outfile: webSuite,
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    plugins: [standIns],
    define: { global: 'globalThis' },
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

function runInWorker() {
  const { version } = provision();
  const child = spawn(
    process.execPath,
    [join(root, 'test/editor/harness/web.mjs'), root, webSuite, workspace],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  // Its browser is a child of its own: end the whole group.
  const late = setTimeout(() => {
    console.error('Editor tests in the worker: no answer in time.');
    process.kill(-child.pid, 'SIGKILL');
  }, timeout);
  let output = '';
  // The page is chatty about what it looks for in vain.
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(late);
      const found = /^.*RESULTS (\{.*\})/m.exec(output)?.[1];
      if (found) writeFileSync(results, found);
      else console.error(output.slice(-4000));
      if (status !== 0) process.exitCode = 1;
      resolve(version);
    });
  });
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
  const passed = run.tests.length - failed.length;
  console.log(
    `Editor tests in VS Code ${run.vscode ?? version} (${hosts[runner]}): ${passed} passed, ${failed.length} failed`,
  );
  console.log(`  from the start of the extension to the first findings: ${run.firstFindings} ms`);
  if (run.tests.length === 0) throw new Error('no test ran');
  totals.passed += passed;
  totals.failed += failed.length;
}
