/**
 * Whether a text would take the parser too long, or too deep for the stack. Said from a look at the lines alone, in
 * time that grows with the text. The figures are milliseconds, measured on an ordinary machine and rounded up.
 */
export function isTooComplex(text: string): boolean {
  if (text.length > longest) return true;
  let cost = text.length * 0.005;
  let footnotes = 0;
  let underlines = 0;
  let around = 0;
  const indents: number[] = [];
  const paragraph = new Paragraph();
  for (const [line] of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|(?![^]))/g)) {
    const depth = nesting(line, indents);
    if (depth > deepest) return true;
    // A line that only runs on is looked at once for every list and quotation around it.
    around = line.trim() === '' ? 0 : Math.max(around, depth);
    cost += 0.08 + around * 0.05;
    if (/^ {0,3}(?:=+|-+)[ \t]*[\r\n]*$/.test(line)) underlines++;
    const marker = /^[\s>]*(?:[-+*]|\d{1,9}[.)])\s/.test(line);
    if (marker) cost += 0.25 + depth * 0.02;
    const pipes = count(line, /\|/g);
    cost += pipes * 0.1 + count(line, /\]\(|https?:|www\.|@/g) * 0.12;
    footnotes += count(line, /\[\^/g);
    // Emphasis, tags and brackets are matched within one paragraph; a cell of a table is one of its own.
    if (marker || pipes > 1 || line.trim() === '') cost += paragraph.close();
    paragraph.add(line);
    if (cost > budget) return true;
  }
  cost += paragraph.close() + footnotes * 0.5 + footnotes ** 2 * 2e-4 + underlines ** 2 * 2.5e-4;
  return cost > budget;
}

/** Milliseconds. */
const budget = 700;
const longest = 400_000;
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

const count = (line: string, pattern: RegExp): number => line.match(pattern)?.length ?? 0;

/** What one paragraph costs beyond its length: the parser looks from every mark for its partner. */
class Paragraph {
  #length = 0;
  #runs = 0;
  #brackets = 0;
  #tags = 0;
  #declarations = 0;

  add(line: string): void {
    this.#length += line.length;
    this.#runs += count(line, /\*+|_+|~~+/g);
    this.#brackets += count(line, /\[/g);
    this.#tags += count(line, /</g);
    this.#declarations += count(line, /<[!?]/g);
  }

  close(): number {
    const cost =
      this.#runs * 0.1 +
      this.#runs ** 2 * 2e-4 +
      this.#brackets ** 2 * 2.5e-5 +
      this.#tags * 0.1 +
      (this.#tags * 5e-6 + this.#declarations * 2e-5) * this.#length;
    this.#length = this.#runs = this.#brackets = this.#tags = this.#declarations = 0;
    return cost;
  }
}
