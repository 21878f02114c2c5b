import type { Bilingual } from '../text/span.ts';
import type { Notes } from './notes.ts';
import type { PageText } from './page-text.ts';

/** The page's explanation: English before the first heading, Chinese under `## 中文`. */
export function readProse({ sections }: PageText): Bilingual {
  return {
    en: sections[0]?.prose ?? '',
    zh: sections.find((section) => section.title === '中文')?.prose ?? '',
  };
}

/** Notes headings that mean nothing, fences that stay open and an explanation in one language only. */
export function checkSections(page: PageText, known: readonly string[], notes: Notes): void {
  for (const { title, line } of page.sections.slice(1)) {
    if (!known.includes(title)) notes.unknown(line, { en: 'heading', zh: '标题' }, title, known);
  }
  for (const line of page.unclosed) {
    notes.problem(line, 'This fence is never closed.', '此代码块没有结束标记。');
  }
  const prose = readProse(page);
  const first = page.sections[0]?.line ?? 1;
  if (!prose.en) notes.problem(first, 'The explanation in English is lacking.', '缺少英文说明。');
  if (!prose.zh)
    notes.problem(first, 'The explanation under "## 中文" is lacking.', '缺少“## 中文”下的说明。');
}
