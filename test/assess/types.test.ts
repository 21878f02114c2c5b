import pages from 'catalogue:pages';
import { describe, expect, test } from 'vitest';
import { makeLibrary, noSettings, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));
const guessed = (text: string): string =>
  review(readDocument(text), library, noSettings, 'findings').type.types.join();

describe('a type is guessed', () => {
  test.each([
    ['privacy-policy', ['Privacy Notice for Job Applicants', '求职者隐私政策', '用户隐私保护指引']],
    ['terms-of-use', ['Additional Product Terms', 'Terms for Preview Features', '平台服务协议']],
    [
      'service-contract',
      ['Partner Program Agreement', 'Framework Agreement for IT Services', '信息化项目服务合同'],
    ],
    [
      'app-review-policy',
      [
        'Orchard Store Publishing Rules',
        'How We Vet Your Plugins',
        'Catalogue Rules for Extension Authors',
        '小程序运营规范',
        '插件审核须知',
      ],
    ],
    ['app-developer-agreement', ['Developer Program License Agreement', '开放平台服务协议']],
    ['emergency-plan', ['Responding to Security Incidents', 'CSIRT Handbook', 'DR Plan', '数据恢复手册']],
    ['bid-invitation', ['Solicitation for Cloud Hosting', 'Call for Tenders', '技术规范书']],
    ['security-policy', ['System Security Plan', 'Information Security Charter']],
    ['procurement-contract', ['Hardware Purchase Agreement', '软硬件采购合同', '物业收费系统软件采购合同']],
    ['supplier-security-schedule', ['Vendor Security Addendum', '供应商安全管理要求']],
    [
      '',
      [
        'README',
        'Partnership Agreement',
        'Code of Conduct',
        '劳动合同',
        '食堂采购合同',
        '会议纪要',
        '合同条款',
      ],
    ],
  ])('%s from a title alone', (type, titles) => {
    expect(titles.map((title) => [title, guessed(`# ${title}\n\nText.\n`)])).toEqual(
      titles.map((title) => [title, type]),
    );
  });

  test('from a title that may mean it, and two cues', () => {
    const cues = 'Service levels are in Annex 1. The deliverables are in Annex 2.';
    expect(guessed(`# Agreement\n\n${cues}\n`)).toBe('service-contract');
    expect(guessed('# 安全手册\n\n信息安全负责人管理账号，权限管理遵循最小授权。\n')).toBe('security-policy');
    expect(guessed('某某大药房管理文件\n\n文件名称：信息安全管理制度\n文件编号：7\n\n正文。\n')).toBe(
      'security-policy',
    );
    expect(guessed(`# Lunch\n\n${cues}\n`)).toBe('');
    expect(guessed('# 第四章 合同条款\n\n服务期限为一年。受托人按月提交交付成果。\n')).toBe(
      'service-contract',
    );
    expect(guessed('# 第四章 合同条款\n\n到货验收后支付货款，质保期为两年，另附备品备件。\n')).toBe(
      'procurement-contract',
    );
  });

  test('from what a document calls itself', () => {
    const cues = 'You may not share your account. User content stays yours.';
    expect(guessed(`By joining you accept these Terms of Service.\n\n${cues}\n`)).toBe('terms-of-use');
    expect(guessed(`Joining is governed by our Terms of Service.\n\n${cues}\n`)).toBe('');
  });
});
