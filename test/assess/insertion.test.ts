import pages from 'catalogue:pages';
import { describe, expect, test } from 'vitest';
import { makeContext } from '../../server/assess/context.ts';
import { insertAllFix, insertionEdits, type Edit } from '../../server/assess/fixes.ts';
import { makeLibrary, noSettings, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readNumber } from '../../server/document/clause-number.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));

function judged(text: string, type: string) {
  const document = readDocument(text);
  const report = review(document, library, { ...noSettings, types: [type] });
  const types = library.catalogue.types.filter(({ id }) => id === type);
  return { report, context: makeContext(document, library, types) };
}

const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((t, { span, plain }) => t.slice(0, span.start) + plain + t.slice(span.end), text);

type Way = 'at once' | 'one by one';

/** Inserts the clauses of some requirements, at once or one after the other. */
function inserted(text: string, type: string, slugs: string, way: Way): string {
  const ids = slugs.split(' ').map((slug) => `opinions/${slug}`);
  if (way === 'at once') {
    const { report, context } = judged(text, type);
    const findings = report.findings.filter(({ code }) => ids.includes(code));
    return apply(text, insertAllFix(findings, report.assessments, context, 1)?.edits ?? []);
  }
  return ids.reduce((now, id) => {
    const { report, context } = judged(now, type);
    const requirement = library.requirement(id);
    return requirement ? apply(now, insertionEdits(requirement, report.assessments, context)) : now;
  }, text);
}

const isNew = /^\+ ?/;
const withoutNew = (marked: string): string =>
  marked
    .split('\n')
    .filter((line) => !isNew.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');

/**
 * The lines of a text, those that are new marked with `+`: headings as they stand, of clauses the number and what
 * stands in front of it.
 */
function marksIn(text: string, before: string): string[] {
  const old = before.split('\n');
  return linesOf(text).map((line) => {
    if (old.includes(line)) return line;
    if (line.length < 40 || /^#|\*\*$/.test(line)) return `+ ${line}`;
    const [mark = ''] = /^[-*\s]*/.exec(line) ?? [];
    const number = readNumber(line.slice(mark.length))?.written ?? '';
    return `+ ${mark}${number}${mark === '**' ? mark : ''}`.trimEnd();
  });
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** A text with the lines that are inserted marked with `+`, as `marksIn` shows them. */
function expectInserted(marked: string, type: string, slugs: string, way: Way = 'at once'): void {
  const before = withoutNew(marked);
  expect(marksIn(inserted(before, type, slugs, way), before)).toEqual(linesOf(marked));
}

const contract = 'service-contract';
const policy = 'security-policy';

describe('numbers', () => {
  const ways: Way[] = ['at once', 'one by one'];

  test.each(ways)('the next one where it is free, %s: a heading 2. is not behind 1.1', (way) =>
    expectInserted(
      `# Agreement

## 1. Data protection

1.1 The parties appoint data contacts.

+ 1.2

+ 1.3

## 2. Law

2.1 The law of Hong Kong applies.
`,
      contract,
      'pi-compliance pi-storage',
      way,
    ),
  );

  test.each(ways)('at the end of a section, %s, not between two', (way) =>
    expectInserted(
      `# Emergency Plan

## 2. Incidents

2.1 Whoever notices an incident informs the duty officer.

2.2 The duty officer keeps a diary.

+ 2.3

+ 2.4

## 3. Names

3.1 Names are kept up to date.
`,
      'emergency-plan',
      'emergency-plan emergency-review',
      way,
    ),
  );

  test.each(ways)('between two, %s, where the next one is final', (way) =>
    expectInserted(
      `# Emergency Plan

## 2. Incidents

2.1 Whoever notices an incident informs the duty officer.

+ 2.1A

+ 2.1B

2.2 This plan takes effect on 1 May.
`,
      'emergency-plan',
      'emergency-plan emergency-review',
      way,
    ),
  );

  test.each(ways)('in a gap, %s', (way) =>
    expectInserted(
      `# Emergency Plan

## 2. Incidents

2.1 Whoever notices an incident informs the duty officer.

2.2 The duty officer keeps a diary.

+ 2.3

+ 2.4

2.9 The diary is read on Mondays.
`,
      'emergency-plan',
      'emergency-plan emergency-review',
      way,
    ),
  );

  test.each(ways)('one that stands out of order is not given again, %s', (way) =>
    expectInserted(
      `# 保洁合同

第一条 乙方应当打扫办公室。

第四条 双方指定联系人。

第二条 甲方应当按月付款。

第三条 乙方自备工具。

+ 第三条之一

+ 第三条之二
`,
      contract,
      'pi-compliance incident-notification',
      way,
    ),
  );

  test.each(ways)('clauses that the parties agree on are no items of a sentence, %s', (way) =>
    expectInserted(
      `# Agreement

## 1. Data protection

The parties agree as follows:

1.1 The parties appoint data contacts, and the contacts are polite:

1.2 on Sundays.

+ 1.3

+ 1.4
`,
      contract,
      'pi-compliance pi-storage',
      way,
    ),
  );

  test.each(ways)('articles between two, %s', (way) =>
    expectInserted(
      `# 网络安全管理制度

第二条 本制度适用于全体员工。

第三条 网络安全部对网络安全负责。

+ 第三条之一

+ 第三条之二

第四条 办公区域实行门禁管理。
`,
      policy,
      'graded-protection risk-evaluation',
      way,
    ),
  );

  test('no number twice where those inserted do not stand in order', () =>
    expectInserted(
      `# 应用审核规则

## 第二章 应用入驻

第四条 图标应当清晰。

+ 第四条之二

## 第二章之一 投诉

第四条之一 用户可以投诉。

## 第三章 附则

第五条 本规则由本平台解释。
`,
      'app-review-policy',
      'app-developer-verification',
    ));

  test('a chapter of articles gets an article, not a chapter', () =>
    expectInserted(
      `# 应用审核规则

## 第二章 应用入驻

第三条 开发者应当填写名称。

第四条 图标应当清晰。

+ 第四条之一

## 第三章 评分

第五条 用户可以评分。
`,
      'app-review-policy',
      'app-developer-verification',
    ));

  test.each([
    ['letters', '(a) The parties name contacts.\n\n(b) They are polite.\n\n+ (c)\n'],
    ['a list', '1. The parties name contacts.\n\n2. They are polite.\n\n+ 3.\n'],
    ['bullets', '- 2.1 The parties name contacts.\n- 2.2 They are polite.\n\n+ - 2.3\n'],
    ['bold', '**2.1** The parties name contacts.\n\n**2.2** They are polite.\n\n+ **2.3**\n'],
    ['lines without blanks', '2.1 The parties name contacts.\n2.2 They are polite.\n\n+ 2.3\n'],
    ['no numbers', 'The parties name contacts.\n\nThey are polite.\n\n+\n'],
    ['nothing', '+ 2.1\n'],
  ])('like those that stand there: %s', (_, clauses) =>
    expectInserted(
      `# Agreement\n\n## 1. Scope\n\n1.1 All sites.\n\n## 2. Data protection\n\n${clauses}\n## 3. Law\n\n3.1 France.\n`,
      contract,
      'pi-compliance',
    ),
  );

  test.each([
    ['（一）', '（一）双方指定联系人。\n\n（二）联系人保持礼貌。\n\n+ （三）\n'],
    ['一个列表', '1. 双方指定联系人。\n\n2. 联系人保持礼貌。\n\n+ 3.\n'],
    ['没有空格', '2.1双方指定联系人。\n\n2.2联系人保持礼貌。\n\n+ 2.3\n'],
    ['全角空格', '2.1　双方指定联系人。\n\n2.2　联系人保持礼貌。\n\n+ 2.3\n'],
    ['没有编号', '双方指定联系人。\n\n联系人保持礼貌。\n\n+\n'],
    ['没有内容', '+ 2.1\n'],
  ])('like those that stand there in Chinese: %s', (_, clauses) =>
    expectInserted(
      `# 合同\n\n## 一、范围\n\n1.1 全部场所。\n\n## 二、个人信息保护\n\n${clauses}\n## 三、法律\n\n3.1 法国法。\n`,
      contract,
      'pi-compliance',
    ),
  );

  test('behind the items that a sentence leads in to', () =>
    expectInserted(
      `# Agreement

## 1. Data

The Supplier shall:

(a) use personal information only for the services; and

(b) tell the Customer of changes.

+

The Supplier is polite.
`,
      contract,
      'pi-storage',
    ));

  test('an annex counts anew', () =>
    expectInserted(
      `# Agreement

## 1. Services

1.1 The Supplier shall clean.

1.2 The Supplier brings brooms.

## 2. Data protection

2.1 The parties appoint data contacts.

+ 2.2

## Annex 1

## 1. Rooms

1.1 All rooms.

## 2. Times

2.1 Every evening.

2.2 Every morning.
`,
      contract,
      'pi-compliance',
    ));
});

describe('new sections', () => {
  test('before the final provisions, with articles', () =>
    expectInserted(
      `# 信息系统管理办法

## 第一章 总则

第一条 为规范管理，制定本办法。

## 第二章 日常管理

第二条 机房双人值守。

+ ## 第二章之一 网络安全培训

+ 第二条之一

## 第三章 附则

第三条 本办法自发布之日起施行。
`,
      policy,
      'security-training',
    ));

  test('before general provisions and signatures, with clauses', () =>
    expectInserted(
      `# Agreement

## 1. Keys

1.1 The Supplier shall keep the keys.

1.2 Lost keys are replaced.

+ ## 1A. Notification of security incidents

+ 1A.1

+ ## 1B. Use of personal information

+ 1B.1

## 2. General provisions

2.1 The law of France applies.

Signed for the Supplier: ____
`,
      contract,
      'incident-notification pi-use',
    ));

  test('the next one where nothing is final, before the place where the parties sign', () =>
    expectInserted(
      `# Agreement

## 4. Keys

4.1 The Supplier shall keep the keys.

+ ## 5. Notification of security incidents

+ 5.1

---

Signed for the Supplier: ____
`,
      contract,
      'incident-notification',
    ));

  test.each(['at once', 'one by one'] as const)('articles written as lines, %s', (way) =>
    expectInserted(
      `# 保洁合同

第一条　服务内容

乙方应当打扫办公室。

第二条　费用

甲方应当按月付款。

+ 第二条之一　安全事件的报告与告知

+

第三条　其他约定

本合同一式两份。

甲方（盖章）：____
`,
      contract,
      'incident-notification',
      way,
    ),
  );

  test('articles that are headings in chapters', () =>
    expectInserted(
      `# 管理办法

## 第一章 总则

### 第一条 目的

为了安全，制定本办法。

## 第二章 管理

### 第二条 机房

机房双人值守。

+ ### 第二条之一 网络安全培训

+

## 第三章 附则

### 第三条 解释

由信息部解释。
`,
      policy,
      'security-training',
    ));

  test('articles without headings, before those that end the contract', () =>
    expectInserted(
      `# 保洁合同

第一条 乙方应当打扫办公室。

第二条 甲方应当按月付款。

+ 第二条之一

第三条 本合同一式两份。

第四条 本合同自签字之日起生效。
`,
      contract,
      'incident-notification',
    ));

  test.each([
    ['## 1 Scope', '## 2 Contact', '## 3 Notification of security incidents'],
    ['## 1 适用范围', '## 2 联系方式', '## 3 安全事件的报告与告知'],
    ['## Scope', '## Hours', '## Notification of security incidents'],
    ['## 30 days', '## 9 lives', '## Notification of security incidents'],
    ['**1. Scope**', '**2. Contact**', '**3. Notification of security incidents**'],
    ['## 一、适用范围', '## 二、联系方式', '## 三、安全事件的报告与告知'],
    ['## ARTICLE I. SCOPE', '## ARTICLE II. FEES', '## ARTICLE III. Notification of security incidents'],
  ])('after %s and %s comes %s', (first, second, heading) => {
    const [words, title] = /[\u4e00-\u9fff]/.test(heading)
      ? ['甲方应当付款给乙方。', '# 合同']
      : ['The Customer shall pay.', '# Agreement'];
    expectInserted(
      `${title}\n\n${first}\n\n${words}\n\n${second}\n\n${words}\n\n+ ${heading}\n\n+\n`,
      contract,
      'incident-notification',
    );
  });

  test('where numbers take none in between, behind the last', () =>
    expectInserted(
      `# Agreement

## ARTICLE I. SCOPE

Section 1.1 The Supplier shall clean.

## ARTICLE II. MISCELLANEOUS

Section 2.1 The law of France applies.

+ ## ARTICLE III. Notification of security incidents

+ Section 3.1
`,
      contract,
      'incident-notification',
    ));

  test('below a heading that has parts and no text of its own', () =>
    expectInserted(
      `# Agreement

## 1. Data protection

### 1.1 Contacts

The parties appoint contacts.

### 1.2 Staff

Staff is trained.

+ ### 1.3 Compliance with personal information law

+

## 2. Law

### 2.1 Choice

French law applies.
`,
      contract,
      'pi-compliance',
    ));
});

describe('documents without headings of Markdown', () => {
  const ways: Way[] = ['at once', 'one by one'];

  test.each(ways)('numbered lines with clauses below, %s', (way) =>
    expectInserted(
      `SERVICES AGREEMENT

1. Services

1.1 The Supplier shall clean.

2. Personal data

2.1 The parties appoint data contacts.

+ 2.2

+ 2A. Notification of security incidents

+ 2A.1

3. General provisions

3.1 The law of France applies.

Signed for the Supplier: ____

Schedule 1 Services

1. Rooms

2. Windows
`,
      contract,
      'pi-storage incident-notification',
      way,
    ),
  );

  test.each(ways)('a row of clauses, %s, before the one that ends it', (way) =>
    expectInserted(
      `Cleaning Contract

1. The Supplier shall clean.
2. The Customer shall pay.

+ 2A.

+ 2B.

3. This contract is made in two copies.

By: ____
`,
      contract,
      'incident-notification pi-storage',
      way,
    ),
  );

  test('numbered lines with text below', () =>
    expectInserted(
      `Terms of Use

I. Accounts

You must be eighteen.

II. Payment

You must pay the fees.

+ III. Your duties for network security

+
`,
      'terms-of-use',
      'user-security-duties',
    ));

  test.each(ways)('numbers without a mark, %s', (way) =>
    expectInserted(
      `网络安全管理制度

1 总则

1.1 目的

为加强网络安全管理，制定本制度。

2 机房

2.1 值守

机房双人值守。

+ 2A 网络安全培训

+

3 附则

3.1 施行

本制度自发布之日起施行。
`,
      policy,
      'security-training',
      way,
    ),
  );

  test('sections whose items are counted anew', () =>
    expectInserted(
      `网络安全管理制度

一、总则

（一）为加强网络安全管理，制定本制度。

二、机房

（一）机房双人值守。

+ 二之一、网络安全培训

+ （一）

三、附则

（一）本制度由信息部解释。
`,
      policy,
      'security-training',
    ));

  test('bold lines, before the contact', () =>
    expectInserted(
      `**Privacy Policy**

**What we collect**

We collect your name to answer your letters.

+ **Storage of personal information**

+

+ **Deletion of personal information**

+

**Contact**

Write to us.
`,
      'privacy-policy',
      'pi-destruction pi-storage',
    ));
});

describe('sections of sub-headings', () => {
  test.each(['at once', 'one by one'] as const)('a clause becomes another one, %s', (way) =>
    expectInserted(
      `# Agreement

## 5. Data

### 5.1 Storage

The Supplier shall store personal data in France, encrypted and for three years.

### 5.2 Contacts

The parties appoint contacts.

+ ### 5.3 Use of personal information

+

+ ### 5.4 Deletion of personal information

+

## 6. Law

### 6.1 Choice

French law applies.
`,
      contract,
      'pi-use pi-destruction',
      way,
    ),
  );

  test('beside a part about something else', () =>
    expectInserted(
      `# Privacy Policy

## Your data

### What we collect

We collect your name to answer your letters.

### Cookies

We set none.

+ ### Storage of personal information

+

## Our books

### Poems

We print poems.
`,
      'privacy-policy',
      'pi-storage',
    ));
});

test('a section about something else takes no clause, nor does one that opens the document', () =>
  expectInserted(
    `# Emergency Plan

## 1. Purpose

1.1 This plan puts the response to security incidents in order.

## 2. Responsibilities

2.1 The duty officer is responsible for network security.

+ ## 3. Graded protection

+ 3.1

+ ## 4. Security training

+ 4.1
`,
    policy,
    'security-training graded-protection',
  ));

test.each([
  ['1.1 The Supplier is not obliged to notify the Customer of security incidents.', 'incident-notification'],
  ['1.1 The Supplier shall not be responsible for deleting personal data.', 'pi-destruction'],
  ['1.1 乙方不承担安全事件的通知义务。', 'incident-notification'],
  ['1.1 乙方无义务删除个人信息。', 'pi-destruction'],
])('what is denied is not inserted beside: %s', (clause, slug) => {
  const title = /[\u4e00-\u9fff]/.test(clause) ? '合同' : 'Agreement';
  const text = `# ${title}\n\n## 1. ${title}\n\n${clause}\n`;
  expect(inserted(text, contract, slug, 'at once')).toBe(text);
});

describe('titles in bold at the head of a clause', () => {
  test('in a row of such clauses each has one', () =>
    expect(
      inserted(
        '# Privacy\n\n## Your data\n\n1. **Names.** We know none.\n',
        'privacy-policy',
        'pi-storage',
        'at once',
      ),
    ).toMatch(/^2\. \*\*Storage of personal information\.\*\* We store/m));

  test.each([
    ['1. **Rooms.** The Member keeps rooms.', /^2\. \*\*Network security\.\*\* The Member shall/m],
    ['1. The Member keeps rooms.', /^2\. The Member shall/m],
    ['**Rooms.** The Member keeps rooms.', /^\*\*Network security\.\*\* The Member shall/m],
    ['The Member keeps rooms.', /^The Member shall/m],
  ])('like those that stand there: %s', (clause, expected) =>
    expect(
      inserted(
        `# Terms\n\nA person with an account is a "Member".\n\n## User conduct\n\n${clause}\n`,
        'terms-of-use',
        'user-security-duties',
        'at once',
      ),
    ).toMatch(expected),
  );
});

test('a comment stays with what stands below it', () => {
  const text =
    '# A\n\n## 1. Data protection\n\n1.1 Contacts are named.\n\n<!-- clausecheck-disable-next-line opinions/pi-use -- elsewhere -->\n## 2. Law\n\n2.1 France.\n';
  const after = inserted(text, contract, 'pi-compliance', 'at once');
  expect(after).toMatch(/\n1\.2 [^\n]+\n\n<!-- [^\n]+ -->\n## 2\. Law/);
});

test.each([
  ['a blank line on either side', '# A\n\n## Privacy\n## Law\n', /## Privacy\n\n[^\n]+\n\n## Law/],
  ['at the end without a line end', '# A\n\n## Privacy', /## Privacy\n\n[^\n]+\n$/],
  ['other line ends', '# A\r\n\r\n## Privacy\r\n', /## Privacy\r\n\r\n[^\n]+\r\n$/],
])('%s', (_, text, expected) =>
  expect(inserted(text, contract, 'pi-compliance', 'at once')).toMatch(expected),
);

test('placeholders of clauses at one place are numbered through', () => {
  const { report, context } = judged('# A\n\n## Privacy\n\nWe care.\n', contract);
  const fix = insertAllFix(report.findings, report.assessments, context);
  for (const { snippet } of fix?.edits ?? []) {
    const numbers = [...snippet.matchAll(/\$\{(\d+):/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  }
  expect(fix?.edits.some(({ snippet }) => snippet.includes('${4:'))).toBe(true);
});
