/** 二十三 → 23, 一百零二 → 102; digits as they are. */
export function chineseValue(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let sum = 0;
  let digit = 0;
  for (const char of text) {
    const value = '零一二三四五六七八九'.indexOf(char);
    if (char === '十') {
      sum += (digit || 1) * 10;
      digit = 0;
    } else if (char === '百') {
      sum += (digit || 1) * 100;
      digit = 0;
    } else if (value > 0) digit = value;
    else if (char === '两') digit = 2;
  }
  return sum + digit;
}

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

/** 0 when it is no roman number. */
export function romanValue(text: string): number {
  if (!/^(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text) || text === '') return 0;
  const worth: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const own = worth[text[i] ?? ''] ?? 0;
    sum += own < (worth[text[i + 1] ?? ''] ?? 0) ? -own : own;
  }
  return sum;
}

/** 1 to 99 in roman numerals, lower case. */
export function toRoman(value: number): string {
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'];
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  return (tens[Math.floor(value / 10)] ?? '') + (ones[value % 10] ?? '');
}

/** a → 1, z → 26, aa → 27. */
export const letterValue = (letters: string): number =>
  letters.toLowerCase().charCodeAt(0) - 96 + (letters.length - 1) * 26;

/** The other way round, lower case, to zz. */
export const toLetters = (value: number): string =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
