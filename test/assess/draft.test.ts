import pages from 'catalogue:pages';
import { describe, expect, test } from 'vitest';
import { makeContext } from '../../server/assess/context.ts';
import { draftWords } from '../../server/assess/draft.ts';
import { insertAllFix } from '../../server/assess/fixes.ts';
import { makeLibrary, noSettings, review } from '../../server/assess/review.ts';
import { wordsOf } from '../../server/assess/words.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import type { DocumentWords } from '../../server/catalogue/requirement.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));

type Words = Partial<DocumentWords>;

const english: readonly [name: string, text: string, words: Words][] = [
  ['nothing said', '', { we: 'we', user: 'you', your: 'your', us: 'us', supplier: 'the Supplier' }],
  [
    'names of its own',
    'Fernway Ltd ("Fernway") runs the boards. A person with an account is a "Member". Fernway may close a board. The Member must be polite to each other Member.',
    {
      we: 'Fernway',
      us: 'Fernway',
      platform: 'Fernway',
      user: 'the Member',
      your: "the Member's",
      shall: 'must',
    },
  ],
  [
    'a name for several',
    'Persons with an account are "Members". Members must be polite.',
    { user: 'the Member', your: "the Member's" },
  ],
  [
    'names, but it says we and you',
    'Fernway Ltd ("Fernway", "we" or "us") runs the boards for you. We close boards. You write.',
    { we: 'we', us: 'us', user: 'you' },
  ],
  [
    'a role with an article, a role without one',
    'Aster Ltd (the "Client") engages Northwind Ltd ("Consultant"). Consultant shall report to the Client. Consultant may rest.',
    { purchaser: 'the Client', supplier: 'Consultant' },
  ],
  [
    'roles that no list knows as usual ones',
    'Aster Ltd (the "Licensee") and Northwind Ltd (the "Licensor") agree. The Licensor may tell other customers.',
    { purchaser: 'the Licensee', supplier: 'the Licensor' },
  ],
  [
    'two firms, of which one pays',
    'Northwind Ltd ("Northwind") and Aster GmbH ("Aster") agree. Aster shall pay the price.',
    { purchaser: 'Aster', supplier: 'Northwind' },
  ],
  [
    'a firm and a role',
    'Northwind Ltd ("Northwind") serves Aster GmbH (the "Customer").',
    { purchaser: 'the Customer', supplier: 'Northwind' },
  ],
  [
    'words of a regulation',
    '"Processor" and "Controller" have the meanings given in the Regulation. Northwind Ltd ("Northwind") serves Aster Ltd ("Aster"). Aster shall pay.',
    { purchaser: 'Aster', supplier: 'Northwind' },
  ],
  [
    'names that are understood',
    'The Vendor must deliver. The Buyer must pay.',
    { supplier: 'the Vendor', purchaser: 'the Buyer', shall: 'must' },
  ],
  [
    'a company that is understood',
    'The Company grades its systems. The Company closes user accounts; user names of users are gone.',
    { we: 'the Company', user: 'the user' },
  ],
  [
    'terms of its own',
    '"Client Personal Data" means personal data of the Client. "Agreement" means this Agreement. The services set out in Schedule 2 follow this Agreement.\n\n## Schedule 1: Prices\n\nNone.',
    {
      personalInformation: 'Client Personal Data',
      contract: 'this Agreement',
      annex: 'Schedule',
      servicesAnnex: 'Schedule 2',
    },
  ],
  [
    'an annex of another matter',
    'The prices stand in Exhibit A.',
    { annex: 'Exhibit', servicesAnnex: 'Exhibit [${9:number}]', contract: 'this contract' },
  ],
  [
    'an annex with a heading',
    '## APPENDIX B – Scope of services\n\nHosting.',
    { servicesAnnex: 'Appendix B' },
  ],
  [
    'what it writes',
    'We keep personal data. Your personal data is safe.',
    { personalInformation: 'personal data' },
  ],
];

const chinese: readonly [name: string, text: string, words: Words][] = [
  ['未作约定', '', { we: '我们', user: '您', your: '您的', platform: '本平台', supplier: '乙方' }],
  ['响应不是应', '乙方应当响应甲方要求，采取相应措施，作出相应安排。', { shall: '应当' }],
  ['须', '乙方须打扫，无须付款，须知另附。甲方须付款。乙方应当有礼。', { shall: '须' }],
  [
    '自定义简称',
    '深圳小鹿科技有限公司（以下简称“小鹿科技”）向用户提供服务。小鹿科技保护用户。用户应当守约。',
    { we: '小鹿科技', platform: '小鹿科技', user: '用户', your: '用户的' },
  ],
  ['下称', '深圳小鹿科技有限公司（下称“小鹿科技”）。用户守约。', { we: '小鹿科技', user: '用户' }],
  [
    '有简称而自称我们',
    '深圳小鹿科技有限公司（以下简称“小鹿科技”或“我们”）为您服务。我们保护您的信息。我们尽责。',
    { we: '我们', user: '您' },
  ],
  ['市场', '风帆应用市场（以下简称“市场”）上架应用。市场可以下架应用。', { platform: '市场', we: '市场' }],
  [
    '未定义的市场',
    '应用上架前，由市场检测。市场应当公示结果。涉及市场监督管理的，从其规定。',
    { platform: '市场' },
  ],
  ['物不是人', '云平台应当加密。我们负责云平台。系统平台应当备份。', { platform: '我们', we: '我们' }],
  [
    '列表之外的身份',
    '北风有限公司（以下简称“承接方”）为南星有限公司（以下简称“委托人”）实施。',
    { supplier: '承接方', purchaser: '委托人' },
  ],
  [
    '付款的一方',
    '北风有限公司（以下简称“北风”）与南星有限公司（以下简称“南星”）订立本协议。南星应当向北风支付价款。',
    { supplier: '北风', purchaser: '南星', contract: '本协议' },
  ],
  [
    '自有术语',
    '“客户个人数据”是指客户的个人数据。服务内容见附录二。\n\n## 附录一　价格\n\n略。',
    { personalInformation: '客户个人数据', annex: '附录', servicesAnnex: '附录二' },
  ],
  ['其他附件', '价格见附表1。', { annex: '附表', servicesAnnex: '附表【${9:编号}】' }],
  ['附件标题', '## 附件三：服务清单\n\n略。', { servicesAnnex: '附件三' }],
];

describe('the words of a document', () => {
  test.each(english)('%s', (_, text, words) =>
    expect(wordsOf(readDocument(`# A\n\n${text}\n`), 'en')).toMatchObject(words),
  );
  test.each(chinese)('%s', (_, text, words) =>
    expect(wordsOf(readDocument(`# 文件\n\n${text}\n`), 'zh')).toMatchObject(words),
  );
  test('rules of an organisation for itself', () => {
    expect(wordsOf(readDocument('# 网络安全管理制度\n\n系统应当备份。\n'), 'zh').we).toBe('本单位');
    expect(wordsOf(readDocument('# IT Security Policy\n\nStaff must lock doors.\n'), 'en').we).toBe(
      'the organisation',
    );
    expect(wordsOf(readDocument('# IT Security Policy\n\nWe lock doors.\n'), 'en').we).toBe('we');
  });
});

test('a long text takes no time', () => {
  const firms = Array.from({ length: 500 }, (_, i) => `A${i} Ltd ("A${i}") shall not pay.`).join(' ');
  const text = `# A\n\n${firms}\n${'\n'.repeat(20000)}${'services described '.repeat(5000)}\n\n${'公司支付'.repeat(20000)}\n`;
  const began = performance.now();
  wordsOf(readDocument(text), 'en');
  wordsOf(readDocument(text), 'zh');
  expect(performance.now() - began).toBeLessThan(5000);
});

/** Words of a page, written into a text. */
const drafted = (words: string, text: string, language: 'en' | 'zh' = 'en'): string =>
  draftWords(words, language, makeContext(readDocument(`# A\n\n${text}\n`), library, [])).plain;

const boards = 'Fernway Ltd ("Fernway") runs the boards. A person with an account is a "Member".';
const pirates =
  'Aster Ltd (the "Client") and Northwind Ltd (the "Vendor") agree. "Client Personal Data" means data.';

test.each([
  ['**Safety.** {user} {shall} act. {user} rests.', '', '**Safety.** You shall act. You rests.'],
  ['{your} duties', boards, "The Member's duties"],
  ['- {supplier} acts (with {supplier}).', pirates, '- The Vendor acts (with the Vendor).'],
  ['{we} {store|stores} it after {user} {close|closes} it.', '', 'We store it after you close it.'],
  [
    '{we} {store|stores} it after {user} {close|closes} it.',
    boards,
    'Fernway stores it after the Member closes it.',
  ],
  ['{we} {keep|keeps} {your} {personalInformation}.', '', 'We keep your personal information.'],
  ['{we} {keep|keeps} {your} {personalInformation}.', pirates, 'We keep Client Personal Data.'],
  [
    '{we} {keep|keeps} {your} {personalInformation}.',
    '"Personal information" means data.',
    'We keep your personal information.',
  ],
  ['use it for ${1:the account {user} {have|has} here}.', '', 'use it for the account you have here.'],
])('%s in “%s”', (words, text, expected) => expect(drafted(words, text)).toBe(expected));

/** What "insert all" writes into a document of a type, and what is not met afterwards. */
function inserted(
  type: string,
  text: string,
): { readonly written: string; readonly unmet: readonly string[] } {
  const settings = { ...noSettings, types: [type] };
  const document = readDocument(text);
  const { findings, assessments } = review(document, library, settings);
  const context = makeContext(
    document,
    library,
    library.catalogue.types.filter(({ id }) => id === type),
  );
  const edits = insertAllFix(findings, assessments, context, 1)?.edits ?? [];
  let mended = text;
  for (const { span, plain } of edits.toSorted((a, b) => b.span.start - a.span.start))
    mended = mended.slice(0, span.start) + plain + mended.slice(span.end);
  const { findings: left } = review(readDocument(mended), library, settings);
  return {
    written: edits.map(({ plain }) => plain).join(''),
    unmet: left.filter(({ level }) => level !== 'hint').map(({ code }) => code),
  };
}

const boardsOf = (title: string): string => `# ${title}

## The boards

Fernway Ltd ("Fernway") runs the boards. A person with an account is a "Member". "Personal Data" means information about a Member.

## Accounts

Fernway may close an empty account. A Member must be sixteen or older.
`;

const ledgerOf = (title: string): string => `# ${title}

## 说明

深圳小鹿科技有限公司（以下简称“小鹿科技”）向注册用户（以下简称“用户”）提供记账服务。

## 联系

用户可以写信给小鹿科技。
`;

/** A document of a type, what insertions say there, and words that are not its own. */
const documents: readonly [type: string, text: string, says: readonly string[], foreign: RegExp][] = [
  [
    'terms-of-use',
    boardsOf('Terms of use'),
    ["The Member's duties", '\n\nThe Member must keep', 'notify Fernway', 'Fernway may warn'],
    /\b(?:we|us|our|you|your|user)\b/i,
  ],
  [
    'privacy-policy',
    boardsOf('Privacy policy'),
    [
      "Fernway stores the Member's Personal Data",
      'Fernway does not sell it',
      'whenever Fernway collects, stores',
    ],
    /\b(?:we|us|our|you|your)\b/i,
  ],
  [
    'service-contract',
    `# Services

Aster Ltd (the "Client") and Northwind Ltd (the "Provider") make this Agreement. "Client Personal Data" means personal data of the Client's customers.

## Services

The Provider shall provide the services set out in Schedule 1.

## Fees

The Client shall pay the fees set out in Schedule 2 within thirty days.
`,
    [
      'The Provider shall store the Client Personal Data',
      'under this Agreement',
      'services described in Schedule 1',
    ],
    /Annex|this contract|(?<!in the People's Republic of China |of )personal information(?! (?:law|protection))|Supplier|Purchaser/,
  ],
  [
    'app-review-policy',
    `# 风帆应用市场应用审核规则

## 总则

风帆应用市场（以下简称“市场”）由青岛风帆科技有限公司运营。

## 上架

开发者提交应用后，市场在三个工作日内公布结果。
`,
    ['市场对应用进行恶意代码', '市场通过【'],
    /平台|我们|您/,
  ],
  ['privacy-policy', ledgerOf('隐私政策'), ['小鹿科技将用户的个人信息存储于'], /我们|您|平台/],
  [
    'terms-of-use',
    ledgerOf('用户协议'),
    ['用户的网络安全义务', '用户应当妥善保管', '立即通知小鹿科技'],
    /我们|您|平台/,
  ],
];

test.each(documents)('clauses inserted into %s speak its words, and are met', (type, text, says, foreign) => {
  const { written, unmet } = inserted(type, text);
  for (const words of says) expect(written).toContain(words);
  expect(written).not.toMatch(foreign);
  expect(unmet).toEqual([]);
});

test.each([
  ['{supplier}{shall}对其加密。', '乙方应打扫。', '乙方应当对其加密。'],
  ['{supplier}{shall}将其加密。', '乙方应打扫。', '乙方应将其加密。'],
])('no other word comes of it in Chinese: %s in “%s”', (words, text, expected) =>
  expect(drafted(words, text, 'zh')).toBe(expected),
);
