// Plays a lawyer's day on the packed extension, in VS Code in the browser: a deficient contract, its findings, the
// quick fix, undo. Leaves the pictures of the README in docs/images/. Waits for what is to be seen, never for time.
//   node scripts/scenario.mjs [--pictures FOLDER] [VSIX]
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openWindow, provision, startServer, workbenchUrl } from '../test/editor/harness/harness.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  options: { pictures: { type: 'string' } },
  allowPositionals: true,
});
const images = resolve(values.pictures ?? join(root, 'docs/images'));
const temporary = mkdtempSync(join(tmpdir(), 'cc-'));
const workspace = join(temporary, 'ws');
const patience = { timeout: 60_000 };
const started = Date.now();
const name = 'Destruction of personal information';
const id = 'opinions/pi-destruction';

const vsix = positionals[0] ? resolve(positionals[0]) : pack();
const { version } = provision();
mkdirSync(images, { recursive: true });
cpSync(join(root, 'examples'), workspace, { recursive: true });
const contract = join(workspace, 'en/privacy-policy-deficient.md');
const original = readFileSync(contract);
const server = await startServer({ vsix, userSettings: { 'editor.minimap.enabled': false } });
let window;
try {
  window = await openWindow(join(server.home, 'profile'));
  await play(window.page);
  console.log(`Scenario in VS Code ${version}: 1 passed, 0 failed`);
} catch (error) {
  console.error(error);
  await window?.page.screenshot({ path: join(tmpdir(), 'clausecheck-scenario-failed.png') });
  console.error(`The last sight is in ${join(tmpdir(), 'clausecheck-scenario-failed.png')}`);
  console.log(`Scenario in VS Code ${version}: 0 passed, 1 failed`);
  process.exitCode = 1;
} finally {
  await window?.context.close().catch(() => {});
  await server.stop();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(process.exitCode ?? 0);

async function play(page) {
  const shot = (picture) => page.screenshot({ path: join(images, `${picture}.png`) });
  const row = (text) => page.locator(`.markers-panel .monaco-list-row:has-text("${text}")`);

  await page.goto(workbenchUrl(server.base, workspace));
  await openFile(page, 'en/privacy-policy-deficient.md');
  await page.waitForSelector('.monaco-editor .squiggly-warning', patience);
  step('the contract is underlined');

  await page.keyboard.press('Control+Shift+M');
  await row(id).first().waitFor(patience);
  await shot('problems');
  step('the Problems list names the requirement');

  // A double click on the row leads to the words the finding stands on.
  await row(id).first().dblclick();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'The Opinions' }).first();
  await hover.waitFor(patience);
  await page
    .locator('.monaco-hover:visible', { hasText: /Guiding Opinions on Strengthening/ })
    .first()
    .waitFor(patience);
  await shot('hover');
  step('the hover cites the authority');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+.');
  const fix = page.locator('.action-widget .monaco-list-row').filter({ hasText: `Insert a clause: ${name}` });
  await fix.first().waitFor(patience);
  await shot('quick-fix');
  step('the quick fix is offered');

  await fix
    .filter({ hasText: `Insert a clause: ${name}` })
    .first()
    .click();
  await until(async () => /anonymous/.test(await textOf(page)), 'the clause in the text');
  await row(id)
    .first()
    .waitFor({ state: 'detached', ...patience });
  await shot('fixed');
  step('the clause is inserted and the finding is gone');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await until(() => !readFileSync(contract).equals(original), 'the clause on disk');
  await page.keyboard.press('Control+z');
  await row(id).first().waitFor(patience);
  await page.keyboard.press('Control+s');
  await until(() => readFileSync(contract).equals(original), 'the bytes as they were');
  step('undo gives the bytes back');

  await page.locator('[id="status.languageStatus"]').first().hover();
  const status = page
    .locator('.monaco-hover:visible')
    .filter({ hasText: /Clausecheck: .*\d+ of \d+ clauses met/ })
    .first();
  await status.waitFor(patience);
  assert.match(await status.innerText(), /type declared/);
  await shot('status');
  step('the status names type and clauses met');

  await row(id).first().dblclick();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  await hover.waitFor(patience);
  await page.locator(`.monaco-hover:visible a:has-text("${id}")`).first().click();
  await page.waitForSelector('.tab.active:has-text("pi-destruction")', patience);
  await until(async () => {
    const texts = await Promise.all(
      page.frames().map((f) =>
        f
          .locator('body')
          .innerText({ timeout: 500 })
          .catch(() => ''),
      ),
    );
    return texts.some((text) => text.startsWith(name));
  }, 'the rendered page');
  await shot('page');
  step('the code of the finding leads to its page');

  for (const tab of ['pi-destruction', 'privacy-policy-deficient.md']) {
    await page.locator(`.tab:has-text("${tab}")`).click({ button: 'middle' });
  }
  await row(id)
    .first()
    .waitFor({ state: 'detached', ...patience });
  await openFile(page, 'zh/bid-invitation-deficient.md');
  await row('opinions/procurement-review').first().waitFor(patience);
  await row('opinions/procurement-review').first().dblclick();
  await page.waitForSelector('.monaco-editor .squiggly-warning', patience);
  await shot('chinese');
  step('a Chinese tender is checked');
}

async function openFile(page, path) {
  const file = path.split('/').at(-1);
  await page.waitForSelector('.monaco-workbench .explorer-folders-view', patience);
  await page.keyboard.press('Control+p');
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor(patience);
  await input.fill(path);
  await page
    .locator(`.quick-input-list .monaco-list-row.focused:has-text("${file}")`)
    .first()
    .waitFor(patience);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.tab.active:has-text("${file}")`, patience);
  await page.locator('.monaco-editor .view-lines').first().click();
}

function textOf(page) {
  return page.locator('.monaco-editor .view-lines').first().innerText();
}

async function until(look, what) {
  for (const end = Date.now() + patience.timeout; Date.now() < end;) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

function step(what) {
  console.log(`${String(Date.now() - started).padStart(6)} ms  ${what}`);
}

function pack() {
  const file = join(root, 'clausecheck.vsix');
  const { status } = spawnSync('npm', ['run', '-s', 'package'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0 || !existsSync(file)) throw new Error('the extension could not be packed');
  return file;
}
