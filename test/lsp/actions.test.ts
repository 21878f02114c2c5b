import { join } from 'node:path';
import type { Diagnostic, Range, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { contract } from './documents.ts';
import { bundleServer, pointAt, TestClient, uriOf } from './support.ts';

// A server that starts on a busy machine takes its time; nothing here waits longer than it must.
vi.setConfig({ testTimeout: 60_000 });

let bundle: Awaited<ReturnType<typeof bundleServer>>;
let client: TestClient;
let uri: string;
let missing: Diagnostic;
let count = 0;

beforeAll(async () => {
  bundle = await bundleServer();
  client = await TestClient.start(bundle.file);
}, 60_000);
afterAll(async () => {
  expect(await client.stop(), 'exit status after shutdown and exit').toBe(0);
  bundle.remove();
  vi.resetConfig();
});
beforeEach(async () => {
  uri = uriOf(join(bundle.folder, `contract-${++count}.md`));
  await client.open(uri, contract);
  const found = (await client.diagnostics(uri, 1)).find((d) => d.code === 'opinions/pi-destruction');
  if (!found) throw new Error('no finding');
  missing = found;
});

const titles = async (range: Range, only?: string[]): Promise<string[]> =>
  (await client.actions(uri, { ...missing, range }, only)).map(({ title }) => title);

test('kinds: none in particular gives what no list gives, unknown ones nothing', async () => {
  const usual = await titles(missing.range);
  expect(usual.length).toBeGreaterThan(1);
  expect(await titles(missing.range, [])).toEqual(usual);
  expect(await titles(missing.range, ['other', 'quickfix'])).toEqual(
    await titles(missing.range, ['quickfix']),
  );
  for (const only of ['quick', 'quickfix.other', 'source.fixAll.clausecheck.other', '.', '__proto__'])
    expect(await titles(missing.range, [only]), only).toEqual([]);
});

test('ranges outside of the document are taken as far as it goes', async () => {
  const usual = await titles(missing.range);
  const { start, end } = missing.range;
  expect(await titles({ start: end, end: start }), 'the wrong way round').toEqual(usual);
  const last = contract.split('\n').length - 1;
  const far = { line: 2 ** 31 - 1, character: 2 ** 31 - 1 };
  const behind = { start: { line: last + 5, character: 3 }, end: far };
  expect(await titles(behind)).toEqual(await titles(pointAt(last, 0)));
  const all = await titles({ start: { line: 0, character: 0 }, end: { line: last, character: 0 } });
  expect(all).toEqual(expect.arrayContaining(usual));
  expect(await titles({ start: { line: 0, character: 0 }, end: far })).toEqual(all);
  expect(await titles({ start: { line: -1, character: -7 }, end: far })).toEqual(all);
  expect(await titles({ start: { line: 0, character: -7 }, end: far })).toEqual(all);
});

test('a suppression that stops nothing is taken out by the preferred fix', async () => {
  const heading = '## 1. Services\n';
  const comment = '<!-- clausecheck-disable-next-line opinions/security-training -- see the annex -->\n\n';
  await client.change(uri, 2, pointAt(6, 0), comment);
  const idle = (await client.diagnostics(uri, 2)).find((d) => d.code === 'unused-suppression');
  if (!idle) throw new Error('no finding');
  const fix = (await client.actions(uri, idle, ['quickfix'])).find(({ isPreferred }) => isPreferred);
  expect(fix).toMatchObject({ title: 'Remove this suppression', diagnostics: [idle] });
  const [change] = fix?.edit?.documentChanges ?? [];
  if (!change || !('edits' in change)) throw new Error('no edit');
  const text = contract.replace(heading, `${comment}${heading}`);
  const document = TextDocument.create(uri, 'markdown', 2, text);
  expect(TextDocument.applyEdits(document, change.edits as TextEdit[])).toBe(contract);
});
