import { expect, test } from 'vitest';
import { declaration } from '../../server/assess/declare.ts';
import { readDocument } from '../../server/document/document.ts';

const type = 'privacy-policy';
const text = '# Privacy policy\n\nWe like privacy.\n';

function declared(before: string): string {
  const { span, text: put } = declaration(type, readDocument(before));
  return before.slice(0, span.start) + put + before.slice(span.end);
}

/** Front matter as it is and as it becomes, its lines divided by `/`. */
const cases: readonly (readonly [before: string, after: string])[] = [
  ['title: x', 'clausecheck: { type: T }/title: x'],
  ['# of ours/title: x', 'clausecheck: { type: T }/# of ours/title: x'],
  ['', 'clausecheck: { type: T }'],
  // In braces.
  ['{ title: x }', '{ clausecheck: { type: T }, title: x }'],
  ['{title: x}', '{clausecheck: { type: T }, title: x}'],
  ['{ "title": "x", "n": [1, 2] }', '{ "clausecheck": { "type": "T" }, "title": "x", "n": [1, 2] }'],
  ['{/  "title": "x",/  "n": 1/}', '{/  "clausecheck": { "type": "T" },/  "title": "x",/  "n": 1/}'],
  ['{/  # of ours/  title: x/}', '{/  # of ours/  clausecheck: { type: T },/  title: x/}'],
  ['{ "clausecheck": {}, "title": "x" }', '{ "clausecheck": { "type": "T" }, "title": "x" }'],
  [
    '{ "clausecheck": { "addressee": "supplier" } }',
    '{ "clausecheck": { "type": "T", "addressee": "supplier" } }',
  ],
  ['{ "clausecheck": { "type": "nothing" } }', '{ "clausecheck": { "type": "T" } }'],
  ['{ "clausecheck": { "type": "" } }', '{ "clausecheck": { "type": "T" } }'],
  // Where our key is there already.
  ['clausecheck: { addressee: supplier }', 'clausecheck: { type: T, addressee: supplier }'],
  [
    'clausecheck:/    addressee: supplier/title: x',
    'clausecheck:/    type: T/    addressee: supplier/title: x',
  ],
  ['clausecheck:/  type:/title: x', 'clausecheck:/  type: T/title: x'],
  ['clausecheck: { type: [] }', 'clausecheck: { type: T }'],
  ['clausecheck:', 'clausecheck: { type: T }'],
  ['clausecheck: # to do/title: x', 'clausecheck: { type: T } # to do/title: x'],
  ['clausecheck: some-policy # ours/title: x', 'clausecheck: { type: T } # ours/title: x'],
  ['clausecheck: [some-policy]', 'clausecheck: { type: T }'],
  ['clausecheck: { type: nothing }', 'clausecheck: { type: T }'],
];
const lines = (written: string): string =>
  `---\n${written === '' ? '' : `${written.replaceAll('/', '\n').replaceAll('T', type)}\n`}---\n${text}`;

test.each(cases)('the type is written into front matter: %s', (before, after) => {
  const changed = declared(lines(before));
  expect(changed).toBe(lines(after));
  expect(readDocument(changed).declaration.types.map(({ value }) => value)).toEqual([type]);
  expect(readDocument(changed).problems).toEqual([]);
});

test('front matter without its first line, with CRLF, and none', () => {
  expect(declared(`title: x\nname: y\n---\n${text}`)).toBe(
    `clausecheck: { type: ${type} }\ntitle: x\nname: y\n---\n${text}`,
  );
  expect(declared(`---\r\n{\r\n  "title": "x"\r\n}\r\n---\r\n${text}`)).toBe(
    `---\r\n{\r\n  "clausecheck": { "type": "${type}" },\r\n  "title": "x"\r\n}\r\n---\r\n${text}`,
  );
  expect(declared(`\ufeff${text}`)).toBe(`\ufeff---\nclausecheck: { type: ${type} }\n---\n\n${text}`);
});

test.each([
  ['title: [x'],
  ['title: x\ntitle: y'],
  ['{ "title": "x", }, }'],
  ['clausecheck: |\n  some words\ntitle: x'],
  ['a: &a {}\nclausecheck: *a'],
  ['{ "a": 1, clausecheck }'],
])('where front matter cannot be changed surely, a comment behind it declares the type: %j', (matter) => {
  const before = `---\n${matter}\n---\n`;
  const document = readDocument(before + text);
  const changed = declared(before + text);
  expect(changed).toBe(`${before}<!-- clausecheck: type=${type} -->\n\n${text}`);
  const read = readDocument(changed);
  expect(read.declaration.types.map(({ value }) => value)).toEqual([type]);
  expect(read.problems).toEqual(document.problems);
  // No blank line more than is needed.
  expect(declared(`${before}\n${text}`)).toBe(`${before}<!-- clausecheck: type=${type} -->\n\n${text}`);
});
