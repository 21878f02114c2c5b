import { expect, it } from 'vitest';
import { numberedClauses } from '../../server/document/clause-index.ts';
import { readDocument } from '../../server/document/document.ts';
import { referencesOf } from '../../server/document/references.ts';

const english = `# Services Agreement

## 1. Services

1.1 The Supplier provides the services in Annex C and Schedule 2.

## 4. Security

4.1 Sections 4.2(b) and 1.1 apply; so does Article 28 of the GDPR.

4.2 The Supplier shall:

(a) protect the systems;

(b) report incidents under clause 4.1 of this Agreement.

4.3 See Section 9.9, the Cybersecurity Law, Article 21 and Clause 3 of the Master Services Agreement.

## Annex C – Scope

All of it.
`;

const chinese = `# 服务合同

第一条 乙方应当遵守附件三和第十二条第二款的规定。

第十二条 乙方应当保护个人信息。

乙方应当按照《中华人民共和国个人信息保护法》第四十七条、第四十八条删除个人信息。

（一）依照本合同第一条执行；

（二）《服务合同》第一条和第九十九条不适用。

## 附件三 范围

全部。
`;

const found = (text: string): string[] => {
  const document = readDocument(text);
  return referencesOf(document).map(({ span, clause, target, instrument }) => {
    const written = text.slice(span.start, span.end);
    if (instrument !== undefined) return `${written} ⇒ ${instrument}`;
    return `${written} → ${clause ? text.slice(target?.start, target?.end).slice(0, 12).replace(/\s+/g, ' ') : '?'}`;
  });
};

it('follows the references of an English contract', () => {
  expect(found(english)).toEqual([
    'Annex C → ## Annex C –',
    'Schedule 2 → ?',
    'Sections 4.2(b) → (b) report i',
    '1.1 → 1.1 The Supp',
    'Article 28 ⇒ GDPR',
    'clause 4.1 → 4.1 Sections',
    'Section 9.9 → ?',
    'Article 21 ⇒ Cybersecurity Law',
    'Clause 3 ⇒ Master Services Agreement',
  ]);
});

it('follows the references of a Chinese contract', () => {
  expect(found(chinese)).toEqual([
    '附件三 → ## 附件三 范围',
    '第十二条第二款 → 乙方应当按照《中华人民共',
    '《中华人民共和国个人信息保护法》第四十七条 ⇒ 中华人民共和国个人信息保护法',
    '第四十八条 ⇒ 中华人民共和国个人信息保护法',
    '本合同第一条 → 第一条 乙方应当遵守附件',
    '《服务合同》第一条 → 第一条 乙方应当遵守附件',
    '第九十九条 → ?',
  ]);
});

it('knows each clause by the number that a reference gives it', () => {
  expect(numberedClauses(readDocument(english)).map(({ key }) => key)).toEqual([
    '1',
    '1.1',
    '4',
    '4.1',
    '4.2',
    '4.2(a)',
    '4.2(b)',
    '4.3',
    'annex c',
  ]);
  expect(numberedClauses(readDocument(chinese)).map(({ key }) => key)).toEqual([
    '条1',
    '条12',
    '条12(1)',
    '条12(2)',
    '附件3',
  ]);
});

it('follows decimal numbers in Chinese', () => {
  const text =
    '# 招标文件\n\n## 第二章 须知\n\n### 2.1 投标人资格\n\n依照第2.1节和第二章审查；前条第二款除外。\n';
  expect(found(text)).toEqual(['第2.1节 → ### 2.1 投标人资', '第二章 → ## 第二章 须知']);
});

it('ordinary words are no references', () => {
  expect(
    found('# A\n\nIn part I agree; the section a reader likes. Article by article. Version 4.2 is out.\n'),
  ).toEqual([]);
});

it('clauses inserted later have numbers of their own', () => {
  const text = `# Agreement

## 2. Data

2.1 The Supplier shall:

(a) protect data under clause 2.1A;

2.1A Section 2.1A(a) is none, nor is Clause 2.1B.

2.1B. Section 2a and Clause 2.2C are written for 2 and 2.2.

2.2 See Section 2A.1.

## 2A. Audit

2A.1 The Customer may audit.
`;
  const keys = numberedClauses(readDocument(text)).map(({ key }) => key);
  expect(keys).toEqual(['2', '2.1', '2.1(a)', '2.1A', '2.1B', '2.2', '2A', '2A.1']);
  expect(found(text)).toEqual([
    'clause 2.1A → 2.1A Section',
    'Section 2.1A(a) → 2.1A Section',
    'Clause 2.1B → 2.1B. Sectio',
    'Section 2 → ## 2. Data',
    'Clause 2.2C → 2.2 See Sect',
    'Section 2A.1 → 2A.1 The Cus',
  ]);
});

it('clauses inserted later have numbers of their own in Chinese', () => {
  const text =
    '# 办法\n\n第三条 甲。\n\n第三条之九 乙。\n\n第三条之十二 丙。\n\n第四条 依照第三条之十二执行。\n\n## 二、丁\n\n## 二之一、戊\n';
  const keys = numberedClauses(readDocument(text)).map(({ key }) => key);
  expect(keys).toEqual(['条3', '条3之9', '条3之12', '条4', '一2', '一2之1']);
  expect(found(text)).toEqual(['第三条之十二 → 第三条之十二 丙。']);
});

it.each(['2.4G Wi-Fi is offered.', '2.1B类用户。', '5G、云计算。', '3D、动画。', '1.5MB of data.'])(
  '%s begins with no number',
  (text) => expect(numberedClauses(readDocument(`# A\n\n${text}\n`))).toEqual([]),
);
