import { simplified } from './traditional.ts';

/**
 * Folds a text for comparison, character by character, so that offsets stay what they were: lower case,
 * full-width forms to half-width, typographic quotes and dashes to plain ones, odd spaces to a space,
 * traditional characters to simplified ones.
 */
export function fold(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 45) {
      // "cyber-security" and "cyber security" are one word to a reader.
      if (!isLetter(text.charCodeAt(i - 1)) || !isLetter(text.charCodeAt(i + 1))) continue;
      out += text.slice(from, i) + ' ';
      from = i + 1;
      continue;
    }
    if (code < 0x80) {
      if (code < 65 || code > 90) continue;
    } else if (code >= 0x4e00 && code <= 0x9fff && simplified(code) === code) continue;
    const folded = foldUnit(code);
    if (folded === code) continue;
    out += text.slice(from, i) + String.fromCharCode(folded);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Traditional characters as simplified ones, and nothing else changed: case and width stay. */
export function simplify(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain = code >= 0x4e00 && code <= 0x9fff ? simplified(code) : code;
    if (plain === code) continue;
    out += text.slice(from, i) + String.fromCharCode(plain);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** What `fold` makes of a UTF-16 unit, hyphens between letters aside. */
export function foldedUnit(code: number): number {
  if (code < 0x80) return code >= 65 && code <= 90 ? code + 32 : code;
  return folds[code] || (folds[code] = foldUnit(code));
}

/** 0: not yet known. */
const folds = new Uint16Array(65536);

export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

function foldUnit(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 0xff01 && code <= 0xff5e) return foldUnit(code - 0xfee0);
  if (code === 0x2018 || code === 0x2019 || code === 0x02bc) return 39;
  if (code === 0x201c || code === 0x201d || code === 0x300c || code === 0x300d) return 34;
  if (code >= 0x2010 && code <= 0x2015) return 45;
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f) return 32;
  if (code >= 0x4e00 && code <= 0x9fff) return simplified(code);
  if (code < 0x80) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** Whether a UTF-16 unit is a Chinese character or full-width punctuation, which stand without spaces. */
export const isWide = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff00 && code <= 0xff60);
