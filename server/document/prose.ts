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

/** Builds prose from pieces of source text. `origins[i]` is the source offset of `text[i]`. */
export function makeProse(text: string, origins: readonly number[], end: number): Prose {
  let folded: string | undefined;
  return {
    text,
    get folded() {
      return (folded ??= fold(text));
    },
    source: (index) => (index < text.length ? (origins[index] ?? end) : end),
  };
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
