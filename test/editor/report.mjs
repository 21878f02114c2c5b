// The report in a real browser: axe-core finds nothing, light and dark, and it prints.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openWindow } from './harness/harness.mjs';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Writes reports of the examples into `folder` and looks at them; how many were sound. */
export async function checkReport(root, folder) {
  const axe = createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js');
  const count = { passed: 0, failed: 0 };
  const { context, page } = await openWindow(join(folder, 'axe-profile'));
  try {
    for (const [name, ...args] of [
      ['folder', 'examples'],
      ['one', 'examples/en/privacy-policy-deficient.md'],
      ['zh', '--lang', 'zh', 'examples/zh/bid-invitation-deficient.md'],
    ]) {
      const file = join(folder, `report-${name}.html`);
      const { status, stderr } = spawnSync(
        process.execPath,
        [join(root, 'dist/cli.js'), 'report', '--quiet', '--output', file, ...args],
        { cwd: root, encoding: 'utf8' },
      );
      if (status !== 0) throw new Error(`clausecheck report ${args.join(' ')}: ${status} ${stderr}`);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await page.goto(pathToFileURL(file).href);
        const { violations, wide } = await look(page, axe);
        if (process.env.REPORT_SHOTS) {
          await page.screenshot({
            path: join(process.env.REPORT_SHOTS, `report-${name}-${colorScheme}.png`),
          });
        }
        if (violations.length === 0 && !wide) count.passed++;
        else {
          count.failed++;
          if (wide) console.error(`  failed: report ${name} (${colorScheme}): wider than the window`);
          for (const { id, help, nodes } of violations) {
            console.error(`  failed: report ${name} (${colorScheme}): ${id}: ${help}`);
            console.error(`    ${nodes[0]?.html} and ${nodes.length - 1} more`);
          }
        }
      }
      const printed = await page.pdf({ format: 'A4' });
      count[printed.length > 10_000 ? 'passed' : 'failed']++;
    }
  } finally {
    await context.close().catch(() => {});
  }
  return count;
}

async function look(page, axe) {
  // The page allows no script: axe comes in past its policy, by the debugger.
  await page.evaluate(await (await import('node:fs/promises')).readFile(axe, 'utf8'));
  return page.evaluate(async (values) => {
    const { violations } = await globalThis.axe.run(globalThis.document, {
      runOnly: { type: 'tag', values },
    });
    const { scrollWidth, clientWidth } = globalThis.document.documentElement;
    return { violations, wide: scrollWidth > clientWidth };
  }, rules);
}
