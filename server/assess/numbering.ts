import type { ClauseNumber } from '../document/model.ts';

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

/** 1 to 999 in Chinese numerals. */
export function toChinese(value: number): string {
  const digits = '零一二三四五六七八九';
  if (value < 10) return digits[value] ?? '';
  if (value < 20) return `十${value === 10 ? '' : (digits[value - 10] ?? '')}`;
  if (value < 100) {
    const unit = value % 10;
    return `${digits[Math.floor(value / 10)] ?? ''}十${unit ? (digits[unit] ?? '') : ''}`;
  }
  const rest = value % 100;
  const head = `${digits[Math.floor(value / 100)] ?? ''}百`;
  if (rest === 0) return head;
  if (rest < 10) return `${head}零${toChinese(rest)}`;
  return rest < 20 ? `${head}一${toChinese(rest)}` : head + toChinese(rest);
}
