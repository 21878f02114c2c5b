import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Location,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bundleServer, TestClient, uriOf } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

let bundle: Awaited<ReturnType<typeof bundleServer>>;
let client: TestClient;
let uri: string;

const contract = `---
clausecheck: { type: service-contract }
---

# Agreement between Northwind (the "Supplier") and Aster

## 1. Services

1.1 The Supplier shall follow clause 1.2 and Article 21 of the Cybersecurity Law.

1.2 The Supplier's systems are safe,
as Annex A says.

## Annex A

Everything.
`;
const lines = contract.split('\n');
const position = (line: number, words: string) => ({
  line,
  character: (lines[line] ?? '').indexOf(words) + 1,
});

beforeAll(async () => {
  bundle = await bundleServer();
  client = await TestClient.start(bundle.file);
  uri = uriOf(join(bundle.folder, 'agreement.md'));
  await client.open(uri, contract);
  await client.diagnostics(uri, 1);
}, 60_000);
afterAll(async () => {
  await client.stop();
  bundle.remove();
  vi.resetConfig();
});

test('a term leads to its definition', async () => {
  const found = (await client.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri },
    position: position(8, 'Supplier'),
  })) as Location;
  expect(found.range.start).toEqual({ line: 4, character: lines[4]?.indexOf('Supplier') });
});

test('its places are found and highlighted', async () => {
  const at = { textDocument: { uri }, position: position(4, 'Supplier') };
  const places = await client.connection.sendRequest(ReferencesRequest.type, {
    ...at,
    context: { includeDeclaration: false },
  });
  expect(places?.map(({ range }) => range.start.line)).toEqual([8, 10]);
  expect(await client.connection.sendRequest(DocumentHighlightRequest.type, at)).toHaveLength(3);
});

test('it is renamed everywhere, and nothing else is', async () => {
  const at = { textDocument: { uri }, position: position(10, 'Supplier') };
  expect(await client.connection.sendRequest(PrepareRenameRequest.type, at)).toMatchObject({
    placeholder: 'Supplier',
  });
  const edit = await client.connection.sendRequest(RenameRequest.type, { ...at, newName: 'Vendor' });
  expect(JSON.stringify(edit).match(/"newText":"Vendor"/g)).toHaveLength(3);
  const elsewhere = { textDocument: { uri }, position: position(10, 'systems') };
  expect(await client.connection.sendRequest(PrepareRenameRequest.type, elsewhere)).toBeNull();
});

test('references are links: to their clause, and to the page of another instrument', async () => {
  const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
  expect(links?.map(({ target }) => target)).toEqual([
    `${uri}#L11`,
    'clausecheck:/en/instruments/csl.md',
    `${uri}#L14`,
  ]);
});

test('a reference to another instrument leads to its page, and the hover tells what it is', async () => {
  const at = { textDocument: { uri }, position: position(8, 'Article 21') };
  const found = (await client.connection.sendRequest(DefinitionRequest.type, at)) as Location;
  expect(found.uri).toBe('clausecheck:/en/instruments/csl.md');
  const hover = JSON.stringify(await client.hover(uri, at.position));
  expect(hover).toContain('Cybersecurity Law');
  expect(hover).toContain('command:clausecheck.openPage?');
});

test('the hover on a reference shows the clause', async () => {
  const hover = await client.hover(uri, position(8, 'clause 1.2'));
  expect(JSON.stringify(hover?.contents)).toContain("> 1.2 The Supplier's systems are safe");
});

test('clauses that are no headings are in the outline and can be folded', async () => {
  const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri },
  })) as DocumentSymbol[];
  expect(symbols.map(({ name }) => name.slice(0, 16))).toEqual(['1.1 The Supplier', '1.2 The Supplier']);
  const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
  expect(folds).toEqual([{ startLine: 10, endLine: 11 }]);
});

test('a selection grows from clause to clause', async () => {
  const ranges = await client.connection.sendRequest(SelectionRangeRequest.type, {
    textDocument: { uri },
    positions: [position(10, 'systems')],
  });
  expect(ranges?.[0]?.range).toEqual({ start: { line: 10, character: 0 }, end: { line: 11, character: 16 } });
});

test('terms and clauses are found by name in all open documents', async () => {
  const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'supl' });
  expect(found?.map(({ name }) => name.slice(0, 12))).toContain('Supplier');
  const none = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'zzz' });
  expect(none).toEqual([]);
});

test('defined terms have tokens of their own', async () => {
  const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
  // Line, character, length, type, modifiers; relative to the one before.
  expect(tokens?.data.slice(0, 5)).toEqual([4, (lines[4] ?? '').indexOf('Supplier'), 8, 0, 1]);
  expect(tokens?.data.slice(5, 10)).toEqual([4, 8, 8, 0, 0]);
});

test('terms reach across the files that a document incorporates', async () => {
  const master = join(bundle.folder, 'master.md');
  writeFileSync(master, '# Master\n\n"Service Data" means all data of the service.\n');
  const order = uriOf(join(bundle.folder, 'order.md'));
  await client.open(order, '# Order\n\nUnder the [master agreement](master.md) Service Data is kept.\n');
  const at = { textDocument: { uri: order }, position: { line: 2, character: 42 } };
  const found = (await client.connection.sendRequest(DefinitionRequest.type, at)) as Location;
  expect([found.uri, found.range.start]).toEqual([uriOf(master), { line: 2, character: 1 }]);
  const edit = await client.connection.sendRequest(RenameRequest.type, { ...at, newName: 'Usage Data' });
  const changed = edit?.documentChanges?.map((change) => 'edits' in change && change.textDocument) ?? [];
  expect(changed).toEqual([
    { uri: order, version: 1 },
    { uri: uriOf(master), version: null },
  ]);
  expect(JSON.stringify(await client.hover(order, at.position))).toContain('means all data of the service');
});
