import type { Span } from '../text/span.ts';
import { characterOf } from './characters.ts';
import { normalise, type Labels } from './labels.ts';
import { Delimiters, type Delimiter } from './plain-delimiters.ts';
import { referenceAt, targetAt } from './plain-links.ts';
import { isBlank, tagPattern, trimEnd } from './plain-lines.ts';

/** What a paragraph is made of. */
export interface Marks {
  readonly tokens: readonly Token[];
  /** Spans of emphasis, in offsets of the paragraph. */
  readonly bold: readonly Span[];
  /** It holds nothing but links inside the document. */
  readonly links: boolean;
}

/** Reads the marks inside a paragraph; undefined when they are out of the ordinary. */
export const readMarks = (raw: string, labels: Labels): Marks | undefined =>
  new MarkReader(raw, labels).read();

type Token =
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  | { readonly kind: 'delimiter'; readonly delimiter: Delimiter }
  | { readonly kind: 'line'; readonly line: number; readonly at: number }
  | { readonly kind: 'tag'; readonly tag: string; readonly from: number }
  | { readonly kind: 'char'; readonly text: string; readonly from: number };

interface Bracket {
  readonly image: boolean;
  /** Where the text behind it begins. */
  readonly from: number;
  /** Index of its token, and of the first delimiter behind it. */
  readonly token: number;
  readonly delimiters: number;
  readonly links: number;
  active: boolean;
}

class MarkReader {
  readonly #raw: string;
  readonly #labels: Labels;
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

  constructor(raw: string, labels: Labels) {
    this.#raw = raw;
    this.#labels = labels;
    this.#delimiters = new Delimiters(raw);
  }

  read(): Marks | undefined {
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
    return { tokens: this.#tokens, bold: this.#delimiters.spans, links: this.#onlyLinks() };
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
        // `![^1]` is a note behind an exclamation mark.
        if (image && raw.charAt(at + 2) === '^') return -1;
        const to = image ? at + 2 : at + 1;
        this.#brackets.push({
          image,
          from: to,
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
        return this.#character(at);
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
    if (label === undefined || !this.#labels.footnotes.has(normalise(label))) return -1;
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

  #character(at: number): number {
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
      const found = targetAt(raw, at + 1);
      if (!found || (found === 'none' && this.#labels.definitions.size > 0)) return -1;
      if (found !== 'none') {
        this.#link(bracket, at, found.url);
        this.#line += raw.slice(at, found.end).split('\n').length - 1;
        return found.end;
      }
    } else if (bracket?.active && this.#labels.definitions.size > 0) {
      const behind = referenceAt(raw, bracket.from, at, this.#labels.definitions);
      if (behind < 0) return behind;
      if (behind > 0) {
        this.#link(bracket, at, '');
        this.#others = true;
        return behind;
      }
    }
    this.#tokens.push({ kind: 'text', from: at, to: at + 1 });
    return at + 1;
  }

  /** Makes what stands between a bracket and `at` a link's text, or takes an image away. */
  #link(bracket: Bracket, at: number, url: string): void {
    this.#delimiters.resolve(bracket.delimiters, 'link');
    if (bracket.image) {
      this.#tokens.length = bracket.token;
      this.#others = true;
      return;
    }
    this.#tokens[bracket.token] = { kind: 'text', from: at, to: at };
    this.#linked.push([bracket.token, this.#tokens.length]);
    this.#links.push(url);
    for (const other of this.#brackets) if (!other.image) other.active = false;
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
const comment = /<!--(?!-?>)(?:(?!--)[^\n])*-->/y;
