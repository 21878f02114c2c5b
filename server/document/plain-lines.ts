/** What kind of block a line begins; all take the offset of its first character that is no space. */

const CR = 13;
const LF = 10;

/** Where a line's text ends, and where the next line begins. */
export function lineEnd(text: string, start: number): { readonly end: number; readonly next: number } {
  const at = text.indexOf('\n', start);
  if (at < 0) return { end: text.length, next: text.length };
  return { end: at > start && text.charCodeAt(at - 1) === CR ? at - 1 : at, next: at + 1 };
}

export function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 32) at++;
  return at;
}

export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where the text before `end` ends when white space is left out. */
export function trimEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

export const isBlank = (code: number): boolean => code === 32 || code === 9;

/** A line end, or no character at all. */
const isEnd = (code: number): boolean => code === LF || code === CR || Number.isNaN(code);

export interface AtxHeading {
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

/** `## Title ##` */
export function atxHeading(text: string, at: number, end: number): AtxHeading | undefined {
  let from = at;
  while (from < end && text.charCodeAt(from) === 35) from++;
  const depth = from - at;
  if (depth > 6 || (from < end && !isBlank(text.charCodeAt(from)))) return undefined;
  while (from < end && isBlank(text.charCodeAt(from))) from++;
  let to = trimEnd(text, from, end);
  let closing = to;
  while (closing > from && text.charCodeAt(closing - 1) === 35) closing--;
  if (closing === from || isBlank(text.charCodeAt(closing - 1))) to = trimEnd(text, from, closing);
  return { depth, start: from, end: to };
}

export interface Fence {
  readonly char: number;
  readonly length: number;
}

/** Three or more backticks or tildes; behind backticks no other one. */
export function fenceAt(text: string, at: number, end: number): Fence | undefined {
  const char = text.charCodeAt(at);
  let to = at;
  while (to < end && text.charCodeAt(to) === char) to++;
  if (to - at < 3) return undefined;
  if (char === 96) {
    const other = text.indexOf('`', to);
    if (other >= 0 && other < end) return undefined;
  }
  return { char, length: to - at };
}

export function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  let to = at;
  while (to < end && text.charCodeAt(to) === fence.char) to++;
  return to - at >= fence.length && trimEnd(text, to, end) === to;
}

/** `***`, `- - -` */
export function isRule(text: string, at: number, end: number): boolean {
  const char = text.charCodeAt(at);
  let count = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === char) count++;
    else if (!isBlank(code)) return false;
  }
  return count >= 3;
}

/** The depth of the heading that a line of `=` or `-` makes of the paragraph above it. */
export function underline(text: string, at: number, end: number): 1 | 2 | undefined {
  const char = text.charCodeAt(at);
  let to = at;
  while (to < end && text.charCodeAt(to) === char) to++;
  return trimEnd(text, to, end) === to ? (char === 61 ? 1 : 2) : undefined;
}

export interface Marker {
  /** The character that tells lists apart: a bullet, or what stands behind the number. */
  readonly char: number;
  readonly ordered: boolean;
  readonly length: number;
  readonly isOne: boolean;
}

/** `-`, `12.`: a list item when white space or nothing follows. */
export function listMarker(text: string, at: number): Marker | undefined {
  let to = at;
  let code = text.charCodeAt(to);
  while (code >= 48 && code <= 57 && to - at < 10) code = text.charCodeAt(++to);
  const digits = to - at;
  if (digits === 0 ? code !== 45 && code !== 42 && code !== 43 : digits > 9 || (code !== 46 && code !== 41))
    return undefined;
  const behind = text.charCodeAt(to + 1);
  if (!isBlank(behind) && !isEnd(behind)) return undefined;
  const isOne = digits === 1 && text.charCodeAt(at) === 49;
  return { char: code, ordered: digits > 0, length: digits + 1, isOne };
}

/**
 * Where an item's text begins behind its marker, and how many columns further; undefined for more white space than a
 * tab or spaces.
 */
export function contentBehind(
  text: string,
  behind: number,
  end: number,
): { readonly at: number; readonly columns: number; readonly bare: boolean } | undefined {
  const at = skipSpaces(text, behind, end);
  if (at >= end) return { at: Math.min(behind + 1, end), columns: 1, bare: true };
  if (text.charCodeAt(at) !== 9) {
    // So far away it is code.
    return at - behind > 4
      ? { at: behind + 1, columns: 1, bare: false }
      : { at, columns: at - behind, bare: false };
  }
  const start = text.lastIndexOf('\n', behind) + 1;
  const alone = at === behind && at + 1 < end && !isBlank(text.charCodeAt(at + 1));
  if (!alone || text.slice(start, behind).includes('\t')) return undefined;
  // A tab goes to the next of the places that stand four apart.
  return { at: at + 1, columns: 4 - ((behind - start) % 4), bare: false };
}

/** What ends a block of HTML; `blank` is the blank line that ends most of them. */
export function htmlEnd(text: string, at: number, interrupts: boolean): RegExp | 'blank' | undefined {
  for (const [begin, end] of begins) {
    begin.lastIndex = at;
    if (begin.test(text)) return end;
  }
  alone.lastIndex = at;
  return !interrupts && alone.test(text) ? 'blank' : undefined;
}

const names =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul';

const begins: readonly (readonly [RegExp, RegExp | 'blank'])[] = [
  [/<(?:script|pre|style|textarea)(?=[\s>]|$)/imy, /<\/(?:script|pre|style|textarea)>/i],
  [/<!--/y, /-->/],
  [/<\?/y, /\?>/],
  [/<![A-Za-z]/y, />/],
  [/<!\[CDATA\[/y, /\]\]>/],
  [new RegExp(`</?(?:${names})(?=[ \\t]|/?>|$)`, 'imy'), 'blank'],
];

/** An opening or closing tag as CommonMark has it; `space` and `no` say what may and may not stand in it. */
export const tagPattern = (space: string, no: string): string =>
  `(?:<[A-Za-z][A-Za-z0-9-]*(?:${space}+[A-Za-z_:][A-Za-z0-9_.:-]*(?:${space}*=${space}*` +
  `(?:[^\\s"'=<>\`]+|'[^'${no}]*'|"[^"${no}]*"))?)*${space}*/?>|</[A-Za-z][A-Za-z0-9-]*${space}*>)`;

const alone = new RegExp(`${tagPattern('[ \\t]', '\\n')}[ \\t]*$`, 'my');
