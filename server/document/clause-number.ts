import { simplify } from '../text/fold.ts';
import type { ClauseNumber, NumberStyle } from './model.ts';

/** The number a text begins with, and where the text behind it begins. */
export interface LeadingNumber extends ClauseNumber {
  /** Length of the number with its punctuation and the white space behind it. */
  readonly length: number;
  /** Numbers with the same key stand in one series: `1.1` and `1.2`, `(a)` and `(b)`. */
  readonly key: string;
  /** What stands before the last part of a decimal number: `4.2` of `4.2.3`. */
  readonly prefix: string;
  /** Levels of a decimal number. */
  readonly depth: number;
}

/** Reads a clause number at the beginning of a text; marks such as ▲ and ★ may stand before it. */
export function readNumber(text: string): LeadingNumber | undefined {
  const head = simplify(text.slice(0, 48));
  const marks = isMark.test(head) ? (/^[\s▲★*☆●※]*/.exec(head)?.[0].length ?? 0) : 0;
  if (!mayNumber(head, marks)) return undefined;
  const rest = head.slice(marks);
  for (const read of readers) {
    const found = read(rest);
    if (!found) continue;
    const space = /^[\s\u3000]*/.exec(text.slice(marks + found.end))?.[0].length ?? 0;
    const { style, value, prefix = '', depth = 1 } = found;
    const written = text.slice(marks, marks + found.written.length);
    const key = `${style}:${found.form ?? ''}${depth}`;
    return { written, style, value, prefix, depth, key, length: marks + found.end + space };
  }
  return undefined;
}

const isMark = /^[\s▲★*☆●※]/;

/** Most texts begin with a word: seen at the first character, and of words at what follows. */
function mayNumber(head: string, at: number): boolean {
  const code = head.charCodeAt(at);
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (isLetter) {
    for (let i = at + 1; i <= at + 5; i++) {
      const next = head.charCodeAt(i);
      if (next === 41 || next === 46 || next === 0xff09) return true;
      if (!((next >= 97 && next <= 122) || (next >= 65 && next <= 90))) break;
    }
    return word.test(head.slice(at));
  }
  if (code < 0x80) return (code >= 48 && code <= 57) || code === 40;
  return first.test(head.charAt(at));
}

const word =
  /^(?:Section|Article|Clause|Part|Chapter|Schedule|Annex|Appendix|Exhibit|Attachment|SECTION|ARTICLE|CLAUSE|PART|CHAPTER|SCHEDULE|ANNEX|APPENDIX|EXHIBIT|ATTACHMENT)/;
const first = /[第附§（【一二三四五六七八九十百零〇两①-⒛]/;

/** Whether a number goes on from the one before it: the next one, or the same again, as lazy lists are written. */
export function follows(number: LeadingNumber, before: LeadingNumber): boolean {
  if (number.key !== before.key || number.prefix !== before.prefix) return false;
  return number.value === before.value + 1 || (number.written === before.written && number.depth === 1);
}

/** `i`, `v`, `x` … are letters behind `h`, `u`, `w` and roman numbers elsewhere. */
export function asLetter(number: LeadingNumber): LeadingNumber | undefined {
  const letter = /[A-Za-z]+/.exec(number.written)?.[0] ?? '';
  if (number.style !== 'roman' || letter.length !== 1) return undefined;
  return {
    ...number,
    style: 'letter',
    value: letterValue(letter),
    key: number.key.replace('roman', 'letter'),
  };
}

interface Found {
  readonly written: string;
  readonly style: NumberStyle;
  readonly value: number;
  /** Where the number ends, punctuation included. */
  readonly end: number;
  readonly prefix?: string;
  readonly depth?: number;
  /** What tells series of one style apart: `(a)` from `a.`. */
  readonly form?: string;
}

const han = '[一二三四五六七八九十百零〇两]{1,6}';
const units = /倍|个|元|万|亿|年|月|日|天|小时|分钟|[%％‰]|[MGT]B|版|级|项|份|人|家|次|米/y;

const tiao = new RegExp(`^第\\s*(${han}|\\d{1,4})\\s*(编|篇|部分|章|节|条)(?:之[一二三四五六七八九十])?`);
const ideographic = new RegExp(`^(${han})\\s*[、．.]`);
const bracketed = new RegExp(`^[（(【]\\s*(${han}|\\d{1,3})\\s*[）)】]`);
const annex = new RegExp(`^(附件|附录|附表)\\s*(${han}|\\d{1,2}|[A-Z])(?![A-Za-z\\d])\\s*[.、:：]?`);

const readers: readonly ((text: string) => Found | undefined)[] = [
  (text) => {
    const match = tiao.exec(text);
    if (!match) return undefined;
    return {
      written: match[0],
      style: 'tiao',
      value: chineseValue(match[1] ?? ''),
      end: match[0].length + (/^[.．、:：]/.test(text.slice(match[0].length)) ? 1 : 0),
      form: match[2] ?? '',
    };
  },
  (text) => {
    const match = ideographic.exec(text);
    if (!match) return undefined;
    const [written, digits = ''] = match;
    return { written, style: 'ideographic', value: chineseValue(digits), end: written.length };
  },
  (text) => {
    const match = bracketed.exec(text);
    if (!match) return undefined;
    const inside = match[1] ?? '';
    const form = /\d/.test(inside) ? 'digit' : 'han';
    const end = match[0].length + (/^[、.]/.test(text.slice(match[0].length)) ? 1 : 0);
    return { written: match[0], style: 'bracketed', value: chineseValue(inside), end, form };
  },
  (text) => {
    const code = text.charCodeAt(0);
    const from = [0x2460, 0x2474, 0x2488].find((first) => code >= first && code < first + 20);
    return from === undefined
      ? undefined
      : { written: text[0] ?? '', style: 'circled', value: code - from + 1, end: 1 };
  },
  (text) => {
    const match = /^(\d{1,3}(?:[.．]\d{1,3}){1,6})[.．]?[、)）]?(?![\d%])/.exec(text);
    if (!match) return undefined;
    const end = match[0].length;
    units.lastIndex = end;
    if (units.test(text) || /^[A-Za-z,]/.test(text.slice(end))) return undefined;
    const parts = (match[1] ?? '').split(/[.．]/);
    // "3.0 SCOPE" is written for 3.
    while (parts.length > 1 && Number(parts.at(-1)) === 0) parts.pop();
    const value = Number(parts.at(-1));
    return {
      written: match[0],
      style: 'decimal',
      value,
      end,
      prefix: parts.slice(0, -1).join('.'),
      depth: parts.length,
    };
  },
  (text) => {
    const match = /^(\d{1,3})(?:\s?[、）)]|[.．](?![\d.])(?:\s*、)?)/.exec(text);
    if (!match) return undefined;
    const form = /[)）]/.test(match[0]) ? ')' : '';
    return { written: match[0], style: 'decimal', value: Number(match[1]), end: match[0].length, form };
  },
  (text) => {
    const match = /^(?:[（(]\s*([A-Za-z]{1,5})\s*[)）]|([A-Za-z]{1,5})[)）.](?=\s|$|[\u0080-\uffff]))/.exec(
      text,
    );
    if (!match) return undefined;
    const letters = match[1] ?? match[2] ?? '';
    const lower = letters.toLowerCase();
    const form = (match[1] === undefined ? (match[0].at(-1) ?? '') : '()') + (lower === letters ? 'a' : 'A');
    const written = match[0];
    const end = written.length;
    const roman = romanValue(lower);
    // A lone letter is a roman number only where one can begin or be reached soon.
    if (roman > 0 && roman < 40 && (letters.length > 1 || 'ivx'.includes(lower)))
      return { written, style: 'roman', value: roman, end, form };
    if (letters.length === 1 || (letters.length === 2 && lower[0] === lower[1]))
      return { written, style: 'letter', value: letterValue(letters), end, form };
    return undefined;
  },
  (text) => {
    const match =
      /^(Section|Article|Clause|Part|Chapter|Schedule|Annex|Appendix|Exhibit|Attachment|SECTION|ARTICLE|CLAUSE|PART|CHAPTER|SCHEDULE|ANNEX|APPENDIX|EXHIBIT|ATTACHMENT|§)\s*(\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Z])(?=[\s.:：—–-]|$)\s?[.:：—–-]?/.exec(
        text,
      );
    if (!match) return undefined;
    const parts = (match[2] ?? '').split('.');
    return {
      written: match[0].trimEnd(),
      style: 'article',
      value: mixedValue(parts.at(-1) ?? ''),
      end: match[0].length,
      prefix: parts.slice(0, -1).join('.'),
      depth: parts.length,
      form: (match[1] ?? '').toLowerCase(),
    };
  },
  (text) => {
    const match = annex.exec(text);
    if (!match) return undefined;
    const inside = match[2] ?? '';
    const value = /[A-Z\d]/.test(inside) ? mixedValue(inside) : chineseValue(inside);
    return {
      written: match[0].trimEnd(),
      style: 'article',
      value,
      end: match[0].length,
      form: match[1] ?? '',
    };
  },
];

const letterValue = (letters: string): number =>
  letters.toLowerCase().charCodeAt(0) - 96 + (letters.length - 1) * 26;

function mixedValue(part: string): number {
  if (/^\d+$/.test(part)) return Number(part);
  const roman = romanValue(part.toLowerCase());
  return roman > 0 && (part.length > 1 || 'IVX'.includes(part)) ? roman : letterValue(part);
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
