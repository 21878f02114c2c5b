import type { Closed } from './cuts.ts';

/**
 * Follows the only blocks that can swallow a line at column 0: fences and HTML. It knows them for certain as long as
 * they begin at column 0, since such a line ends every list and quotation; what begins further in may stand inside
 * one, and from then on it can only guess.
 */
export class OpenBlocks {
  readonly #text: string;
  /** Up to here the lines are known. */
  #from: number;
  #certain = true;
  #fence: string | undefined;
  /** What ends the HTML block; `blank` is the blank line that ends most of them. */
  #html: RegExp | 'blank' | undefined;
  /** Where the last HTML block began, or its last line that looks like a new one. */
  #since = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#from = start;
  }

  /** A piece was cut off here: nothing is open, and all is certain again. */
  restart(): void {
    this.#certain = true;
    this.#fence = undefined;
    this.#html = undefined;
  }

  /** To be asked with growing offsets, each the start of a line. */
  at(offset: number): Closed {
    for (const line of this.#linesTo(offset)) this.#take(line);
    this.#closeHtml(offset);
    if (this.#fence === undefined && this.#html === undefined) return this.#certain ? 'certainly' : 'likely';
    return this.#certain ? 'never' : 'hardly';
  }

  /** The starts of the lines up to here that begin as such a block does. */
  #linesTo(offset: number): number[] {
    const text = this.#text;
    const found: number[] = [];
    const stretch = text.slice(this.#from, offset);
    for (let match = marks.exec(stretch); match; match = marks.exec(stretch)) {
      const at = this.#from + match.index;
      let start = at;
      while (at - start < 3 && text[start - 1] === ' ') start--;
      const before = text[start - 1];
      if (before === undefined || before === '\n' || before === '\r') found.push(start);
    }
    this.#from = offset;
    return found;
  }

  #take(index: number): void {
    const line = lineAt(this.#text, index);
    this.#closeHtml(index);
    const fence = /^ {0,3}(`{3,}|~{3,})([^]*)$/.exec(line);
    if (this.#fence !== undefined) {
      const run = fence?.[1] ?? '';
      if (run.startsWith(this.#fence) && /^[ \t]*$/.test(fence?.[2] ?? '')) this.#fence = undefined;
      return;
    }
    if (this.#html instanceof RegExp) return;
    if (fence) {
      const [, run = '', info = ''] = fence;
      if (run.startsWith('`') && info.includes('`')) return;
      // Behind what looks like HTML it is a fence or not: only the parser knows.
      if (line.startsWith(' ') || this.#html) this.#certain = false;
      this.#html = undefined;
      this.#fence = run;
      return;
    }
    this.#openHtml(line, index);
  }

  #openHtml(line: string, index: number): void {
    const tag = line.trimStart();
    const end = ends.find(([begin]) => begin.test(tag))?.[1];
    if (end) {
      // A comment that ends on its own line is no trouble wherever it stands; `<!-->` and `<?>` are such, too.
      if (end.test(tag.slice(1))) return;
      if (this.#html === 'blank' || line.startsWith(' ')) this.#certain = false;
      this.#html = end;
    } else this.#html = 'blank';
    this.#since = index;
  }

  #closeHtml(offset: number): void {
    if (this.#html === undefined) return;
    const rest = this.#text.slice(this.#since, offset);
    if (this.#html === 'blank') {
      if (/(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r(?!\n)|\n)/.test(rest)) this.#html = undefined;
      return;
    }
    const found = rest.slice(1).search(this.#html);
    if (found >= 0) this.#html = undefined;
    else this.#since = Math.max(this.#since, offset - 16);
  }
}

/** What such a block begins with. */
const marks = /`{3}|~{3}|</g;

/** The beginnings of HTML blocks that run on over blank lines, and what ends them. */
const ends: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![A-Za-z]/, />/],
  [/^<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
];

function lineAt(text: string, offset: number): string {
  const end = /[\r\n]|$/g;
  end.lastIndex = offset;
  const stop = end.exec(text)?.index ?? text.length;
  return text.slice(offset, stop);
}
