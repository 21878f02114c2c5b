import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import * as vscode from 'vscode';

/** Runs in the extension host of a real VS Code; ends well when every test passed. */
export async function run(): Promise<void> {
  // Providers that register while a code action is asked for would cancel it; this one starts on the same event.
  await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./coverage.test.ts');
  await import('./findings.test.ts');
  await import('./fixes.test.ts');
  await import('./pages.test.ts');
  await import('./settings.test.ts');
  const tests: { title: string; state: 'passed' | 'failed'; error?: string }[] = [];
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => tests.push({ title: test.fullTitle(), state: 'passed' }))
      .on('fail', (test, error: unknown) => {
        tests.push({ title: test.fullTitle(), state: 'failed', error: String(error) });
        // At once: a run that ends too late would never say it.
        console.log(String(error));
      });
  });
  const file = process.env['TEST_RESULTS_FILE'];
  if (file) writeFileSync(file, JSON.stringify({ vscode: vscode.version, tests }));
  if (failures > 0) throw new Error(`${failures} test(s) failed`);
}
