import { expect, it } from 'vitest';
import { readDocument } from '../../server/document/document.ts';
import { instrumentNamed } from '../../server/features/instruments.ts';
import {
  definitionAt,
  meaningAt,
  occurrencesAt,
  renameableAt,
  renameAt,
  termTokens,
} from '../../server/features/symbols.ts';
import { outlineOf, type Outline } from '../../server/features/outline.ts';
import { library } from './support.ts';

const text = `# Agreement

Northwind (the "Supplier") and Aster (the "Customer") agree:

## 1. Services

1.1 The Supplier and its Suppliers shall comply with clause 2.1(b).

## 2. Security

2.1 The Supplier shall:

(a) protect the systems;

(b) report incidents to the Customer.

2.2 THE SUPPLIER'S STAFF ARE TRAINED. See Section 2.1.
`;
const document = readDocument(text);
const at = (words: string, from = 0): number => text.indexOf(words, from) + 2;
const written = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);

it('a term leads to its definition, a reference to its clause', () => {
  const term = definitionAt(document, at('Supplier and its'));
  expect(term && written(term.target)).toBe('Supplier');
  expect(term?.target.start).toBe(text.indexOf('Supplier"'));
  const clause = definitionAt(document, at('clause 2.1'));
  expect(clause && written(clause.target)).toBe('(b) report incidents to the Customer.');
  expect(definitionAt(document, at('protect'))).toBeUndefined();
});

it('finds every place of a term and every reference to a clause', () => {
  const uses = occurrencesAt(document, at('Supplier"'), { definition: true });
  expect(uses.map(written)).toEqual(['Supplier', 'Supplier', 'Suppliers', 'Supplier', 'SUPPLIER']);
  expect(occurrencesAt(document, at('Supplier"'), { definition: false })).toHaveLength(4);
  const places = occurrencesAt(document, text.indexOf('2.1 The') + 1, { definition: false });
  expect(places.map(written)).toEqual(['Section 2.1']);
});

it('renames a term in each form that the document uses', () => {
  expect(renameableAt(document, at('Suppliers'))?.name).toBe('Suppliers');
  const rename = (newName: string, where: number): string => {
    let renamed = text;
    for (const edit of renameAt(document, where, newName).toReversed()) {
      renamed = renamed.slice(0, edit.span.start) + edit.text + renamed.slice(edit.span.end);
    }
    return renamed;
  };
  const vendor = rename('Delivery Company', at('Supplier"'));
  expect(vendor).not.toMatch(/supplier/i);
  expect(vendor).toContain('The Delivery Company and its Delivery Companies shall');
  expect(vendor).toContain("THE DELIVERY COMPANY'S STAFF");
  expect(rename('Vendors', at('Suppliers')), 'the plural typed on a plural').toContain('(the "Vendor")');
  expect(renameAt(document, at('protect'), 'x')).toEqual([]);
});

it('says what a term means and what a clause says', () => {
  expect(meaningAt(document, at('Supplier and its'), 'en')?.markdown).toContain(
    '> Northwind (the "Supplier")',
  );
  expect(meaningAt(document, at('clause 2.1'), 'en')?.markdown).toBe(
    '> (b) report incidents to the Customer.',
  );
  expect(meaningAt(document, at('Supplier"'), 'en'), 'the definition explains itself').toBeUndefined();
});

it('a Chinese term is renamed as it stands', () => {
  const chinese = readDocument(
    '# 合同\n\n北风公司（以下简称“乙方”）\n\n乙方应当保护系统。甲乙双方应当遵守。\n',
  );
  const edits = renameAt(chinese, chinese.text.indexOf('乙方应当'), '供应商');
  expect(edits.map((edit) => edit.text)).toEqual(['供应商', '供应商']);
});

it('the outline holds the clauses that are no headings, nested', () => {
  const show = (list: readonly Outline[]): unknown[] =>
    list.map(({ clause, children }) =>
      children.length > 0 ? [clause.number, ...show(children)] : clause.number,
    );
  expect(show(outlineOf(document))).toEqual(['1.1', ['2.1', '(a)', '(b)'], '2.2']);
  expect(outlineOf(readDocument('# A\n\n## 1. B\n\nText.\n'))).toEqual([]);
});

it.each([
  ['个人信息保护法', 'pipl'],
  ['中华人民共和国个人信息保护法', 'pipl'],
  ["Personal Information Protection Law of the People's Republic of China", 'pipl'],
  ['Cybersecurity Law', 'csl'],
  ['Master Services Agreement', undefined],
  ['', undefined],
])('%s is %s', (name, id) => {
  expect(instrumentNamed(name, library.catalogue)?.id).toBe(id);
});

// Documents that share their terms.
const master = readDocument(
  '# Master agreement\n\n"Personal Data" means data on a person. See [the schedule](schedule.md).\n',
);
const schedule = readDocument(
  '# Schedule\n\nThe Supplier protects Personal Data.\n\n"Supplier" means Northwind. The Supplier is careful.\n',
);
const own = readDocument('# Annex\n\n"Personal Data" means something else. Personal Data is kept.\n');
const inSchedule = (words: string): number => schedule.text.indexOf(words) + 2;

it('a term of another document is defined there', () => {
  const found = definitionAt(schedule, inSchedule('Personal Data'), [master]);
  expect(found?.target.document).toBe(master);
  expect(found && master.text.slice(found.target.start, found.target.end)).toBe('Personal Data');
  expect(definitionAt(schedule, inSchedule('Personal Data'))).toBeUndefined();
  expect(meaningAt(schedule, inSchedule('Personal Data'), 'en', [master])?.markdown).toContain(
    'means data on a person',
  );
});

it('a document that defines a name itself means its own', () => {
  const at = own.text.lastIndexOf('Personal Data') + 2;
  expect(definitionAt(own, at, [master])?.target.document).toBe(own);
  const places = occurrencesAt(master, master.text.indexOf('Personal') + 1, {
    definition: true,
    others: [schedule, own],
  });
  expect(places.map(({ document }) => [master, schedule, own].indexOf(document))).toEqual([0, 1]);
});

it('renames a term in every document that means it', () => {
  const edits = renameAt(schedule, inSchedule('Personal Data'), 'User Data', [master, own]);
  expect(edits.map(({ document, text }) => [[master, schedule, own].indexOf(document), text])).toEqual([
    [1, 'User Data'],
    [0, 'User Data'],
  ]);
});

it('tells where terms stand, and which place defines one', () => {
  const tokens = termTokens(schedule, [master]).map(({ start, end, definition }) => [
    schedule.text.slice(start, end),
    definition,
  ]);
  expect(tokens).toEqual([
    ['Supplier', false],
    ['Personal Data', false],
    ['Supplier', true],
    ['Supplier', false],
  ]);
});
