import { strict as assert } from 'node:assert';
import { suite, teardown, test } from 'mocha';
import {
  commands,
  type CompletionList,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  Position,
  type SelectionRange,
  type SemanticTokens,
  type SymbolInformation,
  type TextDocument,
  workspace,
  type WorkspaceEdit,
} from 'vscode';
import { open, openText, revertAndClose, until } from './support.ts';

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

  test('a term of an incorporated file is defined there and renamed in both', async () => {
    const { document } = await open('contracts/order.md');
    const target = await until(async () => {
      const [found] = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        place(document, 'Service Data'),
      );
      return found && ('targetUri' in found ? found.targetUri : found.uri);
    }, 'the definition in the other file');
    assert.match(target.path, /contracts\/master\.md$/);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place(document, 'Service Data'),
      'Usage Data',
    );
    assert.deepEqual(
      edit.entries().map(([uri, edits]) => [uri.path.replace(/.*\//, ''), edits.length]),
      [
        ['order.md', 2],
        ['master.md', 1],
      ],
    );
  });

  test('defined terms are offered while one types, and have a colour of their own', async () => {
    const { document } = await openText(contract);
    const labels = await until(async () => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        place(document, 'upplier shall').translate(0, 2),
      );
      const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('Supplier') ? found : undefined;
    }, 'the term among the completions');
    assert.ok(labels.length > 0);
    const tokens = await commands.executeCommand<SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    // The definition and two uses, five numbers each.
    assert.equal(tokens.data.length, 15);
    assert.deepEqual([...tokens.data.slice(0, 5)], [0, contract.indexOf('Supplier'), 8, 0, 1]);
  });

  test('every place of a term and of a clause is found', async () => {
    const { document } = await openText(chinese);
    const lines = async (words: string): Promise<number[]> => {
      const found = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        place(document, words),
      );
      return found.map(({ range }) => range.start.line);
    };
    assert.deepEqual(await until(async () => orNone(await lines('乙方应当遵守')), 'the places'), [2, 4, 6]);
    assert.ok((await lines('第二条的')).includes(4));
  });

  test('a selection grows to the clause, a clause can be folded, and both are found by name', async () => {
    const text = `${chinese}\n（一）采取技术措施；\n`;
    const { document } = await openText(text);
    const [selection] = await until(async () => {
      const found = await commands.executeCommand<SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [place(document, '保护系统')],
      );
      return orNone(found);
    }, 'the selection');
    const ranges: string[] = [];
    for (let range: SelectionRange | undefined = selection; range; range = range.parent)
      ranges.push(document.getText(range.range).trim());
    assert.ok(ranges.some((range) => range.startsWith('第二条') && range.endsWith('技术措施；')));
    const folds = await commands.executeCommand<FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(folds.some(({ start }) => start === 6));
    const symbols = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      '乙方',
    );
    assert.ok(symbols.some(({ name }) => name === '乙方'));
  });
});

const orNone = <T>(found: readonly T[] | undefined): readonly T[] | undefined =>
  found && found.length > 0 ? found : undefined;
