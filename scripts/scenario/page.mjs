// What the users do with the window, and what they see in it.

/** In milliseconds. */
export const patience = { timeout: 60_000 };
const started = Date.now();

export function coverageRow(page, text) {
  return page.locator('.pane-body .monaco-list-row').filter({ hasText: text });
}

export function problem(page, text) {
  return page.locator(`.markers-panel .monaco-list-row:has-text("${text}")`);
}

export async function renderedPage(page, t) {
  await until(
    async () => (await frameTexts(page)).some((text) => text.startsWith(t.name)),
    'the rendered page',
  );
}

export async function command(page, title) {
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

export async function goTo(page, line, character) {
  await page.keyboard.press('Control+g');
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor(patience);
  await input.fill(`:${line}:${character}`);
  await page.keyboard.press('Enter');
}

/** Puts the cursor on a passage. */
export async function find(page, words) {
  await page.keyboard.press('Control+f');
  const input = page.locator('.find-widget.visible textarea').first();
  await input.waitFor(patience);
  await input.fill(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.monaco-editor.focused').first().waitFor(patience);
}

export async function cursorIn(page, line) {
  const status = page.locator('[id="status.editor.selection"]');
  const words = () => status.innerText().catch(() => '');
  await until(async () => (await words()).includes(`Ln ${line},`), `the cursor in line ${line}`);
}

export async function frameTexts(page) {
  return Promise.all(
    page.frames().map((frame) =>
      frame
        .locator('body')
        .innerText({ timeout: 500 })
        .catch(() => ''),
    ),
  );
}

export async function openFile(page, file) {
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

export function textOf(page) {
  return page.locator('.monaco-editor .view-lines').first().innerText();
}

export async function until(look, what) {
  for (const end = Date.now() + patience.timeout; Date.now() < end;) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

export function step(what) {
  console.log(`${String(Date.now() - started).padStart(6)} ms  ${what}`);
}
