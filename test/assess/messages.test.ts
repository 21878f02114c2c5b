import pages from 'catalogue:pages';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/assess/assessment.ts';
import { makeLibrary, noSettings, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));

function findingsIn(text: string, type?: string): readonly Finding[] {
  const declared = type ? `---\nclausecheck: { type: ${type} }\n---\n` : '';
  return review(readDocument(declared + text), library, noSettings).findings;
}

const heads = {
  'service-contract': { en: '# Service agreement', zh: '# 服务合同' },
  'procurement-contract': { en: '# Supply agreement', zh: '# 采购合同' },
  'supplier-security-schedule': { en: '# Security schedule', zh: '# 安全附件' },
  'app-developer-agreement': { en: '# Developer agreement', zh: '# 开发者协议' },
  'privacy-policy': { en: '# Privacy policy', zh: '# 隐私政策' },
} as const;

/** What is told of a document that says no more than this sentence. */
function finding(type: keyof typeof heads, sentence: string, slug: string): Finding | undefined {
  const head = heads[type][/\p{Script=Han}/u.test(sentence) ? 'zh' : 'en'];
  return findingsIn(`${head}\n\n${sentence}\n`, type).find((f) => f.code === `opinions/${slug}`);
}

describe('what is said in weak terms only tells why', () => {
  test.each([
    [
      'service-contract',
      'The Supplier may notify the Customer of security incidents within 24 hours.',
      'incident-notification',
      '“may” does not bind',
      '“may”不具有约束力',
    ],
    [
      'service-contract',
      'Where possible, the Supplier shall notify the Customer of security incidents within 24 hours.',
      'incident-notification',
      '“Where possible” leaves it open',
      '“Where possible”使其留有余地',
    ],
    [
      'service-contract',
      '乙方可以在发现安全事件后24小时内通知甲方。',
      'incident-notification',
      '“可以” does not bind',
      '“可以”不具有约束力',
    ],
    [
      'service-contract',
      '乙方尽量在发现安全事件后24小时内通知甲方。',
      'incident-notification',
      '“尽量” leaves it open',
      '“尽量”使其留有余地',
    ],
  ] as const)('%s: %s', (type, sentence, slug, en, zh) => {
    const told = finding(type, sentence, slug);
    expect(told?.assessment?.outcome).toBe('weak');
    expect(told?.message.en).toContain(`in weak terms only (${en}).`);
    expect(told?.message.zh).toContain(`仅作弱化表述（${zh}）。`);
  });
});

test('what is said without naming who does it tells so', () => {
  const sentence = 'Security breaches are reported to the Customer within 24 hours.';
  const told = finding('service-contract', sentence, 'incident-notification');
  expect(told?.message.en).toMatch(/\(?stated as a fact; nobody is named who has to do it\)?\.$/);
  expect(told?.message.zh).toMatch(/仅陈述事实，未写明由谁履行）?。$/);
});

describe('what comes nearest is told with the true reason', () => {
  test.each([
    [
      'service-contract',
      '甲方应遵守《中华人民共和国数据安全法》《中华人民共和国个人信息保护法》。',
      'pi-compliance',
      'ruled out by “甲方应遵守” (compliance by the user or customer)',
      '因“甲方应遵守”（由用户或甲方遵守）而排除',
    ],
    [
      'service-contract',
      '乙方应将《安全事件管理办法》的变更通知甲方。',
      'incident-notification',
      'a security incident is named in a title only (“安全事件”), which does not count by itself',
      '“安全事件”仅见于书名号内，单独不计入',
    ],
    [
      'app-developer-agreement',
      'Developers shall authenticate through the identity provider.',
      'app-developer-verification',
      "“identity” stands there, but not for the developer's identity",
      '有“identity”字样，但不是就“开发者身份”作出的表述',
    ],
    [
      'service-contract',
      'The Supplier shall comply with the rules of the house.',
      'pi-compliance',
      'no mention of personal information law',
      '未提及“个人信息保护法”',
    ],
    [
      'supplier-security-schedule',
      'The Purchaser shall perform a risk assessment of its systems every year.',
      'risk-evaluation',
      'the duty lies on the purchaser, where it does not count',
      '义务由采购方承担，不计入',
    ],
    [
      'procurement-contract',
      'The Supplier shall not notify the Purchaser of any security incident.',
      'incident-notification',
      '“shall not” is a prohibition, where an undertaking is looked for',
      '“shall not”属禁止，此处要求的是承诺',
    ],
    [
      'procurement-contract',
      'The Supplier does not notify the Purchaser of security incidents.',
      'incident-notification',
      'the document says the opposite here (“does not”)',
      '文件此处作了相反的表述（“does not”）',
    ],
    [
      'procurement-contract',
      '鉴于乙方应当将安全事件通知甲方。',
      'incident-notification',
      'a recital, not an operative clause',
      '只是鉴于条款，不是正文条款',
    ],
    [
      'privacy-policy',
      'We delete files within 30 days.',
      'pi-destruction',
      'no mention of data, kinds of personal data or personal information',
      '未提及“数据”、“个人信息的种类”或“个人信息”',
    ],
  ] as const)('%s: %s', (type, sentence, slug, en, zh) => {
    const told = finding(type, sentence, slug);
    expect(told?.assessment?.outcome).toBe('missing');
    expect(told?.related.map(({ message }) => message)).toEqual([
      { en: `found nearest: ${en}`, zh: `最接近的表述：${zh}` },
    ]);
  });
});

test('a section on which a missing clause is shown is not said to be wrong', () => {
  const under = findingsIn(
    '# Security policy\n\n## Network security\n\nThe company is careful.\n',
    'security-policy',
  ).find((f) => f.code === 'opinions/emergency-plan');
  expect(under?.message.en).toMatch(/This document does not say it; a clause could be added here\.$/);
  expect(under?.message.zh).toMatch(/本文件未作规定，可补充于此处。$/);
  const onTitle = findingsIn('# Security policy\n\nThe company is careful.\n', 'security-policy');
  expect(onTitle.find((f) => f.code === 'opinions/emergency-plan')?.message.en).toMatch(
    /This document does not say it\.$/,
  );
});

describe('of a document whose type is guessed', () => {
  test.each([
    [
      '# Privacy policy\n\nWe respect your privacy.\n',
      /not found: collection of personal information, compliance with .*, use of personal information\. Declare/,
      /未找到：个人信息的收集、遵守个人信息保护规定、.*个人信息的使用。声明/,
    ],
    [
      '# 信息安全管理制度\n\n## 总则\n\n本制度适用于公司全体员工。\n',
      /not found: (?:[^,.]+, ){4}[^,.]+ and 1 more\. Declare/,
      /未找到：(?:[^、，]+、){4}[^、，]+，另有1项。声明/,
    ],
  ])('what is missing is named: %s', (text, en, zh) => {
    const guessed = findingsIn(text).find((f) => f.code === 'type-guessed');
    expect(guessed?.message.en).toMatch(en);
    expect(guessed?.message.zh).toMatch(zh);
  });
});
