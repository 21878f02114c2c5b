import { branchLetters } from '../document/clause-number.ts';
import type { ClauseNumber, NumberStyle } from '../document/model.ts';
import { romanValue, toChinese, toLetters, toRoman } from '../document/numerals.ts';

/** A clause number taken apart, to write others like it: `8.2B.` is `8.`, 2, the second inserted behind it, `.`. */
export interface NumberShape {
  /** `list`: of a list of Markdown, which counts by itself; `bare`: in headings that are counted without a mark. */
  readonly style: NumberStyle | 'list' | 'bare';
  readonly head: string;
  readonly value: number;
  /** Of a clause inserted later, which one behind that number; else 0. */
  readonly branch: number;
  readonly tail: string;
  readonly script: Script;
}

type Script = 'digits' | 'han' | 'letters' | 'roman' | 'circled' | 'LETTERS' | 'ROMAN';

/**
 * The first number behind `elder` that none has of those counted with it: the next one, `9.2` → `9.3`; where that is
 * taken, one inserted: `9.2A`, 第九条之一. Later clauses are not renumbered. Undefined where there is none: lists and
 * items (三), (c) take none in between.
 */
export function numberBehind(elder: NumberShape, taken: readonly NumberShape[]): NumberShape | undefined {
  const free = (value: number, branch: number): boolean =>
    !taken.some((other) => other.value === value && other.branch === branch);
  if (free(elder.value + 1, 0)) return written({ ...elder, value: elder.value + 1, branch: 0 });
  if (!takesBranches(elder)) return undefined;
  let branch = elder.branch + 1;
  while (!free(elder.value, branch)) branch++;
  return written({ ...elder, branch });
}

/** Whether a clause can be inserted between two of these without counting those behind it anew. */
export const takesBranches = ({ style, script }: NumberShape): boolean =>
  (script === 'digits' && (style === 'decimal' || style === 'article' || style === 'bare')) ||
  style === 'tiao' ||
  style === 'ideographic';

/** Whether two are counted on from one another: `9.2` and `9.3A.`, 第三条 and 第十条. */
export const inOneSeries = (a: NumberShape, b: NumberShape): boolean =>
  a.style === b.style &&
  (a.script === b.script || a.style === 'tiao') &&
  a.head === b.head &&
  unitOf(a) === unitOf(b);

const unitOf = ({ tail }: NumberShape): string => tail.replace(/[\s.．:：]+$/, '');

/** The number of the first clause below a heading, written as its sister's is below hers: 第三条 has 3.1, or （一）. */
export function firstBelow(
  heading: NumberShape | undefined,
  sister: { readonly heading: NumberShape | undefined; readonly clause: NumberShape },
): NumberShape | undefined {
  if (isOwnRow(sister.clause)) return { ...sister.clause, value: 1, branch: 0 };
  if (!heading || !sister.heading) return undefined;
  const [, lead, above] = /^(|.*[^\d.])([\dA-Z.]+)\.$/.exec(sister.clause.head) ?? [];
  if (above !== decimalOf(sister.heading)) return undefined;
  return { ...sister.clause, head: `${lead}${decimalOf(heading)}.`, value: 1, branch: 0 };
}

/** （一）, (a), 1.: counted anew in each section. */
const isOwnRow = ({ style, head }: NumberShape): boolean =>
  style === 'list' || style === 'bracketed' || style === 'letter' || (style === 'decimal' && head === '');

const decimalOf = ({ value, branch, head, style }: NumberShape): string =>
  `${style === 'decimal' ? head : ''}${value}${branchLetters[branch - 1] ?? ''}`;

export function writeNumber({ style, head, value, branch, tail, script }: NumberShape): string {
  const counter = writers[script](value);
  if (branch === 0) return head + counter + tail;
  if (style === 'tiao') return `${head}${counter}${tail}之${toChinese(branch)}`;
  return head + counter + (script === 'han' ? `之${toChinese(branch)}` : branchLetters[branch - 1]) + tail;
}

const writers: Readonly<Record<Script, (value: number) => string>> = {
  digits: String,
  han: toChinese,
  letters: toLetters,
  LETTERS: (value) => toLetters(value).toUpperCase(),
  roman: toRoman,
  ROMAN: (value) => toRoman(value).toUpperCase(),
  circled: (value) => String.fromCharCode(0x245f + value),
};

/** Undefined when the number cannot be written: there is no ㉑ among the circled ones, nothing behind z. */
function written(shape: NumberShape): NumberShape | undefined {
  const { script, value, branch } = shape;
  const most = script === 'circled' ? 20 : script === 'letters' || script === 'LETTERS' ? 26 : 99;
  if (script !== 'digits' && script !== 'han' && value > most) return undefined;
  return branch > (script === 'digits' ? branchLetters.length : 99) ? undefined : shape;
}

const han = '一二三四五六七八九十百零〇两';
const tiao = new RegExp(`^(第\\s*)([${han}]+|\\d+)(\\s*(?:编|篇|部分|章|节|条))`);
const counters = [
  new RegExp(`^(.*?)(\\d*[1-9]\\d*)[${branchLetters}]?((?:[.．]0+)*\\D*)$`),
  new RegExp(`^([^${han}]*)([${han}]+)(?:之[${han}]+)?([^${han}]*)$`),
  /^(.*?)([A-Za-z]+|[①-⑳])([^A-Za-z]*)$/,
];

/** Takes a number apart; undefined for one that nothing can be counted on from. */
export function shapeOf(number: ClauseNumber): NumberShape | undefined {
  const { style, value, branch = 0 } = number;
  const text = number.written.trim();
  for (const counter of style === 'tiao' ? [tiao] : counters) {
    const [whole, head = '', written = '', tail = ''] = counter.exec(text) ?? [];
    if (whole !== undefined) return { style, head, value, branch, tail, script: scriptOf(written, value) };
  }
  return undefined;
}

function scriptOf(counter: string, value: number): Script {
  if (/\d/.test(counter)) return 'digits';
  if (/[①-⑳]/.test(counter)) return 'circled';
  if (!/[A-Za-z]/.test(counter)) return 'han';
  const lower = counter.toLowerCase();
  const roman = romanValue(lower) === value;
  if (counter === lower) return roman ? 'roman' : 'letters';
  return roman ? 'ROMAN' : 'LETTERS';
}
