import type Mocha from 'mocha';
import * as vscode from 'vscode';
import { closeEditors, findingsOf, open, until } from './support.ts';

/** What a run tells the script that started it. */
export interface Results {
  readonly vscode: string;
  /** From the start of the extension to the first findings of an open document; milliseconds. */
  readonly firstFindings: number;
  readonly tests: readonly { title: string; state: 'passed' | 'failed'; error?: string }[];
}

/** Runs every test in an extension host; the same in Node and in a worker. */
export async function runSuite(mocha: Mocha): Promise<Results> {
  // Providers that register while a code action is asked for would cancel it; this one starts on the same event.
  await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
  const firstFindings = await timeToFirstFindings();
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./coverage.test.ts');
  await import('./findings.test.ts');
  await import('./fixes.test.ts');
  await import('./pages.test.ts');
  await import('./references.test.ts');
  await import('./settings.test.ts');
  await import('./symbols.test.ts');
  await import('./workspace.test.ts');
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
  return { vscode: vscode.version, firstFindings, tests };
}

async function timeToFirstFindings(): Promise<number> {
  const started = performance.now();
  const { document } = await open('contracts/hosting.md');
  await until(() => findingsOf(document.uri).length > 0, 'the first findings', 60_000);
  const time = Math.round(performance.now() - started);
  await closeEditors();
  return time;
}
