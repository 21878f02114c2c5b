import pages from 'catalogue:pages';
import { expect, test } from 'vitest';
import { makeLibrary, noSettings, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));

/** The best evidence of a requirement. */
function bestOf(text: string, id: string): string {
  const { assessments } = review(readDocument(text), library, { ...noSettings, types: ['security-policy'] });
  const found = assessments.find(({ requirement }) => requirement.id === `opinions/${id}`);
  return found?.evidence[0]?.text ?? '';
}

test('the clause under a heading that names the act comes before a mention', () => {
  const en = `# Security policy

## Officer

The officer plans security training for all employees every year.

## Training

All employees are trained in information security every year.
`;
  const zh = `# 信息安全管理制度

## 职责

安全主管每年对全体员工组织信息安全培训。

## 培训

全体员工每年接受信息安全培训。
`;
  expect(bestOf(en, 'security-training')).toMatch(/^All employees/);
  expect(bestOf(zh, 'security-training')).toMatch(/^全体员工/);
});

test('a short sentence comes before a run-on one that says the same', () => {
  const en = `# Security policy

## Rooms

All employees are trained in information security every year, the rooms are cleaned at night, visitors are met at the door and brought to the person they came to see, the car park is locked at ten, lunch is served from noon until two, and the post is brought to each floor in the morning.

## Staff

All employees are trained in information security every year.
`;
  const zh = `# 信息安全管理制度

## 后勤

全体员工每年接受信息安全培训，办公区域每晚打扫，来访人员由前台登记并由被访人到门口迎接，停车场每晚十点关闭，午餐供应时间为十二点至十四点，信件每天上午送达各楼层，会议室由使用人自行预订并在使用后整理，钥匙由值班人员统一保管。

## 人员

全体员工每年接受信息安全培训。
`;
  expect(bestOf(en, 'security-training')).toBe(
    'All employees are trained in information security every year.',
  );
  expect(bestOf(zh, 'security-training')).toBe('全体员工每年接受信息安全培训。');
});
