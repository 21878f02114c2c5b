import { describe, expect, test } from 'vitest';
import { readDocument } from '../../server/document/document.ts';
import { statementsOf } from '../../server/document/statements.ts';

/** What the last statement of a text does. */
function lastRole(text: string): string | undefined {
  return readDocument(text)
    .sections.flatMap(({ section }) => statementsOf(section))
    .at(-1)?.role;
}

describe('what a statement does', () => {
  test.each([
    ['provision', '# Policy\n\nWe delete personal data after 30 days.\n'],
    ['recital', '# Agreement\n\nWhereas the Customer runs a shop in Torrow.\n'],
    ['definition', '“Incident” means an event that harms a system.\n'],
    ['question', '# FAQ\n\nDo we delete personal data?\n'],
    ['history', '# Policy\n\n## Changelog\n\n- 2.1 personal data is deleted after 30 days\n'],
    [
      'history',
      '| Version | Date | Summary of changes |\n|---|---|---|\n| 2.1 | May 2024 | personal data is deleted |\n',
    ],
    ['history', '# 制度\n\n## 修订记录\n\n- 2.1 新增：离职后30日内删除个人信息\n'],
    ['history', '| 版本 | 日期 | 修订内容 |\n|---|---|---|\n| B/1 | 2022年 | 新增删除个人信息的要求 |\n'],
    ['law', '# Policy\n\nThe data protection law requires that a breach be reported.\n'],
    ['law', 'When data are no longer needed, the Cybersecurity Law requires operators to delete them.\n'],
    ['provision', 'As the law requires, we delete your data after 30 days.\n'],
    ['provision', 'Logs are kept for six months, because the law requires it.\n'],
    ['provision', '# Policy\n\nWe hand data to:\n\n- authorities, where the law requires it.\n'],
    ['provision', '# Policy\n\nI pass data on:\n\n- if the law requires me to do so.\n'],
    ['quotation', '```js\n// We delete personal data after 30 days.\n```\n'],
    ['provision', '```text\nWe delete personal data after 30 days.\n```\n'],
    ['provision', '# Policy\n\n## Change control\n\nChanges are tested before use.\n'],
    ['provision', '# Policy\n\n## Amendments\n\nWe announce amendments 30 days before they apply.\n'],
  ])('%s: %j', (role, text) => {
    expect(lastRole(text)).toBe(role);
  });
});
