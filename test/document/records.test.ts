import { expect, test } from 'vitest';
import { readDocument } from '../../server/document/document.ts';
import { outlineOf } from './reading.ts';

const recordsOf = (text: string): string[][] =>
  readDocument(text).sections.flatMap(({ section }) =>
    section
      .blocks()
      .filter(({ row }) => row?.record)
      .map(({ row, prose }) => [row?.header ?? '', prose.text]),
  );

test.each([
  [
    'items under a heading',
    '## Security training\n\n- Audience: all employees\n- Frequency: every six months\n',
    ['Security training', 'Audience: all employees | Frequency: every six months'],
  ],
  [
    '条目',
    '## 网络安全培训\n\n- 责任部门：信息技术部\n- 培训频次：每半年一次\n',
    ['网络安全培训', '责任部门：信息技术部 | 培训频次：每半年一次'],
  ],
  ['one item', '## Audit\n\n* **Interval:** once a year\n', ['Audit', 'Interval: once a year']],
  [
    'rows',
    '## Audit\n\n| Item | Rule |\n| --- | --- |\n| Activity | security audit |\n| Frequency | annual |\n',
    ['Audit', 'Activity | security audit | Frequency | annual'],
  ],
])('fields are read as one: %s', (_, text, record) => {
  expect(recordsOf(text)).toEqual([record]);
});

test('they hang on the item they stand under', () => {
  expect(outlineOf('- Plan exercises\n  - Frequency: annual\n  - Responsible: operations\n').at(-1)).toBe(
    'cell: Plan exercises > Frequency: annual | Responsible: operations',
  );
});

test.each([
  ['words that are explained', '## Risk\n\n- Frequency: how often it happens\n- Impact: the harm it does\n'],
  [
    'what a file says of itself',
    '# Policy\n\n- Responsible: the board\n- Frequency: annual\n- Version: 2.0\n',
  ],
  ['文件信息', '# 制度\n\n- 编号：A-1\n- 责任部门：信息部\n- 周期：每年一次\n'],
  ['one who answers, for all we know', '## Controller\n\n- Responsible: Northwind GmbH\n- Address: Berlin\n'],
  [
    'one record to an item',
    '## Tasks\n\n- Task: audit, Frequency: annual\n- Task: test, Frequency: monthly\n',
  ],
  ['the same field twice', '## Tasks\n\n- Frequency: annual\n- Frequency: monthly\n'],
  ['a sentence', '## Audit\n\n- Frequency: annual. The auditor shall report within a month.\n'],
  [
    'what a sentence leads in to',
    '## Audit\n\nThe audit is planned as follows:\n\n- Frequency: annual\n- Scope: all\n',
  ],
])('no record: %s', (_, text) => {
  expect(recordsOf(text)).toEqual([]);
});
