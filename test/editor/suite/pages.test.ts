import { strict as assert } from 'node:assert';
import { suite, teardown, test } from 'mocha';
import { commands, Selection, Uri, window, workspace } from 'vscode';
import { closeEditors, finding, open, until } from './support.ts';

suite('Pages', () => {
  teardown(closeEditors);

  for (const [locale, heading] of [
    ['en', 'Destruction of personal information'],
    ['zh', '个人信息的销毁'],
  ] as const) {
    test(`the page of a requirement opens offline (${locale})`, async () => {
      const uri = Uri.parse(`clausecheck:/${locale}/opinions/pi-destruction.md`);
      const document = await workspace.openTextDocument(uri);
      assert.equal(document.lineAt(0).text, `# ${heading}`);
      assert.equal(document.languageId, 'markdown');
    });
  }

  test('the command opens the page of the finding at the cursor, rendered', async () => {
    const editor = await open('contracts/hosting.md');
    const { range } = await finding(editor.document.uri, 'opinions/pi-destruction');
    editor.selection = new Selection(range.start, range.start);
    await commands.executeCommand('clausecheck.openPage');
    const tab = await until(
      () =>
        window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .find(({ label, isActive }) => isActive && /pi-|opinions|Preview/.test(label)),
      'the preview',
    );
    assert.match(tab.label, /\.md/);
  });
});
