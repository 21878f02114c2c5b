import { strict as assert } from 'node:assert';
import { suite, teardown, test } from 'mocha';
import { DiagnosticSeverity, workspace } from 'vscode';
import { closeEditors, codeOf, finding, findingsOf, inWorkspace, open, until } from './support.ts';

const destruction = 'opinions/pi-destruction';
const severityOf = async (path: string): Promise<DiagnosticSeverity | undefined> => {
  const { document } = await open(path);
  return findingsOf(document.uri).find((d) => codeOf(d) === destruction)?.severity;
};

suite('Settings', () => {
  teardown(closeEditors);

  test('a level set in the editor counts at once, and no longer when it is taken back', async () => {
    const { document } = await open('contracts/hosting.md');
    await finding(document.uri, destruction);
    const settings = workspace.getConfiguration('clausecheck');
    await settings.update('levels', { [destruction]: 'error' }, false);
    await until(
      async () => (await severityOf('contracts/hosting.md')) === DiagnosticSeverity.Error,
      'an error',
    );
    await settings.update('levels', undefined, false);
    await until(
      async () => (await severityOf('contracts/hosting.md')) === DiagnosticSeverity.Warning,
      'a warning',
    );
  });

  test('a clausecheck.yaml that comes and goes is noticed', async () => {
    const { document } = await open('contracts/hosting.md');
    await finding(document.uri, destruction);
    const file = inWorkspace('clausecheck.yaml');
    await workspace.fs.writeFile(file, new TextEncoder().encode(`levels: { ${destruction}: hint }\n`));
    await until(async () => (await severityOf('contracts/hosting.md')) === DiagnosticSeverity.Hint, 'a hint');
    await workspace.fs.delete(file);
    await until(
      async () => (await severityOf('contracts/hosting.md')) === DiagnosticSeverity.Warning,
      'a warning',
    );
  });

  test('the messages are Chinese when the setting says so', async () => {
    const { document } = await open('contracts/hosting.md');
    await finding(document.uri, destruction);
    const settings = workspace.getConfiguration('clausecheck');
    await settings.update('language', 'zh', false);
    const shown = await until(
      () =>
        findingsOf(document.uri).find((d) => codeOf(d) === destruction && d.message.includes('《指导意见》')),
      'a Chinese message',
    );
    assert.match(shown.message, /重点任务五/);
    await settings.update('language', undefined, false);
  });
});
