import { expect, it } from 'vitest';
import { readDocument } from '../../server/document/document.ts';
import { pluralOf, singularOf, termsOf, termUses } from '../../server/document/terms.ts';

const names = (text: string): string[] => termsOf(readDocument(text)).map(({ name }) => name);

it.each([
  ['"Personal Information" means any information about a person.', ['Personal Information']],
  ['“Services” shall mean the services in Annex A.', ['Services']],
  ['**Incident** means an event that harms a system.', ['Incident']],
  [
    'Northwind Ltd (the "Supplier") and Aster Ltd (hereinafter referred to as the “Purchaser”) agree.',
    ['Supplier', 'Purchaser'],
  ],
  ['(each a "Party" and together the "Parties")', ['Party', 'Parties']],
  ['北风有限公司（以下简称“甲方”）与南星有限公司（以下简称乙方）订立本合同。', ['甲方', '乙方']],
  ['“个人信息”是指与自然人有关的各种信息。', ['个人信息']],
  ['本合同所称网络安全事件，是指危害系统的事件。', ['网络安全事件']],
  ['甲方：北风有限公司', ['甲方']],
  ['A person with an account is a "Member".', ['Member']],
  ['开设账号的人为“会员”。', ['会员']],
])('finds the terms in %s', (text, expected) => {
  expect(names(`# Contract\n\n${text}\n`)).toEqual(expected);
});

it.each([
  'He said "we will see" and left.',
  'The label reads ("do not open").',
  'It is a "Do Not Enter" sign.',
  '文件名称为“附则”。',
  'Write "shall" and not "may" in a contract.',
  '```\n"Code" means nothing\n```',
  '“请勿打开”字样应当醒目。',
  '甲方应当指定专人负责。',
])('finds none in %s', (text) => {
  expect(names(`# Contract\n\n${text}\n`)).toEqual([]);
});

it('finds the uses in every form, the longest term first', () => {
  const text = `# A

"Data" means all data. "Personal Data" means Data about a person. "Party" means a party.

Each Party keeps Personal Data; both Parties keep Data. PERSONAL DATA IS SAFE. Partying with Datasets is fun.
`;
  const uses = termUses(readDocument(text));
  expect(uses.map(({ written, term }) => `${written} = ${term.name}`)).toEqual([
    'Data = Data',
    'Personal Data = Personal Data',
    'Data = Data',
    'Party = Party',
    'Party = Party',
    'Personal Data = Personal Data',
    'Parties = Party',
    'Data = Data',
    'PERSONAL DATA = Personal Data',
  ]);
  for (const { span, written } of uses) expect(text.slice(span.start, span.end)).toBe(written);
});

it('the definition is the sentence that defines', () => {
  const text = '# A\n\nFirst things first. "Incident" means an event that harms. More follows.\n';
  const [term] = termsOf(readDocument(text));
  expect(term?.text).toBe('"Incident" means an event that harms.');
  expect(text.slice(term?.definition.start, term?.definition.end)).toBe(term?.text);
});

it.each([
  ['Party', 'Parties'],
  ['Supplier', 'Suppliers'],
  ['Process', 'Processes'],
  ['Day', 'Days'],
])('%s, several %s', (one, many) => {
  expect(pluralOf(one)).toBe(many);
  expect(singularOf(many)).toBe(one);
});

it('a long text of quotations takes no time', () => {
  const text = `# A\n\n${'("'.repeat(5000)}\n\n${'the "A'.repeat(5000)}\n\n${'以下简称“'.repeat(5000)}\n`;
  const began = performance.now();
  termUses(readDocument(text));
  expect(performance.now() - began).toBeLessThan(3000);
});
