import { fold } from '../text/fold.ts';

export type Language = 'en' | 'zh';

/**
 * The plain text of a block: no markup, one space for white space, no line break inside a Chinese sentence, with
 * the way back to the source.
 */
export interface Prose {
  readonly text: string;
  /** Same length as `text`, folded for comparison. */
  readonly folded: string;
  /** The offset in the section's text of a character of `text`; at the end, the offset behind the last one. */
  source(index: number): number;
}

/**
 * Builds prose from pieces of source text: `runs` tells index in `text` and source offset of each piece, in turns;
 * `end` is the offset behind the last one.
 */
export const makeProse = (text: string, runs: readonly number[], end: number): Prose =>
  new PlacedProse(text, runs, end);

class PlacedProse implements Prose {
  readonly text: string;
  readonly #runs: readonly number[];
  readonly #end: number;
  #folded: string | undefined;

  constructor(text: string, runs: readonly number[], end: number) {
    this.text = text;
    this.#runs = runs;
    this.#end = end;
  }

  get folded(): string {
    return (this.#folded ??= fold(this.text));
  }

  source(index: number): number {
    return index >= 0 && index < this.text.length ? originAt(this.#runs, index) : this.#end;
  }
}

/** The source offset of an index, by runs of index and offset. */
export function originAt(runs: readonly number[], index: number): number {
  const run = 2 * runAt(runs, index);
  return (runs[run + 1] ?? 0) + index - (runs[run] ?? 0);
}

/** Which of the runs an index is in. */
export function runAt(runs: readonly number[], index: number): number {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[2 * middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Chinese when a fifth of the letters are Chinese characters: one of them carries as much as a word. */
export function languageOf(text: string): Language {
  let wide = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) wide++;
    else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) letters++;
  }
  return wide * 4 > letters ? 'zh' : 'en';
}
