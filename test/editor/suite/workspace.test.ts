import { strict as assert } from 'node:assert';
import { suite, teardown, test } from 'mocha';
import { commands, type SymbolInformation, TabInputWebview, window, workspace } from 'vscode';
import { closeEditors, codeOf, findingsOf, inWorkspace, open, revertAndClose, until } from './support.ts';

const destruction = 'opinions/pi-destruction';

suite('The workspace', () => {
  teardown(revertAndClose);

  test('files that are not open are checked when the setting says so, and no longer when it does not', async () => {
    await closeEditors();
    const uri = inWorkspace('contracts/托管.md');
    const found = (): boolean => findingsOf(uri).some((d) => codeOf(d) === destruction);
    const settings = workspace.getConfiguration('clausecheck');
    await settings.update('diagnose', 'workspace', false);
    await until(found, 'the finding in a file that is not open');
    await settings.update('diagnose', undefined, false);
    await until(() => !found(), 'the finding to go');
  });

  test('terms of files that are not open are found by name', async () => {
    await open('notes.md');
    const symbol = await until(async () => {
      const found = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Service Data',
      );
      return found.find(({ name }) => name === 'Service Data');
    }, 'the term');
    assert.match(symbol.location.uri.path, /contracts\/master\.md$/);
  });
});

suite('Insert clause', () => {
  teardown(revertAndClose);

  test('a fallback position is inserted in the words of the document', async () => {
    const { document } = await open('contracts/hosting.md');
    await until(async () => {
      await commands.executeCommand('clausecheck.insertClause', destruction, 'fallback');
      return document.isDirty;
    }, 'the clause');
    assert.match(
      document.getText(),
      /The Supplier shall delete the personal information .* within ninety \(90\) days/,
    );
    await until(() => !findingsOf(document.uri).some((d) => codeOf(d) === destruction), 'the finding to go');
  });

  test('the search shows a preview, which goes with it', async () => {
    await open('contracts/hosting.md');
    const previews = (): number =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(
          ({ input }) => input instanceof TabInputWebview && /clausecheck\.preview/.test(input.viewType),
        ).length;
    const search = commands.executeCommand('clausecheck.insertClause');
    await until(() => previews() === 1, 'the preview');
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await search;
    await until(() => previews() === 0, 'the preview to go');
  });
});
