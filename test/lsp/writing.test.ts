import { join } from 'node:path';
import type { Diagnostic, Range } from 'vscode-languageserver-protocol';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readDocument } from '../../server/document/document.ts';
import { sentenceWritten } from '../../server/lsp/writing.ts';
import { contract } from './documents.ts';
import { bundleServer, type ClientOptions, richCapabilities, TestClient, uriOf } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const destruction = 'opinions/pi-destruction';
const clause =
  '2.2 The Supplier shall delete personal information within thirty days after the end of this agreement.';
const full = contract.replace('## 3. Fees', `${clause}\n\n## 3. Fees`);

const bundle = await bundleServer();
let client: TestClient | undefined;
let uri: string;
let count = 0;

beforeEach(() => {
  uri = uriOf(join(bundle.folder, `writing-${++count}.md`));
});
afterEach(async () => {
  await client?.stop();
  client = undefined;
});
afterAll(() => {
  bundle.remove();
  vi.resetConfig();
});

async function start(options?: ClientOptions): Promise<TestClient> {
  return (client = await TestClient.start(bundle.file, options));
}

/** Where some words stand in the text. */
function rangeOf(words: string): Range {
  const before = full.slice(0, full.indexOf(words)).split('\n');
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { start, end: { line: start.line, character: start.character + words.length } };
}
const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);
const saysWeakly = (words: string): string => words.replace('shall', 'should');

test('what is new about the sentence at hand is told when nothing more is typed', async () => {
  const client = await start();
  await client.open(uri, full);
  expect(codes(await client.diagnostics(uri, 1))).not.toContain(destruction);

  const words = 'Supplier shall delete';
  await client.change(uri, 2, rangeOf(words), saysWeakly(words));
  expect(codes(await client.diagnostics(uri, 2))).not.toContain(destruction);

  const told = await client.until(() =>
    client.published.find((p) => p.version === 2 && codes(p.diagnostics).includes(destruction)),
  );
  expect(told.uri).toBe(uri);
});

test('the end of the sentence is the end of the waiting', async () => {
  const client = await start();
  await client.open(uri, full);
  await client.diagnostics(uri, 1);

  await client.change(uri, 2, rangeOf(clause), saysWeakly(clause));
  await client.change(
    uri,
    3,
    rangeOf(saysWeakly(clause)),
    saysWeakly(clause).replace('thirty days after the end of this agreement.', 'a while.'),
  );
  expect(codes(await client.diagnostics(uri, 3))).toContain(destruction);
});

test('a client that asks for diagnostics is told to ask again', async () => {
  const client = await start({
    capabilities: {
      ...richCapabilities,
      textDocument: { ...richCapabilities.textDocument, diagnostic: {} },
    },
  });
  await client.open(uri, full);
  await client.pull(uri);
  const words = 'Supplier shall delete';
  await client.change(uri, 2, rangeOf(words), saysWeakly(words));
  const report = await client.pull(uri);
  if (report.kind === 'full') expect(codes(report.items)).not.toContain(destruction);

  await client.until(() => client.refreshes || undefined);
  const again = await client.pull(uri);
  expect(again.kind === 'full' && codes(again.items)).toContain(destruction);
});

describe('the sentence that is being written', () => {
  test.each([
    ['One here. Two there.', 'One here. Two thexre.', 'Two thexre.'],
    ['One here. Two there.', 'One hexre. Two there.', 'One hexre.'],
    ['One here. Two ', 'One here. Two the', 'Two the'],
    ['One here. Two there', 'One here. Two there.', undefined],
    ['One here.', 'One here.', undefined],
    ['第一句。第二', '第一句。第二句', '第二句'],
    ['第一句。第二句', '第一句。第二句。', undefined],
    ['aaaa', 'aaaaa', 'aaaaa'],
  ])('%s → %s', (before, after, sentence) => {
    const span = sentenceWritten(readDocument(after), before);
    expect(span && after.slice(span.start, span.end)).toBe(sentence);
  });
});
