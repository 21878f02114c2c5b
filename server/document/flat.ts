import { isWide } from '../text/fold.ts';
import { makeProse, originAt, runAt, type Prose } from './prose.ts';

/**
 * Text taken out of its markup, with the way back to the section. Line ends are kept as `\n` until the text becomes
 * prose. Immutable.
 */
export interface Flat {
  readonly text: string;
  /**
   * Where its stretches stand: index in `text` and source offset, in turns. Inside a stretch both go on together; the
   * first begins at 0, and an empty text has none.
   */
  readonly runs: readonly number[];
}

export const emptyFlat: Flat = { text: '', runs: [] };

/** Source text as it stands; `offset` is the offset of its first character. */
export const plainFlat = (text: string, offset: number): Flat =>
  text === '' ? emptyFlat : { text, runs: [0, offset] };

/** The source offset of a character. */
export const originIn = ({ runs }: Flat, index: number): number => originAt(runs, index);

/** The source offset behind the last character; undefined for an empty text. */
export const endIn = (flat: Flat): number | undefined =>
  flat.text === '' ? undefined : originIn(flat, flat.text.length - 1) + 1;

/** Puts a flat text together. */
export class FlatBuilder {
  text = '';
  readonly #runs: number[] = [];
  /** The source offset that goes on with the last run. */
  #next = -1;

  /** Text that stands so in the source. */
  add(text: string, offset: number): void {
    if (text === '') return;
    if (offset !== this.#next) this.#runs.push(this.text.length, offset);
    this.text += text;
    this.#next = offset + text.length;
  }

  /** Text that stands for one place of the source. */
  addAt(text: string, offset: number): void {
    for (let i = 0; i < text.length; i++) this.add(text.charAt(i), offset);
  }

  /** A stretch of another one. */
  addFlat({ text, runs }: Flat, from = 0, to = text.length): void {
    if (from >= to) return;
    for (let r = 2 * runAt(runs, from); r < runs.length; r += 2) {
      const begin = Math.max(from, runs[r] ?? 0);
      if (begin >= to) return;
      const end = Math.min(to, runs[r + 2] ?? text.length);
      this.add(text.slice(begin, end), (runs[r + 1] ?? 0) + begin - (runs[r] ?? 0));
    }
  }

  flat(): Flat {
    return this.text === '' ? emptyFlat : { text: this.text, runs: this.#runs };
  }

  prose(end: number): Prose {
    return makeProse(this.text, this.#runs, end);
  }
}

export function sliceFlat(flat: Flat, from: number, to = flat.text.length): Flat {
  if (from <= 0 && to >= flat.text.length) return flat;
  const builder = new FlatBuilder();
  builder.addFlat(flat, Math.max(0, from), Math.min(to, flat.text.length));
  return builder.flat();
}

export function joinFlat(parts: readonly Flat[]): Flat {
  if (parts.length === 1 && parts[0]) return parts[0];
  const builder = new FlatBuilder();
  for (const part of parts) builder.addFlat(part);
  return builder.flat();
}

/** Replaces every match by a piece of itself: the part it returns, or nothing. */
export function reduceFlat(
  flat: Flat,
  pattern: RegExp,
  keep: (match: RegExpExecArray) => { readonly start: number; readonly end: number } | undefined,
): Flat {
  let builder: FlatBuilder | undefined;
  let from = 0;
  for (const match of flat.text.matchAll(pattern)) {
    builder ??= new FlatBuilder();
    builder.addFlat(flat, from, match.index);
    const kept = keep(match);
    if (kept) builder.addFlat(flat, match.index + kept.start, match.index + kept.end);
    from = match.index + match[0].length;
  }
  if (!builder || from === 0) return flat;
  builder.addFlat(flat, from);
  return builder.flat();
}

export function linesOf(flat: Flat): Flat[] {
  if (!/[\r\n]/.test(flat.text)) return [flat];
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
  if (parts.length === 1 && parts[0]) return parts[0];
  const builder = new FlatBuilder();
  let before: number | undefined;
  parts.forEach((part, i) => {
    if (i > 0) builder.addAt(by, before ?? part.runs[1] ?? 0);
    builder.addFlat(part);
    before = endIn(part) ?? before;
  });
  return builder.flat();
}

/**
 * One space for white space, none at either end; a line break between two Chinese characters disappears. Characters
 * without width are dropped.
 */
export function proseOf(flat: Flat): Prose {
  const { text, runs } = flat;
  const builder = new FlatBuilder();
  const { length } = text;
  let from = 0;
  for (let i = 0; i < length; i++) {
    let code = text.charCodeAt(i);
    if ((code > 32 && code < 0xa0) || (code > 0x2060 && code !== 0x3000 && code !== 0xfeff)) continue;
    if (code === 32 && i > from && i + 1 < length && isPlain(text.charCodeAt(i + 1))) continue;
    if (!isSpace(code) && !isNothing(code)) continue;
    builder.addFlat(flat, from, i);
    let space = -1;
    let lineBreak = false;
    for (; i < length && (isSpace((code = text.charCodeAt(i))) || isNothing(code)); i++) {
      if (isNothing(code)) continue;
      if (space < 0) space = i;
      if (code === 10 || code === 13) lineBreak = true;
    }
    from = i;
    if (space < 0 || i === length || builder.text === '') continue;
    const before = builder.text.charCodeAt(builder.text.length - 1);
    if (!(lineBreak && isWide(before) && isWide(code))) builder.add(' ', originIn(flat, space));
  }
  if (from === 0) return makeProse(text, runs, endIn(flat) ?? 0);
  builder.addFlat(flat, from, length);
  const { text: written } = builder;
  return builder.prose(written === '' ? (runs[1] ?? -1) + 1 : (endIn(builder.flat()) ?? 0));
}

const isPlain = (code: number): boolean => code > 32 && code < 0xa0;

/** Without width. */
const isNothing = (code: number): boolean =>
  code === 0x200b || code === 0xfeff || code === 0x2060 || code === 0xad;

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f;
