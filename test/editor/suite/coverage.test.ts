import { strict as assert } from 'node:assert';
import { suite, teardown, test } from 'mocha';
import {
  type CodeLens,
  commands,
  extensions,
  TabInputWebview,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { closeEditors, finding, noFinding, open, revertAndClose, until } from './support.ts';

const destruction = 'opinions/pi-destruction';

interface Entry {
  readonly id: string;
  readonly state: string;
  readonly description: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly repair?: string;
}
interface Row {
  readonly kind: 'group';
  readonly uri: Uri;
  readonly group: {
    readonly title: string;
    readonly description: string;
    readonly entries: readonly Entry[];
  };
}

interface Shown {
  readonly coverage: () => readonly Row[];
  readonly report: () => { readonly html: string } | undefined;
}

function extension(): Shown {
  const found = extensions.getExtension('clausecheck.clausecheck');
  return found?.isActive ? (found.exports as Shown) : { coverage: () => [], report: () => undefined };
}
const rows = (): readonly Row[] => extension().coverage();
const entryOf = (uri: Uri, id: string): Entry | undefined =>
  rows()
    .filter((row) => row.uri.toString() === uri.toString())
    .flatMap((row) => row.group.entries)
    .find((entry) => entry.id === id);
const entry = (uri: Uri, id: string, state: string): Promise<Entry> =>
  until(() => {
    const found = entryOf(uri, id);
    return found?.state === state ? found : undefined;
  }, `${id} as ${state} in the view`);

suite('Coverage', () => {
  teardown(revertAndClose);

  test('the view lists the requirements by task and follows the document', async () => {
    const { document } = await open('contracts/hosting.md');
    const missing = await entry(document.uri, destruction, 'missing');
    assert.match(missing.description, /^missing/);
    assert.equal(missing.repair, 'insert');
    const group = rows().find(({ group: g }) => g.entries.some((e) => e.id === destruction))?.group;
    assert.equal(group?.title, 'Key task 5 · Data and personal information');
    assert.match(group?.description ?? '', /^\d of \d met$/);
  });

  test('the inline action inserts the clause, and the row says met', async () => {
    const { document } = await open('contracts/hosting.md');
    const missing = await entry(document.uri, destruction, 'missing');
    await commands.executeCommand('clausecheck.coverage.insert', {
      kind: 'entry',
      uri: document.uri,
      entry: missing,
    });
    const met = await entry(document.uri, destruction, 'met');
    await noFinding(document.uri, destruction);
    await commands.executeCommand('clausecheck.coverage.show', document.uri, [met.range.start.line, 0]);
    const line = window.activeTextEditor?.selection.active.line ?? -1;
    assert.match(document.lineAt(line).text, /destroy/);
  });

  test('a note has no rows', async () => {
    await open('notes.md');
    await until(() => rows().length === 0, 'an empty view');
  });

  test('"Insert clause" writes a clause at its place', async () => {
    const { document } = await open('contracts/hosting.md');
    await finding(document.uri, destruction);
    await until(async () => {
      await commands.executeCommand('clausecheck.insertClause', destruction);
      return document.isDirty;
    }, 'the clause');
    await noFinding(document.uri, destruction);
  });

  test('a lens stands above the headings, unless the setting says no', async () => {
    const { document } = await open('contracts/hosting.md');
    await finding(document.uri, destruction);
    const lenses = (): Thenable<CodeLens[]> =>
      commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    const first = await until(
      async () => (await lenses()).find(({ command }) => /opinions\//.test(command?.title ?? '')),
      'a lens',
    );
    assert.match(document.lineAt(first.range.start.line).text, /^#|^\*\*|^\d/);
    const settings = workspace.getConfiguration('clausecheck');
    await settings.update('codeLens', false, false);
    await until(
      async () => (await lenses()).every(({ command }) => !/opinions\//.test(command?.title ?? '')),
      'no lens',
    );
    await settings.update('codeLens', undefined, false);
  });

  test('the report opens beside the document, and follows it when it is saved', async () => {
    const { document } = await open('contracts/hosting.md');
    const reportTab = () =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof TabInputWebview && /clausecheck\.report/.test(input.viewType));
    const tab = await until(async () => {
      await commands.executeCommand('clausecheck.openReport');
      return reportTab();
    }, 'the report');
    assert.equal(tab.label, 'Coverage: hosting.md');
    const before = extension().report()?.html ?? '';
    const evidence = 'The Supplier shall delete the personal information within 30 days after termination.';
    assert.equal(before.includes(evidence), false);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, `\n\n${evidence}\n`);
    await workspace.applyEdit(edit);
    await document.save();
    await until(() => extension().report()?.html.includes(evidence), 'the new report');
    await commands.executeCommand('undo');
    await document.save();
    await until(() => extension().report()?.html === before, 'the report as it was');
    // A tab that was drawn anew is another object.
    const last = reportTab();
    assert.ok(last);
    await window.tabGroups.close(last);
  });
});

suite('New document', () => {
  teardown(revertAndClose);

  for (const [type, language, words] of [
    ['service-contract', 'en', /The Supplier shall/],
    ['privacy-policy', 'zh', /我们/],
  ] as const) {
    test(`a skeleton of ${type} (${language}) is open and lacks nothing`, async () => {
      await closeEditors();
      const { document } = await until(async () => {
        await commands.executeCommand('clausecheck.newDocument', type, language);
        const editor = window.activeTextEditor;
        return editor?.document.getText().includes(`type: ${type}`) ? editor : undefined;
      }, 'the skeleton');
      assert.match(document.getText(), words);
      await until(
        () => rows().some((row) => row.uri.toString() === document.uri.toString()),
        'rows of the new document',
      );
      for (const { group } of rows()) {
        const [, met, expected] = /^(\d+) of (\d+) met$/.exec(group.description) ?? [];
        assert.equal(met, expected, group.title);
      }
    });
  }
});
