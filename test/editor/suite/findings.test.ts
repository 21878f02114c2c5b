import { strict as assert } from 'node:assert';
import { suite, teardown, test } from 'mocha';
import { commands, DiagnosticSeverity, extensions, type Hover, languages, type MarkdownString } from 'vscode';
import { closeEditors, codeOf, finding, findingsOf, open, until } from './support.ts';

suite('Findings', () => {
  teardown(closeEditors);

  test('a deficient contract is underlined where the clause belongs', async () => {
    const { document } = await open('contracts/hosting.md');
    const missing = await finding(document.uri, 'opinions/pi-destruction');
    assert.equal(missing.severity, DiagnosticSeverity.Warning);
    assert.match(missing.message, /The Opinions \(key task 5\) call for/);
    assert.match(document.lineAt(missing.range.start.line).text, /^#/);
    assert.ok(extensions.getExtension('clausecheck.clausecheck')?.isActive);
  });

  test('a Chinese contract too', async () => {
    const { document } = await open('contracts/托管.md');
    const missing = await finding(document.uri, 'opinions/pi-destruction');
    assert.match(document.getText(missing.range), /\S/);
  });

  test('the code of a finding leads to its page', async () => {
    const { document } = await open('contracts/hosting.md');
    const { code } = await finding(document.uri, 'opinions/pi-destruction');
    assert.ok(typeof code === 'object');
    assert.equal(code.target.toString(), 'clausecheck:/en/opinions/pi-destruction.md');
  });

  test('the hover names instrument and provision', async () => {
    const { document } = await open('contracts/hosting.md');
    const { range } = await finding(document.uri, 'opinions/pi-destruction');
    const text = await until(async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        range.start.translate(0, 1),
      );
      return hovers
        .flatMap(({ contents }) => contents.map((c) => (c as MarkdownString).value))
        .find((value) => value.includes('opinions/'));
    }, 'a hover');
    assert.match(text, /key task|重点任务/);
  });

  test('a note that is no legal document stays in peace', async () => {
    await open('notes.md');
    const other = await open('contracts/hosting.md');
    await finding(other.document.uri, 'opinions/pi-destruction');
    const { document } = await open('notes.md');
    await until(() => languages.getDiagnostics(document.uri).every(({ source }) => source !== 'clausecheck'));
    assert.deepEqual(findingsOf(document.uri).map(codeOf), []);
  });
});
