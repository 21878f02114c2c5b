import type { Span } from '../text/span.ts';
import { Delimiters, type Delimiter } from './plain-delimiters.ts';
import { FlatBuilder } from './flat.ts';
import { takeTag } from './inline.ts';
import { normalise } from './labels.ts';
import { withoutLeftovers } from './leftovers.ts';
import { isBlank, tagPattern, trimEnd } from './plain-lines.ts';
import type { Words } from './tree.ts';

/**
 * The words of a paragraph whose lines stand at these offsets (start and end in turns), as the Markdown parser would
 * give them; undefined when they hold something out of the ordinary.
 */
export function plainWords(
  text: string,
  notes: ReadonlySet<string>,
  lines: readonly number[],
): Words | undefined {
  const last = lines.length - 1;
  const start = lines[0] ?? 0;
  const end = trimEnd(text, lines[last - 1] ?? 0, lines[last] ?? 0);
  if (lines.length === 2) {
    const line = text.slice(start, end);
    if (!special.test(line)) {
      const builder = new FlatBuilder();
      builder.add(line, start);
      return { flat: withoutLeftovers(builder.flat()), bold: [], links: !/\p{L}/u.test(line) };
    }
    if (strange(line)) return undefined;
    return new InlineReader(line, notes, [0], [start], [end]).read();
  }
  let raw = '';
  const rawStarts: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < lines.length; i += 2) {
    if (i > 0) raw += '\n';
    rawStarts.push(raw.length);
    starts.push(lines[i] ?? 0);
    ends.push(i + 1 === last ? end : (lines[i + 1] ?? 0));
    raw += text.slice(lines[i], ends.at(-1));
  }
  return strange(raw) ? undefined : new InlineReader(raw, notes, rawStarts, starts, ends).read();
}

const special = /[\\`*_[\]<&~@]|https?:|www\./i;

/**
 * Left to the Markdown parser: struck-out text, comments of several lines, notes, addresses with marks in them, and
 * where one mark of emphasis touches the other, or one that is escaped: which of them count?
 */
function strange(raw: string): boolean {
  if (/~~|<(?:\?|!(?!--(?!-?>)(?:(?!--)[^\n])*-->))|\[\^[^\]]*\]\(|\*_|_\*|\\[*_~][*_]/.test(raw))
    return true;
  if (!/@|www\.|https?:/i.test(raw)) return false;
  // In code, in tags and in links addresses are no links of their own.
  const bare = raw.replace(
    /`+[^`]*`+|(?<!\\)<[^<>]*>|\[[^[\]]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g,
    '`',
  );
  for (const [mail] of bare.matchAll(/[\w+.-]*@[\w.-]*/g)) if (mail.includes('_')) return true;
  for (const [url] of bare.matchAll(/(?:www\.|https?:\/\/)[^\s<]*/gi)) {
    if (/[\\`*_[\]~]|&\w+;/.test(url.replace(/[!"'),*.:;?_~]+$/, ''))) return true;
  }
  return false;
}

type Token =
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  | { readonly kind: 'delimiter'; readonly delimiter: Delimiter }
  | { readonly kind: 'line'; readonly line: number; readonly at: number }
  | { readonly kind: 'tag'; readonly tag: string; readonly from: number }
  | { readonly kind: 'char'; readonly text: string; readonly from: number };

interface Bracket {
  readonly image: boolean;
  /** Index of its token, and of the first delimiter behind it. */
  readonly token: number;
  readonly delimiters: number;
  readonly links: number;
  active: boolean;
}

class InlineReader {
  readonly #raw: string;
  readonly #notes: ReadonlySet<string>;
  readonly #rawStarts: readonly number[];
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];
  readonly #tokens: Token[] = [];
  readonly #delimiters: Delimiters;
  readonly #brackets: Bracket[] = [];
  readonly #noCloser = new Set<number>();
  #line = 0;
  /** Targets of the links found. */
  #links: string[] = [];
  /** Ranges of link texts, tokens from and to. */
  readonly #linked: (readonly [number, number])[] = [];
  #others = false;

  constructor(
    raw: string,
    notes: ReadonlySet<string>,
    rawStarts: readonly number[],
    starts: readonly number[],
    ends: readonly number[],
  ) {
    this.#raw = raw;
    this.#notes = notes;
    this.#rawStarts = rawStarts;
    this.#starts = starts;
    this.#ends = ends;
    this.#delimiters = new Delimiters(raw);
  }

  read(): Words | undefined {
    const raw = this.#raw;
    const stop = /[\\`*_[\]!<&\n]/g;
    let at = 0;
    while (at < raw.length) {
      stop.lastIndex = at;
      const found = stop.exec(raw)?.index ?? raw.length;
      if (found > at) this.#text(at, found);
      if (found >= raw.length) break;
      const next = this.#mark(found);
      if (next < 0 || this.#delimiters.count > 400 || this.#brackets.length > 400) return undefined;
      at = next;
    }
    this.#delimiters.resolve(0, 'text');
    return this.#words();
  }

  #text(from: number, to: number): void {
    // White space in front of a line end is none of the text.
    const end = this.#raw.charCodeAt(to) === 10 ? trimEnd(this.#raw, from, to) : to;
    if (end > from) this.#tokens.push({ kind: 'text', from, to: end });
  }

  /** Reads a mark; gives the offset behind it, or -1 for what is out of the ordinary. */
  #mark(at: number): number {
    const raw = this.#raw;
    switch (raw.charAt(at)) {
      case '\n':
        return this.#lineBreak(at);
      case '\\': {
        const behind = raw.charAt(at + 1);
        if (behind === '\n') {
          this.#tokens.push({ kind: 'line', line: this.#line++, at });
          this.#others = true;
          return at + 2;
        }
        const escaped = /[!-/:-@[-`{-~]/.test(behind);
        this.#tokens.push({ kind: 'text', from: escaped ? at + 1 : at, to: escaped ? at + 2 : at + 1 });
        return escaped ? at + 2 : at + 1;
      }
      case '`':
        return this.#code(at);
      case '*':
      case '_': {
        const delimiter = this.#delimiters.take(at);
        this.#tokens.push({ kind: 'delimiter', delimiter });
        return delimiter.end;
      }
      case '!':
      case '[': {
        const image = raw.charAt(at) === '!';
        if (image && raw.charAt(at + 1) !== '[') break;
        const note = image ? -1 : this.#note(at);
        if (note >= 0) return this.#brackets.length > 0 ? -1 : note;
        const to = image ? at + 2 : at + 1;
        this.#brackets.push({
          image,
          token: this.#tokens.length,
          delimiters: this.#delimiters.count,
          links: this.#links.length,
          active: true,
        });
        this.#tokens.push({ kind: 'text', from: at, to });
        return to;
      }
      case ']':
        return this.#close(at);
      case '<':
        return this.#angle(at);
      case '&':
        return this.#reference(at);
    }
    this.#tokens.push({ kind: 'text', from: at, to: at + 1 });
    return at + 1;
  }

  /** The offset behind the mark of a note, which is no text; -1 when there is none. */
  #note(at: number): number {
    if (this.#raw.charAt(at + 1) !== '^') return -1;
    const mark = /\[\^([^\s[\]\\]+)\]/y;
    mark.lastIndex = at;
    const label = mark.exec(this.#raw)?.[1];
    if (label === undefined || !this.#notes.has(normalise(label))) return -1;
    this.#others = true;
    return mark.lastIndex;
  }

  #lineBreak(at: number): number {
    let from = at;
    while (from > 0 && isBlank(this.#raw.charCodeAt(from - 1))) from--;
    const spaces = this.#raw.slice(from, at);
    const hard = spaces.length >= 2 && !spaces.includes('\t');
    if (hard) this.#others = true;
    this.#tokens.push({ kind: 'line', line: this.#line++, at: hard ? from : at });
    return at + 1;
  }

  #code(at: number): number {
    const raw = this.#raw;
    const length = runLength(raw, at);
    const from = at + length;
    const closer = this.#noCloser.has(length) ? -1 : findRun(raw, from, length);
    if (closer < 0) {
      this.#noCloser.add(length);
      this.#tokens.push({ kind: 'text', from: at, to: from });
      return from;
    }
    const inside = raw.slice(from, closer);
    if (inside.includes('\n')) return -1;
    const strip = inside.startsWith(' ') && inside.endsWith(' ') && inside.trim() !== '' ? 1 : 0;
    this.#tokens.push({ kind: 'text', from: from + strip, to: closer - strip });
    this.#others = true;
    return closer + length;
  }

  #angle(at: number): number {
    const raw = this.#raw;
    autolink.lastIndex = at;
    const link = autolink.exec(raw);
    if (link) {
      this.#tokens.push({ kind: 'text', from: at + 1, to: autolink.lastIndex - 1 });
      this.#others = true;
      return autolink.lastIndex;
    }
    comment.lastIndex = at;
    if (comment.test(raw)) {
      this.#others = true;
      return comment.lastIndex;
    }
    tag.lastIndex = at;
    const found = tag.exec(raw);
    if (!found) {
      this.#tokens.push({ kind: 'text', from: at, to: at + 1 });
      return at + 1;
    }
    if (found[0].includes('\n')) return -1;
    this.#tokens.push({ kind: 'tag', tag: found[0], from: at });
    this.#others = true;
    return tag.lastIndex;
  }

  #reference(at: number): number {
    const pattern = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/y;
    pattern.lastIndex = at;
    const found = pattern.exec(this.#raw);
    if (!found) {
      this.#tokens.push({ kind: 'text', from: at, to: at + 1 });
      return at + 1;
    }
    const char = characterOf(found[0]);
    if (char === undefined) return -1;
    this.#tokens.push({ kind: 'char', text: char, from: at });
    return pattern.lastIndex;
  }

  /** A closing bracket: of a link or an image, or text. */
  #close(at: number): number {
    const raw = this.#raw;
    const bracket = this.#brackets.pop();
    if (bracket?.active && raw.charAt(at + 1) === '(') {
      target.lastIndex = at + 1;
      const found = target.exec(raw);
      if (!found) {
        noTarget.lastIndex = at + 1;
        if (!noTarget.test(raw)) return -1;
        this.#tokens.push({ kind: 'text', from: at, to: at + 1 });
        return at + 1;
      }
      const url = found[1] ?? found[2] ?? '';
      if (/^[&\\]/.test(url)) return -1;
      this.#delimiters.resolve(bracket.delimiters, 'link');
      if (bracket.image) {
        this.#tokens.length = bracket.token;
        this.#others = true;
      } else {
        this.#tokens[bracket.token] = { kind: 'text', from: at, to: at };
        this.#linked.push([bracket.token, this.#tokens.length]);
        this.#links.push(url);
        for (const other of this.#brackets) if (!other.image) other.active = false;
      }
      const lines = raw.slice(at, target.lastIndex).split('\n').length - 1;
      this.#line += lines;
      return target.lastIndex;
    }
    this.#tokens.push({ kind: 'text', from: at, to: at + 1 });
    return at + 1;
  }

  #words(): Words {
    const walk = { struck: 0, flat: new FlatBuilder(), cursor: 0 };
    let line = 0;
    const originOf = (raw: number): number => {
      while ((this.#rawStarts[line + 1] ?? Infinity) <= raw) line++;
      return (this.#starts[line] ?? 0) + raw - (this.#rawStarts[line] ?? 0);
    };
    const add = (from: number, to: number): void => {
      if (walk.struck === 0 && to > from) walk.flat.add(this.#raw.slice(from, to), originOf(from));
    };
    for (const token of this.#tokens) {
      if (token.kind === 'text') add(token.from, token.to);
      else if (token.kind === 'delimiter') add(token.delimiter.start, token.delimiter.end);
      else if (token.kind === 'tag') {
        walk.cursor = originOf(token.from);
        takeTag(token.tag, walk);
      } else if (walk.struck > 0) continue;
      else if (token.kind === 'char') walk.flat.add(token.text, originOf(token.from));
      else {
        const soft = this.#raw.charCodeAt(token.at) === 10;
        walk.flat.add('\n', soft ? (this.#ends[token.line] ?? 0) : originOf(token.at));
      }
    }
    const bold = this.#delimiters.spans.map(({ start, end }): Span => {
      line = 0;
      const from = originOf(start);
      return { start: from, end: originOf(end - 1) + 1 };
    });
    return { flat: withoutLeftovers(walk.flat.flat()), bold, links: this.#onlyLinks() };
  }

  #onlyLinks(): boolean {
    if (this.#others || this.#delimiters.spans.length > 0) return false;
    if (!this.#links.every((url) => url.startsWith('#'))) return false;
    return this.#tokens.every((token, i) => {
      if (this.#linked.some(([from, to]) => from <= i && i < to)) return true;
      const text =
        token.kind === 'text'
          ? this.#raw.slice(token.from, token.to)
          : token.kind === 'char'
            ? token.text
            : '';
      return !/\p{L}/u.test(text);
    });
  }
}

function runLength(raw: string, at: number): number {
  let to = at;
  while (raw.charAt(to) === '`') to++;
  return to - at;
}

function findRun(raw: string, from: number, length: number): number {
  for (let at = raw.indexOf('`', from); at >= 0;) {
    const found = runLength(raw, at);
    if (found === length) return at;
    at = raw.indexOf('`', at + found);
  }
  return -1;
}
const autolink = /<(?:[A-Za-z][A-Za-z0-9.+-]{1,31}:[^<>\p{Cc} ]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/uy;
const tag = new RegExp(tagPattern('[ \\t\\n]', ''), 'y');
const target =
  /\([ \t\n]*(?:<([^<>\n\\]*)>|((?:[^\s()<\\\p{Cc}]|\\[!-/:-@[-`{-~])(?:[^\s()\\\p{Cc}]|\\[!-/:-@[-`{-~]|\((?:[^\s()\\\p{Cc}])*\))*))?(?:[ \t\n]+(?:"[^"\\]*"|'[^'\\]*'|\([^()\\]*\)))?[ \t\n]*\)/uy;

/** What no link leads to: two words. */
const noTarget = /\([ \t]*[^\s<()\\\p{Cc}]+[ \t]+[^\s"'()]/uy;
const comment = /<!--(?!-?>)(?:(?!--)[^\n])*-->/y;

/** The references that legal texts use; undefined for any other. */
function characterOf(reference: string): string | undefined {
  const name = reference.slice(1, -1);
  const code = /^#x/i.test(name)
    ? parseInt(name.slice(2), 16)
    : name.startsWith('#')
      ? Number(name.slice(1))
      : 0;
  if (code > 0)
    return code >= 32 && code < 0xd800 && !(code >= 127 && code < 160)
      ? String.fromCharCode(code)
      : undefined;
  return named.get(name);
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['lpar', '('],
  ['rpar', ')'],
  ['nbsp', '\u00a0'],
  ['ldquo', '\u201c'],
  ['rdquo', '\u201d'],
  ['lsquo', '\u2018'],
  ['rsquo', '\u2019'],
  ['ndash', '\u2013'],
  ['mdash', '\u2014'],
  ['hellip', '\u2026'],
  ['middot', '\u00b7'],
  ['sect', '\u00a7'],
  ['copy', '\u00a9'],
  ['reg', '\u00ae'],
  ['trade', '\u2122'],
]);
