import { strict as assert } from 'node:assert';
import { suite, teardown, test } from 'mocha';
import {
  commands,
  type DocumentHighlight,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  type Position,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { open, openText, revertAndClose, until } from './support.ts';

const english = `# Services Agreement between Northwind (the "Supplier") and Aster

## 1. Services

1.1 The Supplier provides the services in Annex C.

## 4. Security

4.1 Section 4.2(b) applies; so does Article 21 of the Cybersecurity Law.

4.2 The Supplier shall:

(a) protect the systems;

(b) report incidents under clause 4.1.

## Annex C – Scope

The Suppliers' scope.
`;

const chinese = `# 服务合同

北风公司（以下简称“乙方”）承接下列服务。

第一条 乙方应当遵守附件三和第十二条第三款的规定。

第十二条 乙方应当保护个人信息。

乙方应当加密。

乙方应当备份，并遵守《中华人民共和国个人信息保护法》第四十七条。

## 附件三 范围

乙方的全部服务。
`;

/** Behind the first letter of a passage. */
const place = (document: TextDocument, words: string): Position =>
  document.positionAt(document.getText().indexOf(words) + 1);

async function targetOf(document: TextDocument, words: string): Promise<{ uri: string; line: number }> {
  const found = await until(async () => {
    const all = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      place(document, words),
    );
    return all[0];
  }, `the target of ${words}`);
  return 'targetUri' in found
    ? { uri: found.targetUri.toString(), line: (found.targetSelectionRange ?? found.targetRange).start.line }
    : { uri: found.uri.toString(), line: found.range.start.line };
}

const hoverOn = (document: TextDocument, words: string, wanted: RegExp): Promise<string> =>
  until(
    async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        place(document, words),
      );
      return hovers
        .flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value))
        .find((value) => wanted.test(value));
    },
    `${String(wanted)} in the hover on ${words}`,
  );

suite('References to clauses and laws', () => {
  teardown(revertAndClose);

  for (const [words, line, says] of [
    ['Section 4.2(b)', 14, /report incidents/],
    ['Annex C.', 16, /Scope/],
    ['clause 4.1', 8, /Section 4\.2/],
  ] as const) {
    test(`"${words}" leads to its clause, and the hover shows it`, async () => {
      const { document } = await openText(english);
      assert.equal((await targetOf(document, words)).line, line);
      await hoverOn(document, words, says);
    });
  }

  for (const [words, line, says] of [
    ['第十二条第三款', 10, /应当备份/],
    ['附件三和', 12, /范围/],
  ] as const) {
    test(`${words} leads to its clause, and the hover shows it`, async () => {
      const { document } = await openText(chinese);
      assert.equal((await targetOf(document, words)).line, line);
      await hoverOn(document, words, says);
    });
  }

  test('a reference to a law leads to the page of the law', async () => {
    const { document } = await openText(english);
    const target = await targetOf(document, 'Article 21 of');
    assert.equal(target.uri, 'clausecheck:/en/instruments/csl.md');
    await hoverOn(document, 'Article 21 of', /Cybersecurity Law/);
    const other = await openText(chinese);
    const law = await targetOf(other.document, '第四十七条');
    assert.match(law.uri, /^clausecheck:\/\w\w\/instruments\/pipl\.md$/);
  });

  test('the places that name a clause are found from its number', async () => {
    const { document } = await openText(english);
    const lines = await until(async () => {
      const found = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        place(document, '4.1 Section'),
      );
      return found.length > 0 ? found.map(({ range }) => range.start.line) : undefined;
    }, 'the references');
    assert.ok(lines.includes(14), `${lines.join(', ')} should hold line 14`);
  });

  for (const [language, text, use, definition, count] of [
    ['English', english, "Suppliers' scope", 'Supplier"', 4],
    ['Chinese', chinese, '乙方应当加密', '乙方”', 6],
  ] as const) {
    test(`a term has a hover with its definition, and its places light up (${language})`, async () => {
      const { document } = await openText(text);
      const says = await hoverOn(document, use, language === 'English' ? /Northwind/ : /北风公司/);
      assert.match(says, /^\*\*/);
      const lit = await until(async () => {
        const found = await commands.executeCommand<DocumentHighlight[]>(
          'vscode.executeDocumentHighlights',
          document.uri,
          place(document, definition),
        );
        return found.length === count ? found : undefined;
      }, `${count} places`);
      assert.ok(lit.some(({ range }) => range.contains(place(document, use))));
    });
  }

  test('a Chinese term is renamed wherever it stands', async () => {
    const { document } = await openText(chinese);
    const edit = await until(async () => {
      const found = await commands.executeCommand<WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        place(document, '乙方应当加密'),
        '服务商',
      );
      return found.size > 0 ? found : undefined;
    }, 'the edits');
    assert.ok(await workspace.applyEdit(edit));
    assert.ok(!document.getText().includes('乙方'));
    assert.match(document.getText(), /以下简称“服务商”/);
  });

  test('the hover on a finding leads to the page of the requirement, and to nothing else', async () => {
    const { document } = await open('contracts/hosting.md');
    const says = await hoverOn(document, '## 2. Personal', /opinions\//);
    const links = [...says.matchAll(/\]\(([^)]*)\)/g)].map(([, link = '']) => decodeURIComponent(link));
    assert.ok(links.length > 1);
    for (const link of links)
      assert.match(link, /^command:clausecheck\.openPage\?\["clausecheck:\/en\/[\w/-]+\.md"\]$/);
  });
});
