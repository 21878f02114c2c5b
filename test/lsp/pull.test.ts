import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { contract, letter } from './documents.ts';
import { bundleServer, pointAt, richCapabilities, TestClient, uriOf } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const destruction = 'opinions/pi-destruction';
const pulls: ClientCapabilities = {
  ...richCapabilities,
  textDocument: { ...richCapabilities.textDocument, publishDiagnostics: {}, diagnostic: {} },
  window: { workDoneProgress: true },
};

let bundle: Awaited<ReturnType<typeof bundleServer>>;
let folder: string;
let client: TestClient;

beforeAll(async () => {
  bundle = await bundleServer();
  folder = join(bundle.folder, 'whole');
  mkdirSync(join(folder, 'contracts'), { recursive: true });
  mkdirSync(join(folder, 'node_modules/other'), { recursive: true });
  for (let i = 1; i <= 5; i++) writeFileSync(join(folder, `contracts/${i}.md`), contract);
  writeFileSync(join(folder, 'letter.md'), letter);
  writeFileSync(join(folder, 'node_modules/other/README.md'), contract);
}, 60_000);
afterEach(async () => {
  await client.stop();
});
afterAll(() => {
  bundle.remove();
  vi.resetConfig();
});

const start = async (capabilities = pulls, settings?: unknown): Promise<void> => {
  client = await TestClient.start(bundle.file, {
    capabilities,
    folders: [uriOf(folder)],
    ...(settings !== undefined && { settings }),
  });
};
const codesIn = (report: DocumentDiagnosticReport): unknown[] | undefined =>
  report.kind === 'full' ? report.items.map(({ code }) => code) : undefined;

test('what did not change is answered by its id alone', async () => {
  await start();
  const uri = uriOf(join(folder, 'contracts/1.md'));
  await client.open(uri, contract);
  const first = await client.pull(uri);
  expect(codesIn(first)).toContain(destruction);
  const id = first.resultId;
  expect(id).toMatch(/./);
  expect(await client.pull(uri, id)).toEqual({ kind: 'unchanged', resultId: id });
  await client.change(uri, 2, pointAt(contract.split('\n').length - 1, 0), 'A new line.\n');
  expect(await client.pull(uri, id), 'the findings are the same').toEqual({
    kind: 'unchanged',
    resultId: id,
  });
  const all = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  await client.change(uri, 3, all, letter);
  expect(codesIn(await client.pull(uri, id))).toEqual([]);
});

test('the workspace is checked, with its progress; then only news are sent', async () => {
  await start();
  const { items } = await client.pullWorkspace();
  expect(items.map(({ uri }) => uri.slice(uriOf(folder).length + 1)).sort()).toEqual([
    'contracts/1.md',
    'contracts/2.md',
    'contracts/3.md',
    'contracts/4.md',
    'contracts/5.md',
    'letter.md',
  ]);
  expect(items.filter((item) => codesIn(item)?.includes(destruction))).toHaveLength(5);
  const kinds = client.progress.map(({ kind }) => kind);
  expect([kinds[0], kinds.at(-1)]).toEqual(['begin', 'end']);
  expect(client.progress.some((p) => p.kind === 'report' && (p.percentage ?? 0) > 0)).toBe(true);

  const previous = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
  client.progress.length = 0;
  const again = await client.pullWorkspace(previous);
  expect(again.items.map(({ kind }) => kind)).toEqual(items.map(() => 'unchanged'));
  expect(client.progress, 'nothing was to be done').toEqual([]);

  const changed = join(folder, 'contracts/5.md');
  writeFileSync(changed, letter);
  rmSync(join(folder, 'contracts/4.md'));
  const news = (await client.pullWorkspace(previous)).items.filter(({ kind }) => kind === 'full');
  expect(news.map((item) => [item.uri, codesIn(item)])).toEqual([
    [uriOf(changed), []],
    [uriOf(join(folder, 'contracts/4.md')), []],
  ]);
  writeFileSync(changed, contract);
  writeFileSync(join(folder, 'contracts/4.md'), contract);
});

test('an open document counts as it is in the editor', async () => {
  await start();
  const uri = uriOf(join(folder, 'contracts/1.md'));
  await client.open(uri, letter, 7);
  const { items } = await client.pullWorkspace();
  expect(items.find((item) => item.uri === uri)).toMatchObject({ version: 7, items: [] });
});

test('the setting keeps it to the open documents', async () => {
  await start(pulls, { diagnose: 'open' });
  const uri = uriOf(join(folder, 'contracts/1.md'));
  await client.open(uri, contract);
  expect((await client.pullWorkspace()).items.map((item) => item.uri)).toEqual([uri]);
});

test('where files are watched the request stays open until something changes', async () => {
  await start({
    ...pulls,
    workspace: { ...pulls.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  });
  const { items } = await client.pullWorkspace();
  const previous = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
  let answered = false;
  const open = client.pullWorkspace(previous).finally(() => (answered = true));
  // A second question is answered meanwhile, the first one is not.
  await client.pull(uriOf(join(folder, 'letter.md')));
  expect(answered).toBe(false);
  const uri = uriOf(join(folder, 'contracts/1.md'));
  writeFileSync(join(folder, 'contracts/1.md'), letter);
  await client.filesChanged([uri]);
  expect((await open).items.find((item) => item.uri === uri)).toMatchObject({ kind: 'full', items: [] });
  writeFileSync(join(folder, 'contracts/1.md'), contract);
});

test('a client that can be told later is told what the setting says, and again when it changes', async () => {
  await start(
    {
      ...pulls,
      textDocument: { diagnostic: { dynamicRegistration: true } },
    },
    { diagnose: 'open' },
  );
  expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
  const said = (): unknown[] =>
    client.registrations
      .map(({ registerOptions }) => registerOptions as unknown)
      .filter((o) => o !== undefined);
  await client.until(() => said()[0]);
  expect(said()).toMatchObject([{ identifier: 'clausecheck', workspaceDiagnostics: false }]);
  await client.configure({ diagnose: 'workspace' });
  await client.until(() => said()[1]);
  expect(said()[1]).toMatchObject({ identifier: 'clausecheck', workspaceDiagnostics: true });
});

test('a request that is cancelled is answered at once', async () => {
  await start();
  const uri = uriOf(join(folder, 'contracts/1.md'));
  // Nobody opened it, so that there would be nothing to wait for: it must be open and long.
  await client.open(
    uri,
    `${contract}\n\n${'The Supplier shall keep personal information safe.\n\n'.repeat(3000)}`,
  );
  const { answer, cancel } = client.pullCancellable(uri);
  cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

test('terms and clauses of files that are not open are found by name', async () => {
  writeFileSync(join(folder, 'terms.md'), '# Terms\n\n"Quarterly Ledger" means the ledger.\n');
  await start();
  const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'quarterly' });
  expect(found).toMatchObject([
    {
      name: 'Quarterly Ledger',
      location: { uri: uriOf(join(folder, 'terms.md')), range: { start: { line: 2, character: 1 } } },
    },
  ]);
  rmSync(join(folder, 'terms.md'));
});
