/**
 * Whether a text would take the parser too long, or too deep for the stack. Said from a look at the lines alone, in
 * time that grows with the text. The figures are milliseconds, measured on an ordinary machine and rounded up.
 */
export function isTooComplex(text: string): boolean {
  return text.length > longest || (!isHarmless(text) && costOf(text) > budget);
}

/** In milliseconds; Infinity when it is too deep, or beyond the budget long before its end. */
export function costOf(text: string): number {
  let cost = text.length * 0.005;
  let footnotes = 0;
  let underlines = 0;
  let around = 0;
  const indents: number[] = [];
  const paragraph = new Paragraph();
  const endOfLine = text.includes('\r') ? endOfAnyLine : endOfUnixLine;
  for (let start = 0, next; start <= text.length; start = next) {
    const end = endOfLine(text, start);
    next = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
    const code = text.charCodeAt(start);
    // Most lines begin with a word: they stand in nothing and end every list.
    const plain = code > 62 && !Number.isNaN(code);
    const line = plain ? '' : text.slice(start, Math.min(next, text.length));
    const blank = !plain && line.trim() === '';
    const depth = plain ? 0 : nesting(line, indents);
    if (plain) indents.length = 0;
    if (depth > deepest) return Infinity;
    // A line that only runs on is looked at once for every list and quotation around it.
    around = blank ? 0 : Math.max(around, depth);
    cost += 0.08 + around * 0.05;
    if (!plain && /^ {0,3}(?:=+|-+)[ \t]*[\r\n]*$/.test(line)) underlines++;
    const marker = !plain && /^[\s>]*(?:[-+*]|\d{1,9}[.)])\s/.test(line);
    if (marker) cost += 0.25 + depth * 0.02;
    const before = paragraph.length;
    const marks = paragraph.take(text, start, end);
    cost += marks.pipes * 0.1 + marks.links * 0.12;
    footnotes += marks.footnotes;
    // Emphasis, tags and brackets are matched within one paragraph; a cell of a table is one of its own.
    if (before > 0 && (marker || marks.pipes > 1 || blank)) cost += paragraph.close();
    paragraph.keep(Math.min(next, text.length) - start);
    if (cost > budget) return Infinity;
  }
  return cost + paragraph.close() + footnotes * 0.5 + footnotes ** 2 * 2e-4 + underlines ** 2 * 2.5e-4;
}

/** Whether a text is seen at a glance to cost less than the budget, from how much there is of what costs. */
export function isHarmless(text: string): boolean {
  const { length } = text;
  // Such a run is seldom anywhere, and looked for by leaps.
  if (mayNest.test(text) && nests.test(text)) return false;
  if (length <= short) return true;
  // Tabs may lead deep in few characters, and lines that end in a bare CR are not counted.
  if (length > long || text.includes('\t') || (text.includes('\r') && bareReturn.test(text))) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  let marks = 0;
  for (mark.lastIndex = 0; mark.test(text);) marks++;
  // As if every line stood as deep as it can, every mark cost as much as the dearest, and all were one paragraph.
  const most =
    length * 0.005 +
    lines * 1.2 +
    lines ** 2 * 2.5e-4 +
    marks * (0.75 + length * 2.5e-5) +
    marks ** 2 * 4.5e-4;
  return most <= budget;
}

const bareReturn = /\r(?!\n)/;
const mayNest = /[ \t>*+\-\d.)]{12}/;
const nests = /^[ \t>*+\-\d.)]{12}/m;

/** Milliseconds. */
export const budget = 700;
const longest = 400_000;
/** So short a text stays far below the budget unless it nests. */
const short = 1000;
/** So long a text is not worth the glance. */
const long = 30_000;
const deepest = 40;

/** How many block quotations and lists a line stands in, at most; `indents` are those of the list items above it. */
function nesting(line: string, indents: number[]): number {
  let column = 0;
  let quotes = 0;
  let at = 0;
  let markers = 0;
  for (; at < line.length; at++) {
    const char = line[at] ?? '';
    if (char === ' ') column++;
    else if (char === '\t') column += 4 - (column % 4);
    else if (char === '>') {
      quotes++;
      column++;
    } else {
      const marker = /^(?:[-+*]|\d{1,9}[.)])(?=\s)/.exec(line.slice(at, at + 12));
      if (!marker) break;
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= column) indents.pop();
      indents.push(column);
      markers++;
      at += marker[0].length - 1;
      column += marker[0].length;
    }
    if (quotes > deepest || markers > deepest) break;
  }
  if (column === 0 && line.trim() !== '') indents.length = 0;
  return quotes + indents.length;
}

const CR = 13;
const LF = 10;

function endOfUnixLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function endOfAnyLine(text: string, start: number): number {
  lineEnd.lastIndex = start;
  return lineEnd.exec(text)?.index ?? text.length;
}

const lineEnd = /[\r\n]|$/g;

/** What one paragraph costs beyond its length: the parser looks from every mark for its partner. */
class Paragraph {
  length = 0;
  #kept = noMarks;
  #last = noMarks;

  /** Where the next mark stands: known so that lines without any are not searched again. */
  #next = -1;

  /** Counts the marks of a line. */
  take(text: string, start: number, end: number): Marks {
    if (this.#next < start) this.#next = nextMark(text, start);
    if (this.#next >= end) return (this.#last = noMarks);
    return (this.#last = marksIn(text, this.#next, end));
  }

  /** Adds the line that was counted last. */
  keep(length: number): void {
    this.length += length;
    if (this.#last === noMarks) return;
    const { runs, brackets, tags, declarations } = this.#kept;
    this.#kept = {
      ...this.#last,
      runs: runs + this.#last.runs,
      brackets: brackets + this.#last.brackets,
      tags: tags + this.#last.tags,
      declarations: declarations + this.#last.declarations,
    };
  }

  close(): number {
    const { runs, brackets, tags, declarations } = this.#kept;
    const cost =
      runs * 0.1 +
      runs ** 2 * 2e-4 +
      brackets ** 2 * 2.5e-5 +
      tags * 0.1 +
      (tags * 5e-6 + declarations * 2e-5) * this.length;
    this.length = 0;
    this.#kept = noMarks;
    return cost;
  }
}

interface Marks {
  readonly pipes: number;
  readonly links: number;
  readonly footnotes: number;
  /** Runs of characters that mark emphasis. */
  readonly runs: number;
  readonly brackets: number;
  readonly tags: number;
  readonly declarations: number;
}

const noMarks: Marks = {
  pipes: 0,
  links: 0,
  footnotes: 0,
  runs: 0,
  brackets: 0,
  tags: 0,
  declarations: 0,
};

function marksIn(text: string, start: number, end: number): Marks {
  let pipes = 0;
  let links = 0;
  let footnotes = 0;
  let runs = 0;
  let brackets = 0;
  let tags = 0;
  let declarations = 0;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found && found.index < end; found = mark.exec(text)) {
    const at = found.index;
    switch (text.charCodeAt(at)) {
      case 124:
        pipes++;
        break;
      case 91:
        brackets++;
        if (text.charCodeAt(at + 1) === 94) footnotes++;
        break;
      case 60:
        tags++;
        if (text.charCodeAt(at + 1) === 33 || text.charCodeAt(at + 1) === 63) declarations++;
        break;
      case 42:
      case 95:
      case 126:
        runs++;
        break;
      default:
        links++;
    }
  }
  const none = pipes + links + footnotes + runs + brackets + tags + declarations === 0;
  return none ? noMarks : { pipes, links, footnotes, runs, brackets, tags, declarations };
}

function nextMark(text: string, start: number): number {
  mark.lastIndex = start;
  return mark.exec(text)?.index ?? Infinity;
}

const mark = /[|[<@]|\*+|_+|~~+|\]\(|https?:|www\./g;
