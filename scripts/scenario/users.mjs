// What each user does; a scene is a page, the words to look for (`t`), a way to take pictures (`shot`) and the folder.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  command,
  coverageRow,
  cursorIn,
  find,
  frameTexts,
  goTo,
  openFile,
  patience,
  problem,
  renderedPage,
  step,
  textOf,
  until,
} from './page.mjs';

/** The walkthrough: its steps are there, each with its picture or its page. */
export async function newcomer({ page, t, shot }) {
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
export async function lawyer({ page, t, shot, workspace }) {
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
export async function tenderer({ page, t, shot }) {
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
export async function drafter({ page, t, shot, workspace }) {
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
export async function auditor({ page, t, shot }) {
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
