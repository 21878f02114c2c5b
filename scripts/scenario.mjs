// Plays three users on the packed extension, in VS Code in the browser, in both display languages, with the documents of
// examples/: a lawyer who brings documents to full coverage, a drafter, an auditor. Leaves the pictures of the README in
// docs/images/ and those of the walkthrough in media/. Waits for what is to be seen, never for time.
//   node scripts/scenario.mjs [VSIX]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, provision, startServer, workbenchUrl } from '../test/editor/harness/harness.mjs';
import { command } from './scenario/page.mjs';
import { shot } from './scenario/pictures.mjs';
import { auditor, drafter, lawyer, newcomer, tenderer } from './scenario/users.mjs';
import { words } from './scenario/words.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'cc-'));
const workspace = join(temporary, 'ws');

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
  const scene = {
    page,
    workspace,
    t: words[language],
    shot: (name, options) => shot({ page, blank }, language, name, options),
  };
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

function pack() {
  const file = join(root, 'clausecheck.vsix');
  const { status } = spawnSync('npm', ['run', '-s', 'package'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0 || !existsSync(file)) throw new Error('the extension could not be packed');
  return file;
}
