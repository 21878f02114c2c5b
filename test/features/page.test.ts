import { expect, it } from 'vitest';
import { pageAt } from '../../server/features/page.ts';
import { library } from './support.ts';

const { requirements, instruments } = library.catalogue;
const ids = [...requirements.map(({ id }) => id), ...instruments.map(({ id }) => `instruments/${id}`)];

it.each(ids)('the page of %s opens in both languages, and its links lead to pages', (id) => {
  for (const locale of ['en', 'zh'] as const) {
    const page = pageAt(`/${locale}/${id}.md`, library) ?? '';
    expect(page).toMatch(/^# \S/);
    if (locale === 'zh') expect(page).toMatch(/[\u4e00-\u9fff]/);
    expect(page).not.toMatch(/\$\{|\{shall|\{supplier/);
    for (const [, path = ''] of page.matchAll(/\]\(clausecheck:(\/[^)]+)\)/g))
      expect(pageAt(path, library), path).toMatch(/^# /);
  }
});

it('a requirement that may be negotiated has its fallback position on its page', () => {
  expect(pageAt('/en/opinions/incident-notification.md', library)).toContain('## Fallback position');
  expect(pageAt('/zh/opinions/incident-notification.md', library)).toContain('## 备选条款');
});
