import pages from 'catalogue:pages';
import { describe, expect, test } from 'vitest';
import { makeContext } from '../../server/assess/context.ts';
import { fixesFor, repairsFor, type Edit, type Fix } from '../../server/assess/fixes.ts';
import { makeLibrary, noSettings, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));

/** The outcome of one requirement and what is offered; the preferred fix is marked with `!`. */
function repairs(
  text: string,
  type: string,
  slug: string,
): { offered: string; apply: (kind: Fix['kind']) => string } {
  const document = readDocument(text);
  const { assessments } = review(document, library, { ...noSettings, types: [type] });
  const types = library.catalogue.types.filter(({ id }) => id === type);
  const assessment = assessments.find(({ requirement }) => requirement.id === `opinions/${slug}`);
  if (!assessment) throw new Error(slug);
  const fixes = repairsFor(assessment, assessments, makeContext(document, library, types));
  return {
    offered: [assessment.outcome, ...fixes.map(({ kind, preferred }) => kind + (preferred ? '!' : ''))].join(
      ' ',
    ),
    apply: (kind) => applied(text, fixes.find((fix) => fix.kind === kind)?.edits ?? []),
  };
}

const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((t, { span, plain }) => t.slice(0, span.start) + plain + t.slice(span.end), text);

const contract = 'service-contract';
const notice = 'incident-notification';
const around = (clause: string): string =>
  `# Agreement\n\n1.1 The Supplier shall clean.\n\n${clause}\n\n1.9 French law applies.\n`;
const aroundChinese = (clause: string): string =>
  `# 合同\n\n第一条 乙方应当打扫。\n\n${clause}\n\n第九条 适用法国法。\n`;

describe('in place of a clause that falls short', () => {
  test.each([
    ['1.2 The Supplier is not obliged to notify security incidents.', /^1\.2 The Supplier shall notify/m],
    [
      '**1.2** The Supplier is not obliged to notify security incidents.',
      /^\*\*1\.2\*\* The Supplier shall notify/m,
    ],
    ['2. The Supplier is not obliged to notify security incidents.', /^2\. The Supplier shall notify/m],
    ['- The Supplier is not obliged to notify security incidents.', /^- The Supplier shall notify/m],
    [
      '- (b) The Supplier is not obliged to notify security incidents.',
      /^- \(b\) The Supplier shall notify/m,
    ],
    [
      '1.2 Notices. The Supplier is not obliged to notify security incidents.',
      /^1\.2 Notices\. The Supplier shall/m,
    ],
  ])('the number stays: %s', (clause, expected) => {
    const { apply } = repairs(around(clause), contract, notice);
    expect(apply('replace')).toMatch(expected);
    expect(apply('replace')).not.toContain('not obliged');
  });

  test.each([
    ['第二条 乙方不承担安全事件的通知义务。', /^第二条 乙方知悉/m],
    ['第二条　乙方不承担安全事件的通知义务。', /^第二条　乙方知悉/m],
    ['（二）乙方不承担安全事件的通知义务。', /^（二）乙方知悉/m],
    ['二、乙方不承担安全事件的通知义务。', /^二、乙方知悉/m],
  ])('the number stays in Chinese: %s', (clause, expected) => {
    const { apply } = repairs(aroundChinese(clause), contract, notice);
    expect(apply('replace')).toMatch(expected);
    expect(apply('replace')).not.toContain('不承担');
  });
});

const policy = 'security-policy';
const risks = 'risk-evaluation';

test.each([
  [
    'en',
    around('1.2 Departments consider the security risks of systems.'),
    /^1\.3 [^\n]*assesses the security risks/m,
  ],
  ['zh', aroundChinese('第二条 各部门关注网络安全风险。'), /^第三条 [^\n]*风险评估/m],
])('%s: behind the clause is preferred to its place', (_, text, expected) => {
  const { offered, apply } = repairs(text, policy, risks);
  expect(offered).toBe('weak insert! replace');
  expect(apply('insert')).toMatch(expected);
  expect(apply('insert')).toContain(text.split('\n')[4]);
});

test.each([
  ['a denial', '1.2 The Supplier is not obliged to notify security incidents.', 'missing replace'],
  ['what can be completed', '1.2 The Supplier shall notify security incidents.', 'weak complete! replace'],
])('what is offered for %s', (_, clause, expected) =>
  expect(repairs(around(clause), contract, notice).offered).toBe(expected),
);

const considered = 'consider the security risks of systems';
const meanwhile = 'in the daily work of the department as well as in all projects, meetings and reports';

describe.each([
  ['a row', `| Who | What |\n| --- | --- |\n| Departments | ${considered} |`],
  ['an item of a sentence', `Departments:\n\n(a) ${considered}; and\n\n(b) drink tea.`],
  ['half a sentence', `1.2 Departments drink tea; departments ${considered}.`],
  ['a long sentence', `1.2 Departments ${considered} ${`${meanwhile}, `.repeat(4)}and at home.`],
  [
    'one that meets another requirement',
    `1.2 Security officers are responsible for security and ${considered}.`,
  ],
  ['一并满足另一要求的条款', '第二条 网络安全负责人对网络安全负责并关注网络安全风险。'],
])('%s is not replaced', (_, clause) => {
  test('the clause goes behind it', () => {
    const text = /[\u4e00-\u9fff]/.test(clause) ? aroundChinese(clause) : around(clause);
    expect(repairs(text, policy, risks).offered).toBe('weak insert!');
  });
});

test.each([
  ['1.2 The Supplier should endeavour to notify security incidents.', 'The Supplier shall notify'],
  ['1.2 The Supplier shall endeavour to notify security incidents.', 'The Supplier shall notify'],
  ['1.2 Where practicable, the Supplier may notify security incidents.', '1.2 The Supplier shall notify'],
  ['1.2 The Supplier shall, where practicable, notify security incidents.', 'The Supplier shall notify'],
  [
    '1.2 The Supplier shall notify security incidents where practicable.',
    'notify security incidents, within',
  ],
  ['The Supplier shall:\n\n(b) where practicable, endeavour to notify security incidents.', '(b) notify'],
  ['第二条 在可行的范围内，乙方可以通知安全事件。', '第二条 乙方应当通知安全事件（'],
  ['第二条 乙方在可行的范围内，应当通知安全事件。', '第二条 乙方应当通知安全事件（'],
])('soft words go, with their commas: %s', (clause, expected) => {
  const text = /[\u4e00-\u9fff]/.test(clause) ? aroundChinese(clause) : around(clause);
  expect(repairs(text, contract, notice).apply('complete')).toContain(expected);
});

test.each([
  ['The Supplier must clean.', 'The Supplier should endeavour to notify', 'The Supplier must notify'],
  ['The Supplier will clean.', 'The Supplier may notify', 'The Supplier will notify'],
  ['乙方应打扫，并采取相应措施。', '乙方可以尽量通知', '乙方应通知'],
  ['乙方必须打扫。', '乙方原则上必须通知', '乙方必须通知'],
  ['乙方须打扫。', '乙方应尽量通知', '乙方应通知'],
])('soft words become the verb of the document, once: %s %s', (own, soft, expected) => {
  const isChinese = /[\u4e00-\u9fff]/.test(own);
  const text = isChinese
    ? `# 合同\n\n第一条 ${own}\n\n第二条 ${soft}安全事件。\n`
    : `# Agreement\n\n1.1 ${own}\n\n1.2 ${soft} security incidents.\n`;
  expect(repairs(text, contract, notice).apply('complete')).toContain(expected);
});

describe('a finding is suppressed where a comment is one', () => {
  const head = '---\ntitle: Privacy Policy\nclausecheck: { type: privacy-policy }\n---\n';
  const weak = 'We may keep personal information as long as necessary.';
  test.each([
    ['a paragraph', `# Notice\n\n${weak}\n`, 'suppress suppress-file'],
    ['the second line of one', `# Notice\n\nWe care,\nand mean it. ${weak}\n`, 'suppress suppress-file'],
    ['a table', `| Matter | Rule |\n| --- | --- |\n| Storage | ${weak} |\n`, 'suppress suppress-file'],
    ['front matter', `${head}\nWe care.\n`, 'suppress-file'],
    ['front matter that ends the text', head.trimEnd(), 'suppress-file'],
  ])('%s', (_, text, offered) => {
    const judge = (read: string) =>
      review(readDocument(read), library, { ...noSettings, types: ['privacy-policy'] });
    const { findings, assessments } = judge(text);
    const id = 'opinions/pi-storage';
    const finding = findings.find(({ code }) => code === id);
    if (!finding) throw new Error('nothing to suppress');
    const types = library.catalogue.types.filter((type) => type.id === 'privacy-policy');
    const fixes = fixesFor(finding, assessments, makeContext(readDocument(text), library, types)).filter(
      (fix) => fix.kind.startsWith('suppress'),
    );
    expect(fixes.map(({ kind }) => kind).join(' ')).toBe(offered);
    for (const { edits } of fixes) {
      const after = judge(applied(text, edits)).findings;
      expect(after.filter((f) => f.suppressed).map(({ code }) => code)).toEqual([id]);
      expect(after.filter((f) => !f.suppressed)).toHaveLength(findings.length - 1);
    }
  });
});
