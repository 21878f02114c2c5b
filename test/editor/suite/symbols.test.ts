import { strict as assert } from 'node:assert';
import { suite, teardown, test } from 'mocha';
import {
  commands,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  Position,
  type TextDocument,
  workspace,
  type WorkspaceEdit,
} from 'vscode';
import { openText, revertAndClose, until } from './support.ts';

const contract = `# Agreement between Northwind (the "Supplier") and Aster

## 1. Services

1.1 The Supplier shall follow clause 1.2 and Article 21 of the Cybersecurity Law.

1.2 The Suppliers' systems are safe.
`;
const chinese = `# 服务合同

北风公司（以下简称“乙方”）承接下列服务。

第一条 乙方应当遵守第二条的规定。

第二条 乙方应当保护系统。
`;

const place = (document: TextDocument, words: string, from = 0): Position =>
  document.positionAt(document.getText().indexOf(words, from) + 1);

suite('Terms and references', () => {
  teardown(revertAndClose);

  for (const [name, text, use, definition] of [
    ['English', contract, 'Supplier shall', 0],
    ['Chinese', chinese, '乙方应当保护', 2],
  ] as const) {
    test(`go to the definition of a term (${name})`, async () => {
      const { document } = await openText(text);
      const target = await until(async () => {
        const found = await commands.executeCommand<(Location | LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          place(document, use),
        );
        return found[0];
      }, 'a definition');
      const range =
        'targetRange' in target ? (target.targetSelectionRange ?? target.targetRange) : target.range;
      assert.equal(range.start.line, definition);
    });
  }

  test('renaming a term changes its plural too', async () => {
    const { document } = await openText(contract);
    const edit = await until(async () => {
      const found = await commands.executeCommand<WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        place(document, 'Supplier shall'),
        'Vendor',
      );
      return found.size > 0 ? found : undefined;
    }, 'the edits');
    assert.ok(await workspace.applyEdit(edit));
    assert.match(document.getText(), /\(the "Vendor"\)[^]*The Vendor shall[^]*The Vendors' systems/);
  });

  test('the hover on a reference shows the clause', async () => {
    const { document } = await openText(chinese);
    const text = await until(async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        place(document, '第二条的'),
      );
      return hovers
        .flatMap(({ contents }) => contents.map((c) => (c as MarkdownString).value))
        .find((value) => value.includes('保护系统'));
    }, 'the clause in a hover');
    assert.match(text, /^> /);
  });

  test('references are links, those to another law lead to its page', async () => {
    const { document } = await openText(contract);
    const links = await until(async () => {
      const found = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      return found.length >= 2 ? found : undefined;
    }, 'the links');
    const targets = links.map(({ target }) => target?.toString(true) ?? '');
    assert.ok(targets.some((target) => target.endsWith('#L7')));
    assert.ok(targets.includes('clausecheck:/en/instruments/csl.md'));
  });

  test('the outline holds the clauses that are no headings', async () => {
    const { document } = await openText(chinese);
    const symbols = await until(async () => {
      const found = await commands.executeCommand<DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found?.some(({ name }) => name.startsWith('第一条')) ? found : undefined;
    }, 'the outline');
    assert.ok(symbols.some(({ name }) => name.startsWith('第二条')));
  });
});
