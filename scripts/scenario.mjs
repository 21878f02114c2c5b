// Plays three users on the packed extension, in VS Code in the browser, in both display languages, with the documents of
// examples/: a lawyer who brings documents to full coverage, a drafter, an auditor. Leaves the pictures of the README in
// docs/images/ and those of the walkthrough in media/. Waits for what is to be seen, never for time.
//   node scripts/scenario.mjs [VSIX]
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, provision, startServer, workbenchUrl } from '../test/editor/harness/harness.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// Tests leave the pictures elsewhere.
const images = process.env.SCENARIO_PICTURES ?? join(root, 'docs/images');
const media = process.env.SCENARIO_PICTURES ?? join(root, 'media');
const temporary = mkdtempSync(join(tmpdir(), 'cc-'));
const workspace = join(temporary, 'ws');
const patience = { timeout: 60_000 };

/** What the users look for, in each display language. */
const words = {
  en: {
    walkthrough: 'Get started with Clausecheck',
    policy: 'en/privacy-policy-deficient.md',
    plan: 'en/emergency-plan-deficient.md',
    opinions: 'The Opinions',
    law: 'Law',
    name: 'Destruction of personal information',
    insertFix: 'Insert a clause: Destruction of personal information',
    destroyed: /destroy|delete/,
    status: /Clausecheck: .*\d+ of \d+ clauses met/,
    declared: /type declared/,
    missing: 'missing',
    openPage: 'Clausecheck: Open the Page Behind the Finding',
    focusCoverage: 'Clausecheck: Focus on Clause Coverage View',
    insertClause: 'Clausecheck: Insert Clause…',
    insertTitle: 'Clausecheck: Insert clause',
    openReport: 'Clausecheck: Open Coverage Report',
    contract: {
      file: 'en/procurement-contract-deficient.md',
      term: [19, 15],
      name: 'Vendor',
      renamed: /\(the\s.Vendor.\)/,
      gone: /Supplier/,
      reference: 'under clause 6',
      clause: /^## 6\./,
    },
    search: 'incident',
    found: 'Notification of security incidents',
    fallback: 'Fallback position',
    reportTab: 'Coverage: emergency-plan-deficient.md',
    reportTitle: 'Clause coverage',
    pageOfLaw: /Sources last checked on/,
  },
  zh: {
    walkthrough: '开始使用 Clausecheck',
    policy: 'zh/privacy-policy-deficient.md',
    plan: 'zh/emergency-plan-deficient.md',
    opinions: '《指导意见》',
    law: '个人信息保护法',
    name: '个人信息的销毁',
    insertFix: '插入条款：个人信息的销毁',
    insertAny: '插入条款：',
    destroyed: /销毁|删除/,
    status: /Clausecheck: .*应有\d+项条款，满足\d+项/,
    declared: /文件类型已声明/,
    missing: '缺失',
    openPage: 'Clausecheck: 打开提示背后的说明页',
    focusCoverage: 'Clausecheck: Focus on 条款覆盖情况 View',
    insertClause: 'Clausecheck: 插入条款…',
    insertTitle: 'Clausecheck：插入条款',
    insertAction: '插入条款',
    mendAction: '补全条款',
    openReport: 'Clausecheck: 打开覆盖情况报告',
    contract: {
      file: 'zh/procurement-contract-deficient.md',
      term: [19, 6],
      name: '设备',
      renamed: /“设备”是指/,
      gone: /交付产品/,
      reference: '依第六条',
      clause: /^## 第六条/,
    },
    search: '事件',
    found: '安全事件的报告与告知',
    fallback: '备选条款',
    reportTab: '覆盖情况: emergency-plan-deficient.md',
    reportTitle: '条款覆盖情况',
    pageOfLaw: /依据最近核对日期/,
  },
};

const started = Date.now();

const vsix = process.argv[2] ? resolve(process.argv[2]) : pack();
const { version } = provision();
cpSync(join(root, 'examples'), workspace, { recursive: true });
const server = await startServer({
  vsix,
  userSettings: { 'editor.minimap.enabled': false, 'files.autoSave': 'off', 'editor.wordWrap': 'on' },
});
let window;
/** Turns pictures into WebP; opened beforehand, for a new tab takes the focus. */
let blank;
let failed = 0;
let passed = 0;
try {
  const only = process.env.SCENARIO;
  for (const [language, users] of Object.entries({
    en: [newcomer, lawyer, drafter, auditor],
    zh: [newcomer, lawyer, tenderer, drafter, auditor],
  })) {
    const wanted = users.filter(
      ({ name }) => !only || [name, language, `${name}-${language}`].includes(only),
    );
    if (wanted.length === 0) continue;
    const profile = join(server.home, `profile-${language}`);
    window = await openWindow(profile, language === 'zh' ? { language: 'zh-cn' } : {});
    const { page } = window;
    blank = await window.context.newPage();
    await page.bringToFront();
    await page.goto(workbenchUrl(server.base, workspace));
    for (const user of wanted) await play(user, page, language);
    await window.context.close();
  }
} catch (error) {
  failed++;
  console.error(error);
} finally {
  await window?.context.close().catch(() => {});
  await server.stop();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`Scenarios in VS Code ${version}: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

async function play(user, page, language) {
  const scene = { page, t: words[language], shot: (name, options) => shot(page, language, name, options) };
  const clear = async () => {
    await command(page, 'View: Revert and Close Editor').catch(() => {});
    await command(page, 'View: Close All Editors').catch(() => {});
    cpSync(join(root, 'examples'), workspace, { recursive: true });
  };
  try {
    // A window on a busy machine may swallow a key: a second try, said out loud, from the documents as they were.
    await user(scene).catch(async (error) => {
      console.error(`${user.name}: ${error.message}; once more`);
      await clear();
      await user(scene);
    });
    passed++;
  } catch (error) {
    failed++;
    console.error(user.name, language, error);
    const sight = join(tmpdir(), `clausecheck-scenario-${user.name}-${language}.png`);
    await page.screenshot({ path: sight });
    console.error(`The last sight is in ${sight}`);
  }
  await clear();
}

/** The walkthrough: its steps are there, each with its picture or its page. */
async function newcomer({ page, t, shot }) {
  await page.waitForSelector('.monaco-workbench .sidebar', patience);
  // In a narrow window there are no pictures.
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1600, height: 900 });
  await command(page, 'Welcome: Open Walkthrough');
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.fill(t.walkthrough);
  const choice = page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: t.walkthrough })
    .first();
  await choice.waitFor(patience);
  await choice.click();
  const steps = page.locator('.gettingStartedDetailsContent .getting-started-step:visible');
  await until(async () => (await steps.count()) === 6, 'six steps');
  for (let i = 0; i < 6; i++) {
    await steps.nth(i).click();
    if (i === 1) continue; // a page of text
    const picture = page.locator('.getting-started-media img:visible');
    await until(
      async () => (await picture.evaluateAll((all) => all.some((one) => one.naturalWidth > 0))) === true,
      `the picture of step ${i + 1}`,
    );
  }
  await shot('walkthrough');
  await page.setViewportSize(size);
  step('the walkthrough shows its steps and pictures');
}

/** A privacy policy: the findings, the authority behind them, the quick fix, undo. */
async function lawyer({ page, t, shot }) {
  const id = 'opinions/pi-destruction';
  const file = join(workspace, t.policy);
  const original = readFileSync(file);

  await openFile(page, t.policy);
  await page.waitForSelector('.monaco-editor .squiggly-warning', patience);
  step('the policy is underlined');

  await page.keyboard.press('Control+Shift+M');
  await problem(page, id).first().waitFor(patience);
  await shot('problems');
  step('the Problems list names the requirement');

  await problem(page, id).first().dblclick();
  await page.locator('.monaco-editor.focused').first().waitFor(patience);
  await command(page, 'Show or Focus Hover');
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: t.opinions }).first();
  await hover.waitFor(patience);
  await page.locator('.monaco-hover:visible').filter({ hasText: t.law }).first().waitFor(patience);
  await shot('hover', { part: 'editor' });
  assert.ok(await hover.isVisible(), 'the hover is in the picture');
  step('the hover cites the authority');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+.');
  const fix = page.locator('.action-widget .monaco-list-row').filter({ hasText: t.insertFix });
  await fix.first().waitFor(patience);
  await shot('quick-fix', { part: 'editor' });
  step('the quick fix is offered');

  await fix.first().click();
  await until(async () => t.destroyed.test(await textOf(page)), 'the clause in the text');
  await problem(page, id)
    .first()
    .waitFor({ state: 'detached', ...patience });
  await shot('fixed');
  step('the clause is inserted and the finding is gone');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await until(() => !readFileSync(file).equals(original), 'the clause on disk');
  await page.keyboard.press('Control+z');
  await problem(page, id).first().waitFor(patience);
  await page.keyboard.press('Control+s');
  await until(() => readFileSync(file).equals(original), 'the bytes as they were');
  step('undo gives the bytes back');

  await page.locator('[id="status.languageStatus"]').first().hover();
  const status = page.locator('.monaco-hover:visible').filter({ hasText: t.status }).first();
  await status.waitFor(patience);
  assert.match(await status.innerText(), t.declared);
  await shot('status');
  step('the status names type and clauses met');

  await problem(page, id).first().dblclick();
  await page.locator('.monaco-editor.focused').first().waitFor(patience);
  await command(page, t.openPage);
  await page.waitForSelector('.tab.active:has-text("pi-destruction")', patience);
  await renderedPage(page, t);
  await shot('page');
  step('the finding leads to its page');
  await command(page, 'View: Close Editor');

  await problem(page, id).first().dblclick();
  await page.locator('.monaco-editor.focused').first().waitFor(patience);
  await command(page, 'Show or Focus Hover');
  await page.locator('.monaco-hover:visible a').filter({ hasText: id }).first().click();
  await page.waitForSelector('.tab.active:has-text("pi-destruction")', patience);
  // The page takes the focus when it is there; a command typed before would be lost.
  await renderedPage(page, t);
  step('and so does the hover');
  await command(page, 'View: Close Editor');

  await command(page, t.focusCoverage);
  await coverageRow(page, t.missing).first().waitFor(patience);
  await shot('coverage', { part: 'left' });
  step('the view tells what is missing');
}

/** A Chinese tender: to full coverage by quick fixes, with the view in the side bar. */
async function tenderer({ page, t, shot }) {
  await openFile(page, 'zh/bid-invitation-deficient.md');
  await command(page, 'Problems: Focus on Problems View');
  await problem(page, t.opinions).first().waitFor(patience);
  await shot('tender');
  step('a Chinese tender is checked');

  await command(page, t.focusCoverage);
  const row = (text) => coverageRow(page, text);
  await row(t.missing).first().waitFor(patience);
  const missing = await row(t.missing).count();
  assert.ok(missing >= 2, `${missing} rows say ${t.missing}`);
  await shot('tender-coverage');
  step('the view tells what is missing');

  // The first by a quick fix in the text, the others by the actions in the view.
  await problem(page, t.missing).or(problem(page, t.opinions)).first().dblclick();
  await page.locator('.monaco-editor.focused').first().waitFor(patience);
  await page.keyboard.press('Control+.');
  const fix = page.locator('.action-widget .monaco-list-row').filter({ hasText: t.insertAny });
  await fix.first().waitFor(patience);
  await fix.first().click();
  await until(async () => (await row(t.missing).count()) < missing, 'one row less that says 缺失');
  await page.keyboard.press('Escape');
  step('a quick fix changes the view');

  for (let left = await row(t.missing).count(); left > 0; left--) {
    await row(t.missing).first().hover();
    await row(t.missing).first().locator(`.action-label[aria-label="${t.insertAction}"]`).click();
    await until(async () => (await row(t.missing).count()) < left, 'one row less that says 缺失');
    await page.keyboard.press('Escape');
  }
  step('each missing clause is inserted from the view');

  // A clause that was inserted may complete another one.
  if ((await row('部分满足').count()) > 0) {
    await row('部分满足').first().hover();
    await row('部分满足').first().locator(`.action-label[aria-label="${t.mendAction}"]`).click();
  }
  await until(async () => (await row(/缺失|部分满足|表述偏弱/).count()) === 0, 'full coverage');
  await page.locator('.markers-panel', { hasText: 'No problems' }).waitFor(patience);
  await shot('tender-covered');
  step('the tender is fully covered');
}

/** A contract: a defined term renamed, a reference followed, a clause searched for and inserted. */
async function drafter({ page, t, shot }) {
  const { file, term, renamed, gone, reference, clause } = t.contract;
  await openFile(page, file);
  await command(page, 'Problems: Focus on Problems View');
  await problem(page, 'opinions/incident-notification').first().waitFor(patience);
  await page.locator('.monaco-editor .view-lines').first().click();
  await goTo(page, ...term);
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input');
  await box.waitFor(patience);
  await box.fill(t.contract.name);
  await page.keyboard.press('Enter');
  await until(async () => renamed.test(await textOf(page)), 'the new name');
  assert.doesNotMatch(await textOf(page), gone);
  await shot('rename');
  step('a defined term is renamed');

  await find(page, reference);
  await page.keyboard.press('F12');
  const line =
    readFileSync(join(workspace, file), 'utf8')
      .split('\n')
      .findIndex((text) => clause.test(text)) + 1;
  await cursorIn(page, line);
  step('a reference leads to its clause');

  await command(page, t.insertClause);
  // The list of commands may still be closing; its field looks the same.
  await page.locator('.quick-input-title:visible', { hasText: t.insertTitle }).waitFor(patience);
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor(patience);
  await input.fill(t.search);
  await page.locator(`.quick-input-list .monaco-list-row:has-text("${t.found}")`).first().waitFor(patience);
  await until(
    async () =>
      (await frameTexts(page)).some((text) => text.startsWith(t.found) && text.includes(t.fallback)),
    'the preview with a fallback position',
  );
  await shot('insert', { part: 'whole' });
  await page.keyboard.press('Escape');
  step('clauses are searched by name and wording');
}

/** The report: opened beside the document, its links lead to the evidence. */
async function auditor({ page, t, shot }) {
  await openFile(page, t.plan);
  await command(page, 'Problems: Focus on Problems View');
  await problem(page, 'opinions/').first().waitFor(patience);
  await page.locator('.monaco-editor .view-lines').first().click();
  await command(page, 'View: Hide Panel').catch(() => {});
  await command(page, t.openReport);
  await page.waitForSelector(`.tab:has-text("${t.reportTab}")`, patience);
  let report;
  await until(async () => {
    for (const frame of page.frames()) {
      const heading = frame.locator('h1', { hasText: t.reportTitle });
      if ((await heading.count().catch(() => 0)) > 0) report = frame;
    }
    return report !== undefined;
  }, 'the report');
  await shot('report', { part: 'right' });
  step('the report stands beside the document');

  const link = report.locator('blockquote a').last();
  const line = Number(/\d+/.exec(await link.innerText())?.[0]);
  await link.click();
  await cursorIn(page, line);
  step('its link leads to the evidence');

  await report.locator('h4 a').first().click();
  await page.waitForSelector('.tab.active:has-text(".md")', patience);
  await until(
    async () => (await frameTexts(page)).some((text) => t.pageOfLaw.test(text)),
    'the page of the requirement',
  );
  step('the name of a requirement leads to its page');
}

function coverageRow(page, text) {
  return page.locator('.pane-body .monaco-list-row').filter({ hasText: text });
}

function problem(page, text) {
  return page.locator(`.markers-panel .monaco-list-row:has-text("${text}")`);
}

/** `part`: what matters of it goes to the walkthrough. */
async function shot(page, language, picture, { part } = {}) {
  const folder = (kind) => (language === 'en' ? kind : join(kind, language));
  const whole = await page.screenshot();
  const clipped = part && (await page.screenshot({ clip: clipOf(part) }));
  await keep(join(folder(images), `${picture}.webp`), whole);
  if (clipped) await keep(join(folder(media), `${picture}.webp`), clipped, 0.4);
}

function clipOf(part) {
  return {
    x: part === 'left' ? 0 : part === 'whole' ? 340 : 352,
    y: part === 'whole' ? 0 : 36,
    width: part === 'whole' ? 940 : part === 'right' ? 924 : 760,
    height: 480,
  };
}

/** A picture as WebP: much smaller than the PNG that the browser makes. */
async function keep(file, png, quality = 0.8) {
  mkdirSync(dirname(file), { recursive: true });
  const url = await blank.evaluate(
    async ({ data, quality }) => {
      const image = document.createElement('img');
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    { data: png.toString('base64'), quality },
  );
  writeFileSync(file, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
}

async function renderedPage(page, t) {
  await until(
    async () => (await frameTexts(page)).some((text) => text.startsWith(t.name)),
    'the rendered page',
  );
}

async function command(page, title) {
  const input = page.locator('.quick-input-widget:visible input').first();
  await page.keyboard.press('F1');
  // A page that is just closing swallows the key: the focus goes back to a tab first.
  await input.waitFor({ timeout: 5000 }).catch(async () => {
    await page.locator('.tab.active').first().click();
    await page.keyboard.press('F1');
    await input.waitFor(patience);
  });
  await input.fill(`>${title}`);
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
  await row.waitFor({ timeout: 10_000 });
  await row.click();
}

async function goTo(page, line, character) {
  await page.keyboard.press('Control+g');
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor(patience);
  await input.fill(`:${line}:${character}`);
  await page.keyboard.press('Enter');
}

/** Puts the cursor on a passage. */
async function find(page, words) {
  await page.keyboard.press('Control+f');
  const input = page.locator('.find-widget.visible textarea').first();
  await input.waitFor(patience);
  await input.fill(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.monaco-editor.focused').first().waitFor(patience);
}

async function cursorIn(page, line) {
  const status = page.locator('[id="status.editor.selection"]');
  const words = () => status.innerText().catch(() => '');
  await until(async () => (await words()).includes(`Ln ${line},`), `the cursor in line ${line}`);
}

async function frameTexts(page) {
  return Promise.all(
    page.frames().map((frame) =>
      frame
        .locator('body')
        .innerText({ timeout: 500 })
        .catch(() => ''),
    ),
  );
}

async function openFile(page, file) {
  await page.waitForSelector(
    '.monaco-workbench .explorer-folders-view, .monaco-workbench .sidebar',
    patience,
  );
  await page.keyboard.press('Control+p');
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor(patience);
  const name = file.replace(/^.*\//, '');
  await input.fill(file);
  await page.locator(`.quick-input-list .monaco-list-row:has-text("${name}")`).first().waitFor(patience);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.tab.active:has-text("${name}")`, patience);
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
