import type Mocha from 'mocha';
import * as vscode from 'vscode';

/** What a run tells the script that started it. */
export interface Results {
  readonly vscode: string;
  readonly tests: readonly { title: string; state: 'passed' | 'failed'; error?: string }[];
}

/** Runs every test in an extension host; the same in Node and in a worker. */
export async function runSuite(mocha: Mocha): Promise<Results> {
  // Providers that register while a code action is asked for would cancel it; this one starts on the same event.
  await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./coverage.test.ts');
  await import('./findings.test.ts');
  await import('./fixes.test.ts');
  await import('./pages.test.ts');
  await import('./settings.test.ts');
  await import('./symbols.test.ts');
  const tests: Results['tests'][number][] = [];
  await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => tests.push({ title: test.fullTitle(), state: 'passed' }))
      .on('fail', (test, error: unknown) => {
        tests.push({ title: test.fullTitle(), state: 'failed', error: String(error) });
        // At once: a run that ends too late would never say it.
        console.log(String(error));
      });
  });
  return { vscode: vscode.version, tests };
}
