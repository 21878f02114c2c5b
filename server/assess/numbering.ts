import type { ClauseNumber } from '../document/model.ts';
import { toChinese } from '../document/numerals.ts';

/**
 * The number behind `last`, written as it is written, with the white space that follows it: `9.2` → `9.3 `, `第九条` →
 * `第十条　`. Where that number is taken by the clause that follows, an inserted one: `9A. `, `第九条之一　`. Later
 * clauses are not renumbered.
 */
export function nextNumber(last: ClauseNumber, taken: boolean): string {
  const { written, style, value } = last;
  switch (style) {
    case 'decimal':
    case 'article': {
      const match = /^(.*?)(\d+)(\D*)$/.exec(written.trim());
      if (!match) return '';
      return taken ? `${match[1]}${match[2]}A${match[3]} ` : `${match[1]}${value + 1}${match[3]} `;
    }
    case 'tiao':
      return taken ? `${written.trim()}之一　` : `${replaceNumeral(written.trim(), value + 1)}　`;
    case 'ideographic':
      return taken ? '' : `${toChinese(value + 1)}、`;
    case 'bracketed': {
      if (taken) return '';
      const inner = /[\d]/.test(written) ? String(value + 1) : toChinese(value + 1);
      return written.trim().replace(/[\d一二三四五六七八九十百]+/, inner);
    }
    default:
      return '';
  }
}

const replaceNumeral = (written: string, value: number): string =>
  written.replace(/第\s*([一二三四五六七八九十百零〇\d]+)\s*/, (_, numeral: string) =>
    /\d/.test(numeral) ? `第${value}` : `第${toChinese(value)}`,
  );
