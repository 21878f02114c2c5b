import { FlatBuilder, type Flat } from './flat.ts';

/** What a piece of raw HTML says: runs of text, and rows of tables. */
export type HtmlPart =
  | { readonly kind: 'text' | 'item' | 'quote'; readonly flat: Flat }
  | { readonly kind: 'heading'; readonly flat: Flat; readonly level: number }
  | { readonly kind: 'row'; readonly cells: readonly Flat[]; readonly header: boolean };

/** Reads raw HTML; `offset` is where it begins in the section. Comments, scripts and deleted text are left out. */
export function readHtml(raw: string, offset: number): HtmlPart[] {
  const reader = new HtmlReader();
  for (const match of raw.matchAll(token)) {
    const [text, close, name] = match;
    const at = offset + match.index;
    if (name) reader.tag(name.toLowerCase(), close === '/', at);
    else if (text.startsWith('<!') || text.startsWith('<?')) continue;
    else if (text.startsWith('&') && text.length > 1) reader.text(decode(text), at, false);
    else reader.text(text, at, true);
  }
  return reader.end();
}

const token =
  /<!--(?:[^]*?-->|[^]*)|<[!?][^>]{0,500}>|<(\/?)([a-zA-Z][\w-]*)(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^'"<>]){0,200}>|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,32});|[^<&]+|[<&]/g;

class HtmlReader {
  readonly #parts: HtmlPart[] = [];
  #flat = new FlatBuilder();
  #row: { cells: Flat[]; header: boolean } | undefined;
  /** Depth inside elements whose text does not count. */
  #silent = 0;
  #quotes = 0;
  #kind: 'text' | 'item' = 'text';

  text(text: string, at: number, literal: boolean): void {
    if (this.#silent > 0) return;
    if (literal) this.#flat.add(text, at);
    else this.#flat.addAt(text, at);
  }

  tag(name: string, close: boolean, at: number): void {
    if (silent.has(name)) {
      this.#silent = Math.max(0, this.#silent + (close ? -1 : 1));
      return;
    }
    if (name === 'br') this.text('\n', at, false);
    else if (name === 'tr') {
      this.#endRow();
      if (!close) this.#row = { cells: [], header: false };
    } else if (name === 'td' || name === 'th') {
      if (!close) {
        this.#endText();
        this.#row ??= { cells: [], header: false };
        if (name === 'th') this.#row.header = true;
      } else if (this.#row) this.#row.cells.push(this.#take());
    } else if (name === 'table') {
      this.#endRow();
    } else if (/^h[1-6]$/.test(name)) {
      if (close) {
        const flat = this.#take();
        if (this.#row) this.#row.cells.push(flat);
        else this.#parts.push({ kind: 'heading', flat, level: Number(name[1]) });
      } else this.#endText();
    } else if (blocks.has(name)) {
      if (this.#row) this.text('\n', at, false);
      else {
        this.#endText();
        if (name === 'blockquote') this.#quotes = Math.max(0, this.#quotes + (close ? -1 : 1));
        if (name === 'li') this.#kind = close ? 'text' : 'item';
      }
    }
  }

  end(): HtmlPart[] {
    this.#endRow();
    this.#endText();
    return this.#parts;
  }

  #take(): Flat {
    const flat = this.#flat.flat();
    this.#flat = new FlatBuilder();
    return flat;
  }

  #endText(): void {
    const flat = this.#take();
    if (this.#row) {
      if (flat.text.trim() !== '') this.#row.cells.push(flat);
    } else if (flat.text.trim() !== '') {
      this.#parts.push({ kind: this.#quotes > 0 ? 'quote' : this.#kind, flat });
    }
  }

  #endRow(): void {
    this.#endText();
    if (this.#row && this.#row.cells.length > 0) this.#parts.push({ kind: 'row', ...this.#row });
    this.#row = undefined;
  }
}

const silent = new Set(['script', 'style', 'del', 's', 'strike', 'template']);
const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header hr html li main nav ol p pre section summary tbody thead tfoot title ul'.split(
    ' ',
  ),
);

function decode(reference: string): string {
  const name = reference.slice(1, -1);
  const code = /^#x/i.test(name)
    ? parseInt(name.slice(2), 16)
    : name.startsWith('#')
      ? Number(name.slice(1))
      : NaN;
  if (!Number.isNaN(code)) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  return named[name] ?? reference;
}

/** The references that legal texts use. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  bull: '•',
  sect: '§',
  para: '¶',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  times: '×',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  rsqb: ']',
  colon: ':',
  semi: ';',
  comma: ',',
  period: '.',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  frac12: '½',
  le: '≤',
  ge: '≥',
};
