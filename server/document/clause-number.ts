import { simplify } from '../text/fold.ts';
import type { ClauseNumber, NumberStyle } from './model.ts';
import { chineseValue, letterValue, romanValue } from './numerals.ts';

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
  /** 0 for all but those inserted later. */
  readonly branch: number;
}

/** In front of I and O, which look like figures, and of letters that are units: 2.4G is no clause. */
export const branchLetters = 'ABCDEFHJNPQRSUXYZ';

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
    const { style, value, prefix = '', depth = 1, branch = 0 } = found;
    const written = text.slice(marks, marks + found.written.length);
    const key = `${style}:${found.form ?? ''}${depth}`;
    return { written, style, value, prefix, depth, branch, key, length: marks + found.end + space };
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

/** Whether a number goes on from the one before it: the next one, one inserted, or the same again, as lazy lists are written. */
export function follows(number: LeadingNumber, before: LeadingNumber): boolean {
  if (number.key !== before.key || number.prefix !== before.prefix) return false;
  if (number.value === before.value && number.branch > before.branch) return true;
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
  readonly branch?: number;
  /** What tells series of one style apart: `(a)` from `a.`. */
  readonly form?: string;
}

const han = '[一二三四五六七八九十百零〇两]{1,6}';
const units = /倍|个|元|万|亿|年|月|日|天|小时|分钟|[%％‰]|[MGT]B|版|级|项|份|人|家|次|米/y;

const tiao = new RegExp(
  `^第\\s*(${han}|\\d{1,4})\\s*(编|篇|部分|章|节|条)(?:之([一二三四五六七八九十]{1,3}))?`,
);
const ideographic = new RegExp(`^(${han})(?:之(${han}))?\\s*[、．.]`);
const letter = `[${branchLetters}]`;
const part = `\\d{1,3}(?:${letter}(?![A-Za-z\\d]))?`;
const decimal = new RegExp(`^(${part}(?:[.．]${part}){1,6})[.．]?[、)）]?(?![\\d%])`);
const single = new RegExp(`^(\\d{1,3})(?:\\s?[、）)]|[.．](?![\\d.])(?:\\s*、)?|(${letter})[.．](?=\\s|$))`);
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
      branch: chineseValue(match[3] ?? ''),
      end: match[0].length + (/^[.．、:：]/.test(text.slice(match[0].length)) ? 1 : 0),
      form: match[2] ?? '',
    };
  },
  (text) => {
    const match = ideographic.exec(text);
    if (!match) return undefined;
    const [written, digits = '', branch = ''] = match;
    return {
      written,
      style: 'ideographic',
      value: chineseValue(digits),
      branch: chineseValue(branch),
      end: written.length,
    };
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
    const match = decimal.exec(text);
    if (!match) return undefined;
    const end = match[0].length;
    units.lastIndex = end;
    if (units.test(text) || /^[A-Za-z,]/.test(text.slice(end))) return undefined;
    const parts = (match[1] ?? '').split(/[.．]/);
    // "3.0 SCOPE" is written for 3.
    while (parts.length > 1 && Number(parts.at(-1)) === 0) parts.pop();
    const value = parseInt(parts.at(-1) ?? '');
    const branch = branchOf(parts.at(-1));
    // Behind a letter, words stand apart: 2.1B类 is no number.
    if (branch > 0 && end === (match[1] ?? '').length && /^\S/.test(text.slice(end))) return undefined;
    return {
      written: match[0],
      style: 'decimal',
      value,
      branch,
      end,
      prefix: parts.slice(0, -1).join('.'),
      depth: parts.length,
    };
  },
  (text) => {
    const match = single.exec(text);
    if (!match) return undefined;
    const [written] = match;
    const form = /[)）]/.test(written) ? ')' : '';
    const branch = branchOf(match[2]);
    return { written, style: 'decimal', value: Number(match[1]), branch, end: written.length, form };
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
      /^(Section|Article|Clause|Part|Chapter|Schedule|Annex|Appendix|Exhibit|Attachment|SECTION|ARTICLE|CLAUSE|PART|CHAPTER|SCHEDULE|ANNEX|APPENDIX|EXHIBIT|ATTACHMENT|§)\s*(\d{1,3}[A-Z]?(?:\.\d{1,3}[A-Z]?)*|[IVXLC]{1,6}|[A-Z])(?=[\s.:：—–-]|$)\s?[.:：—–-]?/.exec(
        text,
      );
    if (!match) return undefined;
    const parts = (match[2] ?? '').split('.');
    return {
      written: match[0].trimEnd(),
      style: 'article',
      value: mixedValue(parts.at(-1) ?? ''),
      branch: branchOf(/\d.*/.exec(parts.at(-1) ?? '')?.[0]),
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

const branchOf = (written = ''): number => branchLetters.indexOf(/[A-Z]$/.exec(written)?.[0] ?? '-') + 1;

function mixedValue(part: string): number {
  if (/^\d/.test(part)) return parseInt(part);
  const roman = romanValue(part.toLowerCase());
  return roman > 0 && (part.length > 1 || 'IVX'.includes(part)) ? roman : letterValue(part);
}
