import { isWide } from '../text/fold.ts';
import { makeProse, type Prose } from './prose.ts';

/**
 * Text taken out of its markup, every character with its source offset in the section. Line ends are kept as `\n`
 * until the text becomes prose. Immutable.
 */
export interface Flat {
  readonly text: string;
  /** As long as `text`. */
  readonly at: readonly number[];
}

export const emptyFlat: Flat = { text: '', at: [] };

export const sliceFlat = ({ text, at }: Flat, from: number, to = text.length): Flat => ({
  text: text.slice(from, to),
  at: at.slice(from, to),
});

export const joinFlat = (parts: readonly Flat[]): Flat => ({
  text: parts.map((part) => part.text).join(''),
  at: parts.flatMap((part) => part.at as number[]),
});

/** Source text as it stands; `offset` is the offset of its first character. */
export const plainFlat = (text: string, offset: number): Flat => ({
  text,
  at: Array.from({ length: text.length }, (_, i) => offset + i),
});

/** Replaces every match by a piece of itself: the part it returns, or nothing. */
export function reduceFlat(
  flat: Flat,
  pattern: RegExp,
  keep: (match: RegExpExecArray) => { readonly start: number; readonly end: number } | undefined,
): Flat {
  const parts: Flat[] = [];
  let from = 0;
  for (const match of flat.text.matchAll(pattern)) {
    parts.push(sliceFlat(flat, from, match.index));
    const kept = keep(match);
    if (kept) parts.push(sliceFlat(flat, match.index + kept.start, match.index + kept.end));
    from = match.index + match[0].length;
  }
  if (from === 0) return flat;
  parts.push(sliceFlat(flat, from));
  return joinFlat(parts);
}

export function linesOf(flat: Flat): Flat[] {
  const lines: Flat[] = [];
  let from = 0;
  for (const end of flat.text.matchAll(/\r\n|\r|\n/g)) {
    lines.push(sliceFlat(flat, from, end.index));
    from = end.index + end[0].length;
  }
  lines.push(sliceFlat(flat, from));
  return lines;
}

/** Puts `by` between the parts; it takes the offset behind the part before it. */
export function joinWith(parts: readonly Flat[], by: string): Flat {
  const joined = parts.flatMap((part, i): Flat[] => {
    if (i === 0) return [part];
    const before = parts.slice(0, i).findLast((p) => p.at.length > 0);
    const offset = before ? (before.at.at(-1) ?? 0) + 1 : (part.at[0] ?? 0);
    return [{ text: by, at: Array.from(by, () => offset) }, part];
  });
  return joinFlat(joined);
}

/**
 * One space for white space, none at either end; a line break between two Chinese characters disappears. Characters
 * without width are dropped.
 */
export function proseOf(flat: Flat): Prose {
  let text = '';
  const at: number[] = [];
  let space = -1;
  let lineBreak = false;
  for (let i = 0; i < flat.text.length; i++) {
    const char = flat.text[i] ?? '';
    const code = flat.text.charCodeAt(i);
    if (isSpace(code)) {
      if (space < 0) {
        space = flat.at[i] ?? 0;
        lineBreak = false;
      }
      if (code === 10 || code === 13) lineBreak = true;
      continue;
    }
    if (code === 0x200b || code === 0xfeff || code === 0x2060 || code === 0xad) continue;
    if (space >= 0) {
      const joins = lineBreak && isWide(text.charCodeAt(text.length - 1)) && isWide(code);
      if (text !== '' && !joins) {
        text += ' ';
        at.push(space);
      }
      space = -1;
    }
    text += char;
    at.push(flat.at[i] ?? 0);
  }
  return makeProse(text, at, (at.at(-1) ?? flat.at[0] ?? -1) + 1);
}

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f;
