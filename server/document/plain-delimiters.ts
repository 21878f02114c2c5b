import type { Span } from '../text/span.ts';

/** A run of stars or underscores; what is used up of it is no text. */
export interface Delimiter {
  readonly char: number;
  start: number;
  end: number;
  readonly opens: boolean;
  readonly closes: boolean;
  gone: boolean;
}

/** Emphasis, matched as the Markdown parser matches it. */
export class Delimiters {
  readonly #raw: string;
  readonly #all: Delimiter[] = [];
  /** What stands in emphasis, marks included: offsets in the raw text. Not what stands so in a link. */
  readonly spans: Span[] = [];

  constructor(raw: string) {
    this.#raw = raw;
  }

  get count(): number {
    return this.#all.length;
  }

  take(start: number): Delimiter {
    const raw = this.#raw;
    const char = raw.charCodeAt(start);
    let end = start;
    while (raw.charCodeAt(end) === char) end++;
    const before = groupAt(raw, start - 1);
    const after = groupAt(raw, end);
    const open = after === 'other' || (after === 'mark' && before !== 'other') || isMark(raw.charCodeAt(end));
    const close =
      before === 'other' || (before === 'mark' && after !== 'other') || isMark(raw.charCodeAt(start - 1));
    const delimiter: Delimiter = {
      char,
      start,
      end,
      opens: char === 42 ? open : open && (before !== 'other' || !close),
      closes: char === 42 ? close : close && (after !== 'other' || !open),
      gone: false,
    };
    this.#all.push(delimiter);
    return delimiter;
  }

  /** Matches those from this one on, in a link's text or in the whole; what is left of them is text. */
  resolve(from: number, where: 'link' | 'text'): void {
    const all = this.#all;
    const spans: Span[] = [];
    for (let c = from; c < all.length; c++) {
      const closer = all[c];
      while (closer && closer.closes && !closer.gone && closer.end > closer.start) {
        const o = this.#openerOf(closer, c, from);
        const opener = all[o];
        if (!opener) break;
        const use = opener.end - opener.start > 1 && closer.end - closer.start > 1 ? 2 : 1;
        spans.push({ start: opener.end - use, end: closer.start + use });
        opener.end -= use;
        closer.start += use;
        for (let i = o + 1; i < c; i++) if (all[i]) (all[i] as Delimiter).gone = true;
      }
    }
    for (let i = from; i < all.length; i++) (all[i] as Delimiter).gone = true;
    if (where === 'text') this.spans.push(...spans);
  }

  #openerOf(closer: Delimiter, index: number, from: number): number {
    const length = closer.end - closer.start;
    for (let i = index - 1; i >= from; i--) {
      const opener = this.#all[i];
      if (!opener || opener.gone || !opener.opens || opener.char !== closer.char) continue;
      const own = opener.end - opener.start;
      if (own === 0) continue;
      if ((opener.closes || closer.opens) && length % 3 !== 0 && (own + length) % 3 === 0) continue;
      return i;
    }
    return -1;
  }
}

function groupAt(raw: string, at: number): 'space' | 'mark' | 'other' {
  const char = raw.charAt(at);
  if (char === '' || /\s/.test(char)) return 'space';
  return /\p{P}|\p{S}/u.test(char) ? 'mark' : 'other';
}

/** Characters that mark emphasis or deletion. */
const isMark = (code: number): boolean => code === 42 || code === 95 || code === 126;
