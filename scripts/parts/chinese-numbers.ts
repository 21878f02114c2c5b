const digits = '零一二三四五六七八九';

/** 十三 → 13; up to 99. */
export function chineseValue(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  return (tens === '' ? 1 : digits.indexOf(tens ?? '')) * 10 + (ones ? digits.indexOf(ones) : 0);
}

/** 13 → 十三; from 1 to 109, where 一百 begins. */
export function chineseNumber(value: number): string {
  if (value >= 100) return `一百${value > 100 ? `零${digits[value - 100] ?? ''}` : ''}`;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${ones > 0 ? (digits[ones] ?? '') : ''}`;
}
