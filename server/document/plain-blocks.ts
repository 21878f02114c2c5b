import { labelsOf, normalise, noSeeds, type Labels, type Seeds } from './labels.ts';
import { linkDefinitionsAt, seemsToDefine } from './plain-definitions.ts';
import {
  atxHeading,
  closesFence,
  contentBehind,
  fenceAt,
  htmlEnd,
  isRule,
  lineEnd,
  listMarker,
  skipBlanks,
  skipSpaces,
  trimEnd,
  underline,
} from './plain-lines.ts';
import { cellsIn, dividerOf } from './plain-table.ts';
import { PlainTree, type Container } from './plain-tree.ts';
import type { Node } from './tree.ts';

/** What a text of ordinary Markdown holds. */
export interface Plain {
  readonly nodes: readonly Node[];
  /** The labels it defines. */
  readonly own: Seeds;
  /** A fence or a block of HTML is left open: it would take in a heading behind the text. */
  readonly open: boolean;
}

/**
 * Reads ordinary Markdown many times faster than the parser, and reads it as the parser does; undefined when the text
 * holds anything out of the ordinary, such as tabs as indentation or struck-out text. `seeds` are labels that are
 * defined elsewhere.
 */
export function readPlain(text: string, seeds: Seeds = noSeeds): Plain | undefined {
  if (isExtraordinary(text)) return undefined;
  const own = seemsToDefine(text);
  const plain = new PlainReader(text, labelsOf(own, seeds)).read();
  // What looks like a definition and is none, or another, is left to the parser.
  if (plain?.own.footnotes.length !== new Set(own.footnotes).size) return undefined;
  return plain.own.definitions.length === own.definitions.length ? plain : undefined;
}

/** What only the parser knows how to read, told at a glance. */
function isExtraordinary(text: string): boolean {
  return (
    /^\uFEFF|\0|\r(?!\n)/.test(text) ||
    // The parser takes an item without text, in an item behind indented code, for a paragraph.
    (/^(?: {4}|\t)/m.test(text) && /^[ >]*(?:[-*+]|\d+[.)])[ \t]+(?:[-*+]|\d+[.)])[ \t]*$/m.test(text)) ||
    (text.includes(']:') && /\\[[\]]/.test(text))
  );
}

class PlainReader {
  readonly #text: string;
  readonly #tree: PlainTree;
  readonly #notes = new Set<string>();
  readonly #definitions: string[] = [];
  /** Lines that begin before it are read. */
  #behind = 0;

  constructor(text: string, labels: Labels) {
    this.#text = text;
    this.#tree = new PlainTree(text, labels);
  }

  read(): Plain | undefined {
    const text = this.#text;
    for (let start = 0; start < text.length && !this.#tree.strange;) {
      const { end, next } = lineEnd(text, start);
      if (start >= this.#behind) this.#line(start, end);
      start = next;
    }
    const leaf = this.#tree.leaf;
    const open = leaf !== undefined && (leaf.kind === 'fence' || leaf.kind === 'html');
    const swallows = open && this.#tree.open.length === 1;
    if (open && (leaf.kind === 'fence' || leaf.until !== 'blank') && this.#tree.open.length > 1)
      return undefined;
    this.#tree.finish();
    return this.#tree.strange
      ? undefined
      : {
          nodes: this.#tree.nodes,
          own: { definitions: this.#definitions, footnotes: [...this.#notes] },
          open: swallows,
        };
  }

  #line(start: number, end: number): void {
    const text = this.#text;
    let at = start;
    let depth = 1;
    for (; depth < this.#tree.open.length; depth++) {
      const container = this.#tree.open[depth] as Container;
      const first = skipSpaces(text, at, end);
      if (first < end && text.charCodeAt(first) === 9) return this.#tree.refuse();
      if (container.kind === 'quote') {
        if (first >= end || first - at > 3 || text.charCodeAt(first) !== 62) break;
        at = this.#behindQuote(first);
      } else if (first >= end) {
        if (container.empty) break;
        at = first;
      } else if (first - at >= container.indent) at += container.indent;
      else break;
    }
    const matched = depth === this.#tree.open.length;
    if (matched && this.#continues(at, end)) return;
    this.#begin(at, end, depth, matched);
  }

  /** Whether the line goes on with an open fence or HTML, which nothing else interrupts. */
  #continues(at: number, end: number): boolean {
    const leaf = this.#tree.leaf;
    if (leaf?.kind === 'fence') {
      const first = skipSpaces(this.#text, at, end);
      leaf.end = end;
      if (first - at <= 3 && closesFence(this.#text, first, end, leaf.fence)) {
        leaf.end = trimEnd(this.#text, at, end);
        this.#tree.finish();
      }
      return true;
    }
    if (leaf?.kind === 'html') {
      if (leaf.until === 'blank') {
        if (trimEnd(this.#text, at, end) === at) {
          this.#tree.finish();
          return true;
        }
      } else if (leaf.until.test(this.#text.slice(at, end))) {
        leaf.end = end;
        this.#tree.finish();
        return true;
      }
      leaf.end = end;
      return true;
    }
    return false;
  }

  /** Opens what the rest of a line begins; `depth` containers go on, `all` when that is every one. */
  #begin(from: number, end: number, depth: number, all: boolean): void {
    const text = this.#text;
    let at = from;
    let fresh = false;
    const breaks = all && this.#tree.leaf?.kind === 'paragraph';
    for (;;) {
      const first = skipSpaces(text, at, end);
      if (first < end && text.charCodeAt(first) === 9) {
        // A line of white space is blank whatever it is made of.
        if (trimEnd(text, first, end) === first) return this.#blank(at, end, depth, all && !fresh);
        // A tab in front of a paragraph's next line is as good as four spaces.
        if (this.#tree.leaf?.kind !== 'paragraph' || this.#tree.open.length > 1) return this.#tree.refuse();
        return void this.#tree.leaf.lines.push(skipBlanks(text, first, end), end);
      }
      if (first >= end) return this.#blank(at, end, depth, all && !fresh);
      const goesOn = all && !fresh;
      const paragraph = this.#tree.leaf?.kind === 'paragraph' && !fresh ? this.#tree.leaf : undefined;
      if (first - at >= 4) {
        if (paragraph) return void paragraph.lines.push(first, end);
        return this.#indented(at, end, depth, goesOn);
      }
      const code = text.charCodeAt(first);
      if (code === 62) {
        this.#tree.close(depth);
        at = this.#behindQuote(first);
        this.#tree.push('quote', 0, { start: first, end });
        depth = this.#tree.open.length;
        fresh = true;
        continue;
      }
      if (code === 45 || code === 42 || code === 43 || (code >= 48 && code <= 57)) {
        const next = this.#item(at, first, end, depth, fresh ? breaks : goesOn && paragraph !== undefined);
        if (next >= 0) {
          at = next;
          depth = this.#tree.open.length;
          fresh = true;
          continue;
        }
      }
      if (code === 91 && at === from && this.#define(first, depth)) return;
      if (code === 91 && text.charCodeAt(first + 1) === 94) {
        const behind = this.#note(first, end, depth);
        if (behind >= 0) {
          at = behind;
          depth = this.#tree.open.length;
          fresh = true;
          continue;
        }
      }
      if (this.#block(code, first, end, depth, goesOn, paragraph)) return;
      if (paragraph) {
        if (goesOn && this.#table(paragraph, first, end)) return;
        return void paragraph.lines.push(first, end);
      }
      if (this.#tree.leaf?.kind === 'table' && goesOn) {
        this.#tree.leaf.rows.push(cellsIn(text, first, end));
        this.#tree.leaf.end = end;
        return;
      }
      this.#tree.close(depth);
      this.#tree.begin({ kind: 'paragraph', lines: [first, end] });
      return;
    }
  }

  #blank(at: number, end: number, depth: number, all: boolean): void {
    const leaf = this.#tree.leaf;
    if (leaf?.kind === 'code' && all) {
      if (at < end && this.#tree.open.some(({ kind }) => kind === 'quote')) return this.#tree.refuse();
      leaf.blank += `\n${this.#text.slice(Math.min(at + 4, end), end)}`;
      return;
    }
    // A container ends at a blank line only when it is not one of its lines.
    this.#tree.close(depth);
  }

  /** Blocks of one line, and what opens fences and HTML. */
  #block(
    code: number,
    first: number,
    end: number,
    depth: number,
    goesOn: boolean,
    paragraph: { readonly lines: number[] } | undefined,
  ): boolean {
    const text = this.#text;
    if (code === 35) {
      const heading = atxHeading(text, first, end);
      if (!heading) return false;
      this.#tree.close(depth);
      this.#tree.addHeading(heading.depth, [heading.start, heading.end], { start: first, end });
      return true;
    }
    if (goesOn && paragraph && (code === 61 || code === 45)) {
      const level = underline(text, first, end);
      if (level) {
        this.#tree.leaf = undefined;
        this.#tree.addHeading(level, paragraph.lines, { start: paragraph.lines[0] ?? 0, end });
        return true;
      }
    }
    if ((code === 45 || code === 42 || code === 95) && isRule(text, first, end)) {
      this.#tree.close(depth);
      this.#tree.add({ kind: 'rule', span: { start: first, end: trimEnd(text, first, end) } });
      return true;
    }
    if (code === 96 || code === 126) {
      const fence = fenceAt(text, first, end);
      if (!fence) return false;
      this.#tree.close(depth);
      this.#tree.begin({ kind: 'fence', fence, start: first, end: trimEnd(text, first, end) });
      return true;
    }
    if (code === 60) return this.#html(first, end, depth, goesOn && paragraph !== undefined);
    return false;
  }

  #html(first: number, end: number, depth: number, interrupts: boolean): boolean {
    const until = htmlEnd(this.#text, first, interrupts);
    if (until === undefined) return false;
    // The parser has ways of its own with tables, and with paragraphs that run on behind a container.
    if (this.#tree.leaf?.kind === 'table' || (this.#tree.leaf?.kind === 'paragraph' && !interrupts)) {
      this.#tree.refuse();
      return true;
    }
    this.#tree.close(depth);
    this.#tree.begin({ kind: 'html', until, start: first, end });
    // `<!-->` is a comment, and one may end where it begins.
    if (until !== 'blank' && until.test(this.#text.slice(first + 1, end))) this.#tree.finish();
    return true;
  }

  #indented(at: number, end: number, depth: number, goesOn: boolean): void {
    const line = this.#text.slice(at + 4, end);
    if (this.#tree.leaf?.kind === 'table' || !goesOn) return this.#tree.refuse();
    if (this.#tree.leaf?.kind === 'code') {
      this.#tree.leaf.value += `${this.#tree.leaf.blank}\n${line}`;
      this.#tree.leaf.blank = '';
      this.#tree.leaf.end = end;
      return;
    }
    this.#tree.close(depth);
    this.#tree.begin({ kind: 'code', start: at, end, value: line, blank: '' });
  }

  /** Opens a list item; gives the offset behind its marker, or -1 when the line begins none. */
  #item(at: number, first: number, end: number, depth: number, interrupts: boolean): number {
    const text = this.#text;
    const marker = listMarker(text, first);
    if (!marker || (!marker.ordered && isRule(text, first, end))) return -1;
    const behind = first + marker.length;
    const place = contentBehind(text, behind, end);
    if (!place) {
      this.#tree.refuse();
      return -1;
    }
    const { bare } = place;
    /** Such a line does not interrupt what it stands in. */
    const yields = bare || (marker.ordered && !marker.isOne);
    if (interrupts && yields) {
      // The parser takes a list inside of one that breaks a paragraph for breaking it, too.
      if (this.#tree.leaf === undefined) this.#tree.refuse();
      return -1;
    }
    // Behind indented code, and be it further up, such a line is no item to the parser, unless lists stand above.
    if (this.#tree.leaf?.kind === 'code' && yields) {
      if (bare || this.#tree.nodes.some(({ kind }) => kind === 'list' || kind === 'quote' || kind === 'note'))
        this.#tree.refuse();
      return -1;
    }
    this.#tree.close(depth);
    this.#tree.pushItem(marker, first - at + marker.length + place.columns, { start: first, end });
    return place.at;
  }

  /** Takes definitions of links; false when there are none of the simple kind. */
  #define(first: number, depth: number): boolean {
    if (depth > 1 || this.#tree.leaf !== undefined) return false;
    const definitions = linkDefinitionsAt(this.#text, first);
    if (!definitions) {
      this.#tree.refuse();
      return true;
    }
    const last = definitions.at(-1);
    if (!last) return false;
    this.#tree.close(depth);
    for (const { label, span } of definitions) {
      this.#definitions.push(label);
      this.#tree.add({ kind: 'rule', span });
    }
    this.#behind = last.span.end;
    return true;
  }

  /** Opens the definition of a note; gives the offset behind its label, or -1 when the line begins none. */
  #note(first: number, end: number, depth: number): number {
    const label = /\[\^([^\s[\]\\]+)\]:[ \t]*/y;
    label.lastIndex = first;
    const found = label.exec(this.#text);
    if (!found) return -1;
    const name = normalise(found[1] ?? '');
    // Inside of others, twice, or without a text they are left to the parser.
    if (depth > 1 || this.#notes.has(name) || label.lastIndex >= end) this.#tree.refuse();
    this.#notes.add(name);
    this.#tree.close(depth);
    this.#tree.push('note', 4, { start: first, end });
    return label.lastIndex;
  }

  #behindQuote(mark: number): number {
    const code = this.#text.charCodeAt(mark + 1);
    if (code === 9) this.#tree.refuse();
    return code === 32 ? mark + 2 : mark + 1;
  }

  /** A second line that divides columns makes the first the head of a table. */
  #table(paragraph: { readonly lines: number[] }, first: number, end: number): boolean {
    const columns = dividerOf(this.#text, first, end);
    if (columns === 0) return false;
    const { lines } = paragraph;
    const head = cellsIn(this.#text, lines.at(-2) ?? 0, lines.at(-1) ?? 0);
    if (head.length / 2 !== columns) return false;
    if (lines.length > 2) {
      this.#tree.refuse();
      return true;
    }
    this.#tree.leaf = { kind: 'table', rows: [head], start: lines[0] ?? 0, end };
    return true;
  }
}
