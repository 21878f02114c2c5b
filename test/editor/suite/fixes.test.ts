import { strict as assert } from 'node:assert';
import { suite, teardown, test } from 'mocha';
import {
  type CodeAction,
  commands,
  type CompletionList,
  type Diagnostic,
  Position,
  type Uri,
  workspace,
} from 'vscode';
import { finding, noFinding, open, openText, revertAndClose, until } from './support.ts';

const destruction = 'opinions/pi-destruction';
const name = 'Destruction of personal information';
/** How many actions VS Code fetches the edit of. */
const resolved = 50;

suite('Fixes', () => {
  teardown(revertAndClose);

  test('the quick fix inserts the clause, the finding goes, undo gives the text back', async () => {
    const { document } = await open('contracts/hosting.md');
    const before = document.getText();
    const missing = await finding(document.uri, destruction);
    const fix = await preferredFix(document.uri, missing);
    assert.ok(fix.edit);
    assert.ok(await workspace.applyEdit(fix.edit));
    assert.notEqual(document.getText(), before);
    assert.ok(!document.getText().includes('${'), 'the snippet was expanded');
    await noFinding(document.uri, destruction);
    await until(async () => {
      await commands.executeCommand('undo');
      return document.getText() === before;
    }, 'the text as it was');
    await finding(document.uri, destruction);
  });

  test('the edit of an action comes when it is asked for', async () => {
    const { document } = await open('contracts/hosting.md');
    const { range } = await finding(document.uri, destruction);
    const unresolved = await until(async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        'quickfix',
      );
      return actions.find(({ title }) => title.includes(name));
    }, 'the action');
    assert.equal(unresolved.edit, undefined);
  });

  test('a Chinese contract gets a Chinese clause', async () => {
    const { document } = await open('contracts/托管.md');
    const missing = await finding(document.uri, destruction);
    const fix = await preferredFix(document.uri, missing);
    assert.ok(fix.edit && (await workspace.applyEdit(fix.edit)));
    assert.match(document.getText(), /销毁|删除/);
    await noFinding(document.uri, destruction);
  });

  test('the finding follows the keystrokes', async () => {
    const editor = await open('contracts/hosting.md');
    const { document } = editor;
    await finding(document.uri, destruction);
    const clause =
      '\nThe Supplier shall destroy all personal information within 30 days after termination.\n';
    await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, clause));
    await noFinding(document.uri, destruction);
    await commands.executeCommand('undo');
    await finding(document.uri, destruction);
  });

  test('all missing clauses can be inserted at once', async () => {
    const { document } = await open('contracts/hosting.md');
    const { range } = await finding(document.uri, destruction);
    const all = await until(async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        'source.fixAll.clausecheck',
        resolved,
      );
      return actions.find((action) => action.edit);
    }, 'source.fixAll.clausecheck');
    assert.equal(all.kind?.value, 'source.fixAll.clausecheck');
    assert.ok(all.edit && (await workspace.applyEdit(all.edit)));
    await noFinding(document.uri, destruction);
  });

  test('the chosen type is written into the front matter', async () => {
    const { document } = await openText('# Notice to users\n\nWe write to you.\n');
    await until(async () => {
      await commands.executeCommand('clausecheck.chooseType', 'privacy-policy');
      return document.getText().includes('clausecheck: { type: privacy-policy }');
    }, 'the front matter');
    await finding(document.uri, destruction);
  });

  test('completion offers a clause at the start of a line', async () => {
    const { document } = await open('contracts/hosting.md');
    await finding(document.uri, destruction);
    const item = await until(async () => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new Position(document.lineCount - 1, 0),
      );
      return items.find(({ detail }) => detail === destruction);
    }, 'a completion');
    assert.equal(item.label, 'Destruction of personal information');
  });
});

/** The requirement's name is in the title; VS Code does not tell which finding an action mends. */
const preferredFix = (uri: Uri, { range }: Diagnostic): Promise<CodeAction> =>
  until(async () => {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      'quickfix',
      resolved,
    );
    return actions.find(({ isPreferred, edit, title }) => isPreferred && edit && title.includes(name));
  }, 'the quick fix');
