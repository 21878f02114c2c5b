import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CodeActionResolveRequest,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  TextDocumentContentRequest,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { chooseTypeRequest, pageRequest, typesRequest } from '../../server/lsp/protocol.ts';
import { chineseContract, contract, letter } from './documents.ts';
import { bundleServer, type ClientOptions, pointAt, richCapabilities, TestClient, uriOf } from './support.ts';

// A server that starts on a busy machine takes its time; nothing here waits longer than it must.
vi.setConfig({ testTimeout: 60_000 });

let bundle: Awaited<ReturnType<typeof bundleServer>>;
/** One server for all that differ in nothing but their documents. */
let shared: TestClient;
/** The server of the running test. */
let client: TestClient;
let uri: string;
let count = 0;

const destruction = 'opinions/pi-destruction';

beforeAll(async () => {
  bundle = await bundleServer();
  shared = await TestClient.start(bundle.file);
}, 60_000);
afterAll(async () => {
  expect(await shared.stop(), 'exit status after shutdown and exit').toBe(0);
  bundle.remove();
  vi.resetConfig();
});
beforeEach(() => {
  client = shared;
  uri = uriOf(join(bundle.folder, `contract-${++count}.md`));
});
afterEach(async () => {
  if (client !== shared) expect(await client.stop(), 'exit status after shutdown and exit').toBe(0);
});

/** A server of its own, for a client of another kind. */
async function start(options: ClientOptions): Promise<void> {
  client = await TestClient.start(bundle.file, options);
}

const withCode = (diagnostics: readonly Diagnostic[], code: string): Diagnostic => {
  const found = diagnostics.find((d) => d.code === code);
  if (!found) throw new Error(`no ${code} among ${diagnostics.map((d) => d.code).join(', ')}`);
  return found;
};

test('it says what it can do', () => {
  const { initialized } = client;

  expect(initialized.serverInfo?.name).toBe('Clausecheck');
  expect(initialized.capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    codeActionProvider: {
      codeActionKinds: expect.arrayContaining(['quickfix', 'source.fixAll.clausecheck']) as unknown,
    },
  });
  expect(
    initialized.capabilities.diagnosticProvider,
    'sends them to a client that does not ask',
  ).toBeUndefined();
});

test('a missing clause is published with message, page and version', async () => {
  await client.open(uri, contract);
  const missing = withCode(await client.diagnostics(uri, 1), destruction);
  expect(missing).toMatchObject({ source: 'clausecheck', severity: 2 });
  expect(missing.codeDescription?.href).toBe(`clausecheck:/en/${destruction}.md`);
  expect(missing.message).toContain('The Opinions (key task 5) call for');
  expect(contract.split('\n')[missing.range.start.line]).toMatch(/^#/);
});

test('a client that shows neither related places nor links gets none', async () => {
  await start({ capabilities: {}, pages: false });
  await client.open(uri, contract);
  for (const diagnostic of await client.diagnostics(uri, 1)) {
    expect(diagnostic).not.toHaveProperty('relatedInformation');
    expect(diagnostic).not.toHaveProperty('codeDescription');
  }
});

test('the messages are Chinese in a Chinese editor, whatever the document', async () => {
  await start({ locale: 'zh-cn' });
  await client.open(uri, contract);
  expect(withCode(await client.diagnostics(uri, 1), destruction).message).toContain(
    '《指导意见》（重点任务五）',
  );
});

test('a Chinese contract is checked, with places counted in UTF-16 units', async () => {
  await client.open(uri, chineseContract);
  const missing = withCode(await client.diagnostics(uri, 1), destruction);
  const line = chineseContract.split('\n')[missing.range.start.line] ?? '';
  expect(line.slice(missing.range.start.character, missing.range.end.character)).not.toBe('');
});

test('the hover on a finding cites instrument and provision', async () => {
  await client.open(uri, contract);
  const missing = withCode(await client.diagnostics(uri, 1), destruction);
  const hover = await client.hover(uri, missing.range.start);
  expect(hover?.contents).toMatchObject({ kind: 'markdown' });
  expect(JSON.stringify(hover?.contents)).toMatch(/key task 5|Article/);
});

test('the quick fix inserts a clause that ends the finding', async () => {
  await start({
    capabilities: { ...richCapabilities, workspace: { workspaceEdit: { documentChanges: true } } },
  });
  await client.open(uri, contract);
  const missing = withCode(await client.diagnostics(uri, 1), destruction);
  const fix = (await client.actions(uri, missing, ['quickfix'])).find(
    (a) => a.isPreferred && mends(a, destruction),
  );
  const change = fix?.edit?.documentChanges?.[0];
  if (!change || !('edits' in change)) throw new Error('no edit');
  expect(change.textDocument).toEqual({ uri, version: 1 });
  const fixed = apply(contract, change.edits as Parameters<typeof apply>[1]);
  expect(fixed, 'plain placeholders for a client without snippets').not.toContain('${');
  await client.open(uriOf(join(bundle.folder, 'fixed.md')), fixed);
  const after = await client.diagnostics(uriOf(join(bundle.folder, 'fixed.md')), 1);
  expect(after.map((d) => d.code)).not.toContain(destruction);
});

test('a client that knows snippet edits gets placeholders to fill in', async () => {
  await client.open(uri, contract);
  const missing = withCode(await client.diagnostics(uri, 1), destruction);
  const fix = (await client.actions(uri, missing, ['quickfix'])).find(
    (a) => a.isPreferred && mends(a, destruction),
  );
  expect(JSON.stringify(fix?.edit)).toContain('"snippet":{"kind":"snippet","value":');
  expect(JSON.stringify(fix?.edit)).toContain('${1:');
});

test('a client that fetches edits when they are chosen gets them then, the same ones', async () => {
  await start({
    capabilities: {
      ...richCapabilities,
      textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
    },
  });
  await client.open(uri, contract);
  const missing = withCode(await client.diagnostics(uri, 1), destruction);
  const offered = await client.actions(uri, missing, ['quickfix', 'source.fixAll.clausecheck']);
  expect(offered.length).toBeGreaterThan(2);
  expect(offered.filter((action) => action.edit)).toEqual([]);
  const resolve = (action: (typeof offered)[number]) =>
    client.connection.sendRequest(CodeActionResolveRequest.type, action);
  const full = (await Promise.all(offered.map(resolve))).map(({ title, edit }) => [title, edit]);
  const direct = await shared.connection
    .sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version: 1, text: contract },
    })
    .then(() => shared.actions(uri, missing, ['quickfix', 'source.fixAll.clausecheck']));
  expect(full).toEqual(direct.map(({ title, edit }) => [title, edit]));
  // An action that is gone is given back as it came.
  const gone = { ...offered[0]!, title: 'something else' };
  expect(await resolve(gone)).not.toHaveProperty('edit');
});

test('a client without document changes gets plain changes', async () => {
  await start({ capabilities: {} });
  await client.open(uri, contract);
  const missing = withCode(await client.diagnostics(uri, 1), destruction);
  const fix = (await client.actions(uri, missing))[0];
  expect(Object.keys(fix?.edit?.changes ?? {})).toEqual([uri]);
});

test('all missing clauses come at once when asked for by that very kind, and only then', async () => {
  await client.open(uri, contract);
  const missing = withCode(await client.diagnostics(uri, 1), destruction);
  const all = await client.actions(uri, missing, ['source.fixAll.clausecheck']);
  expect(all.map((a) => a.kind)).toEqual(['source.fixAll.clausecheck']);
  // What is saved with these is meant for other tools.
  for (const only of [['source.fixAll'], ['source'], ['source.fixAll', 'source.organizeImports']])
    expect(await client.actions(uri, missing, only), only.join()).toEqual([]);
  for (const only of [undefined, [''], ['quickfix', 'source']]) {
    const some = await client.actions(uri, missing, only);
    expect(some.length).toBeGreaterThan(0);
    expect(some.map((a) => a.kind)).not.toContain('source.fixAll.clausecheck');
  }
});

test('completion offers clauses at the start of a line and types in the front matter', async () => {
  await client.open(uri, contract);
  const lines = contract.split('\n');
  const clauses = await client.completions(uri, { line: lines.length - 1, character: 0 });
  const clause = clauses.items.find((item) => item.detail === destruction);
  expect(clause).toMatchObject({ insertTextFormat: 2 });
  const at = (lines[1] ?? '').indexOf('service');
  const types = await client.completions(uri, { line: 1, character: at });
  expect(types.items.map((item) => item.label)).toContain('privacy-policy');
});

test('an edit is applied by its range, and the finding goes and comes back', async () => {
  await client.open(uri, contract);
  withCode(await client.diagnostics(uri, 1), destruction);
  const line = contract.split('\n').findIndex((l) => l.startsWith('2.1'));
  const clause =
    '2.0 The Supplier shall destroy all personal information within 30 days after termination of this Agreement.\n\n';
  await client.change(uri, 2, pointAt(line, 0), clause);
  expect((await client.diagnostics(uri, 2)).map((d) => d.code)).not.toContain(destruction);
  await client.change(uri, 3, { ...pointAt(line, 0), end: { line: line + 2, character: 0 } }, '');
  withCode(await client.diagnostics(uri, 3), destruction);
});

test('while keys are struck, no stale version is published, and the last one is', async () => {
  await client.open(uri, contract);
  await client.diagnostics(uri, 1);
  const last = 40;
  for (let version = 2; version <= last; version++) {
    void client.change(uri, version, pointAt(8, 0), 'x');
  }
  await client.diagnostics(uri, last);
  const versions = client.published.flatMap((p) => (p.uri === uri ? [p.version ?? 0] : []));
  expect(versions, 'in order').toEqual([...versions].sort((a, b) => a - b));
  expect(versions.length, 'keystrokes are bundled').toBeLessThan(last / 2);
});

test('an answer asked for in the middle of typing is about the newest text', async () => {
  await client.open(uri, letter);
  await client.diagnostics(uri, 1);
  void client.change(uri, 2, { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }, contract);
  const list = await client.completions(uri, {
    line: 1,
    character: contract.split('\n')[1]!.indexOf('service'),
  });
  expect(list.items.map((item) => item.label)).toContain('privacy-policy');
});

test('the status says type and number of clauses met, or why nothing runs', async () => {
  await client.open(uri, contract);
  const status = await client.status(uri, 1);
  expect(status).toMatchObject({ state: 'checked', types: ['service-contract'] });
  expect(status.text).toMatch(/^service contract, \d+ of \d+ clauses met$/i);
  expect(status.detail).toMatch(/\d+ missing.*type declared$/);
  const other = uriOf(join(bundle.folder, 'letter.md'));
  await client.open(other, letter);
  expect(await client.status(other, 1)).toMatchObject({ state: 'idle', text: 'no document type' });
  expect(await client.diagnostics(other, 1)).toEqual([]);
});

test('the settings of the editor count, and a change is seen at once', async () => {
  await start({ settings: { levels: { [destruction]: 'error' } } });
  await client.open(uri, contract);
  expect(withCode(await client.diagnostics(uri, 1), destruction).severity).toBe(1);
  client.published.length = 0;
  await client.configure({ enable: false });
  const off = await client.until(() =>
    client.published.find((p) => p.uri === uri && p.diagnostics.length === 0),
  );
  expect(off.diagnostics).toEqual([]);
  const status = await client.until(() => client.statuses.find((s) => s.state === 'idle'));
  expect(status.detail).toContain('clausecheck.enable');
});

test('the nearest clausecheck.yaml wins over the editor, and its mistakes are shown in it', async () => {
  const folder = join(bundle.folder, 'project/contracts');
  mkdirSync(folder, { recursive: true });
  const configuration = join(bundle.folder, 'project/clausecheck.yaml');
  writeFileSync(configuration, `levels:\n  ${destruction}: hint\n  opinions/no-such-thing: off\n`);
  await start({ settings: { levels: { [destruction]: 'error' } } });
  const inside = uriOf(join(folder, 'a.md'));
  await client.open(inside, contract);
  expect(withCode(await client.diagnostics(inside, 1), destruction).severity).toBe(4);
  const shown = await client.until(() => client.published.find((p) => p.uri === uriOf(configuration)));
  expect(shown.diagnostics).toMatchObject([{ range: { start: { line: 2 } }, source: 'clausecheck' }]);
  rmSync(join(bundle.folder, 'project'), { recursive: true });
});

test('a client that asks for diagnostics is answered, and is not sent them as well', async () => {
  await start({ capabilities: { ...richCapabilities, textDocument: { diagnostic: {} } } });
  expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({ identifier: 'clausecheck' });
  await client.open(uri, contract);
  const report = await client.pull(uri);
  if (report.kind !== 'full') throw new Error('no full report');
  withCode(report.items, destruction);
  await client.configure({ levels: { [destruction]: 'off' } });
  await client.until(() => (client.refreshes > 0 ? true : undefined));
  const again = await client.pull(uri);
  expect(again.kind === 'full' && again.items.map((d) => d.code)).not.toContain(destruction);
  expect(client.published).toEqual([]);
});

test('a closed document has no findings', async () => {
  await client.open(uri, contract);
  await client.diagnostics(uri, 1);
  await client.close(uri);
  const last = await client.until(() =>
    client.published.find((p) => p.uri === uri && p.diagnostics.length === 0),
  );
  expect(last.diagnostics).toEqual([]);
});

test('the page behind a finding is there offline, in both languages', async () => {
  const page = (path: string) => client.connection.sendRequest(pageRequest, { uri: `clausecheck:${path}` });
  expect(await page(`/en/${destruction}.md`)).toMatch(
    /^# Destruction of personal information\n[\s\S]*## Model clause/,
  );
  expect(await page(`/zh/${destruction}.md`)).toMatch(/^# 个人信息的销毁\n[\s\S]*## 示范条款/);
  expect(await page('/en/opinions/no-such-thing.md')).toBeNull();
});

test('a client that asks for contents by the protocol is served the pages too, and led to them', async () => {
  await start({
    capabilities: {
      ...richCapabilities,
      workspace: { ...richCapabilities.workspace, textDocumentContent: {} },
    },
    pages: false,
  });
  expect(client.initialized.capabilities.workspace?.textDocumentContent).toEqual({
    schemes: ['clausecheck'],
  });
  await client.open(uri, contract);
  const href = withCode(await client.diagnostics(uri, 1), destruction).codeDescription?.href ?? '';
  const content = await client.connection.sendRequest(TextDocumentContentRequest.type, { uri: href });
  expect(content?.text).toMatch(/^# Destruction of personal information\n/);
});

test('a chosen type is written into the front matter', async () => {
  await client.open(uri, letter);
  const types = await client.connection.sendRequest(typesRequest, {});
  expect(types.map(({ id }) => id)).toContain('privacy-policy');
  const change = await client.connection.sendRequest(chooseTypeRequest, { uri, type: 'privacy-policy' });
  expect(change?.version).toBe(1);
  const declared = apply(letter, change?.edits ?? []);
  expect(declared).toBe(`---\nclausecheck: { type: privacy-policy }\n---\n\n${letter}`);
});

test('a page of the catalogue shows its own problems', async () => {
  const page = uriOf(join(bundle.folder, 'server/catalogue/opinions/pi-destruction.md'));
  await client.open(page, '---\ntitel: { en: A, zh: 甲 }\n---\n');
  const diagnostics = await client.diagnostics(page, 1);
  expect(diagnostics.some((d) => d.code === 'page' && d.range.start.line === 1)).toBe(true);
  expect(await client.status(page, 1)).toMatchObject({ state: 'idle', text: 'requirement page' });
});

test('odd texts are answered, never crashed on', async () => {
  const texts = ['', '\r\r\n', '\ufeff# A', '---\nclausecheck: [\n---\n', '> '.repeat(5000), '\0\ud800'];
  for (const [index, text] of texts.entries()) {
    const odd = uriOf(join(bundle.folder, `odd-${index}.md`));
    await client.open(odd, text);
    await client.diagnostics(odd, 1);
    await client.hover(odd, { line: 99, character: 99 });
  }
});

const mends = (action: { diagnostics?: Diagnostic[] }, code: string): boolean =>
  action.diagnostics?.some((d) => d.code === code) ?? false;

const apply = (text: string, edits: Parameters<typeof TextDocument.applyEdits>[1]): string =>
  TextDocument.applyEdits(TextDocument.create('file:///a.md', 'markdown', 1, text), edits);
