import { OpenBlocks } from './open-blocks.ts';

/** A place where a document may be cut: the start of a line with an ATX heading, or of a clause behind a blank line. */
export interface Candidate {
  readonly offset: number;
  readonly kind: 'heading' | 'clause';
}

/** Whether every block that began above is closed at a candidate; the two in the middle are guesses. */
export type Closed = 'certainly' | 'likely' | 'hardly' | 'never';

/** Between two headings, a stretch longer than this is cut further, at clauses behind blank lines. */
const long = 4000;
/** … into pieces no shorter than this, and where no clause begins, at any paragraph once it is this long. */
const short = 1500;
const enough = 8000;

/**
 * The pieces of `text` from `start` on, in order. `isClosed` says of a piece whether nothing in it is left open at
 * its end; a piece is joined with the next one until it is. So a wrong candidate makes a piece larger, never wrong.
 * `isEnd` says of a cut at a heading that what follows is known.
 */
export function cut(
  text: string,
  start: number,
  isClosed: (piece: string, likely: boolean) => boolean,
  isEnd: (offset: number) => boolean = () => false,
): string[] {
  const pieces: string[] = [];
  let from = start;
  let tried = 0;
  const open = new OpenBlocks(text, start);
  for (const { offset, kind } of candidates(text, start)) {
    const length = offset - from;
    if (length === 0 || (kind === 'clause' && !isLong(text, from, offset, short))) continue;
    const closed = open.at(offset);
    if (closed === 'never') continue;
    const piece = text.slice(from, offset);
    if (closed !== 'certainly') {
      // What was refused is tried again only when much has come to it, or a long fence costs its square.
      if (length < tried * 1.5) continue;
      if (!isClosed(piece, closed === 'likely')) {
        tried = length;
        continue;
      }
    }
    pieces.push(piece);
    if (kind === 'heading' && isEnd(offset)) return pieces;
    from = offset;
    tried = 0;
    open.restart();
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

function* candidates(text: string, start: number): Generator<Candidate> {
  // Without `^`, which every character would be asked for.
  const heading = /#{1,6}(?:[ \t]|$)/gm;
  heading.lastIndex = start;
  let from = start;
  for (;;) {
    const match = heading.exec(text);
    if (match && !beginsLine(text, match.index)) continue;
    const to = match?.index ?? text.length;
    if (isLong(text, from, to, long)) yield* clauses(text, from, to);
    if (!match) return;
    yield { offset: to, kind: 'heading' };
    from = to;
  }
}

/**
 * Lines behind a blank line that begin a block of their own, whatever stands above: they are not indented, and no
 * list, quotation, table, fence or HTML begins on them. Not inside a run of lettered items or behind a colon: those
 * belong together.
 */
function* clauses(text: string, from: number, to: number): Generator<Candidate> {
  const blank = /^[ \t]*(?:\r\n|\r|\n)(?=[^\s\-+*>=~`<[|:_#\\&\uFEFF]|\*\*[^\s*])/gm;
  blank.lastIndex = from;
  let last = from;
  for (let match = blank.exec(text); match && match.index < to; match = blank.exec(text)) {
    const offset = match.index + match[0].length;
    if (offset >= to || !beginsLine(text, match.index) || match.index === from) continue;
    const line = lineFrom(text, offset);
    if (/^\d{1,9}[.)](?:\s|$)/.test(line) || item.test(line)) continue;
    if (/[:：;；,，][*_"”’\s]*$/.test(text.slice(Math.max(from, match.index - 12), match.index))) continue;
    if (!clause.test(line) && !isLong(text, last, offset, enough)) continue;
    yield { offset, kind: 'clause' };
    last = offset;
  }
}

/** Whether a stretch is at least so long; `\r\n` counts once, or a document would be cut otherwise with such line ends. */
function isLong(text: string, from: number, to: number, least: number): boolean {
  const more = to - from - least;
  if (more < 0 || more > to - from - more) return more >= 0;
  const stretch = text.slice(from, to);
  let pairs = 0;
  for (let at = stretch.indexOf('\r\n'); at >= 0; at = stretch.indexOf('\r\n', at + 2)) pairs++;
  return more >= pairs;
}

/** What is never the beginning of a clause: `(a)`, `a.`, `（一）`, `（1）`, `①`, `i)`. */
const item = /^(?:[（(]\s*[\w一二三四五六七八九十]{1,5}\s*[)）]|[A-Za-z]{1,4}[.)]\s|[①-⒛])/;
const clause =
  /^(?:\*\*|第[一二三四五六七八九十百零〇两兩\d]+[编編篇部章节節条條]|[一二三四五六七八九十]+、|\d+(?:\.\d+)+|\d+、|(?:Section|Article|Clause|Part|Schedule|Annex|Appendix|Exhibit|SECTION|ARTICLE|PART|SCHEDULE|ANNEX|APPENDIX|EXHIBIT)\s|附[件录錄表]|[A-Z][A-Z ,&-]{3,60}$)/;

/** Between `\r` and `\n` no line begins, though `^` says so. */
function beginsLine(text: string, at: number): boolean {
  const before = text[at - 1];
  return at === 0 || before === '\n' || (before === '\r' && text[at] !== '\n');
}

function lineFrom(text: string, offset: number): string {
  const stop = text.slice(offset, offset + 100).search(/[\r\n]/);
  return text.slice(offset, stop < 0 ? offset + 100 : offset + stop);
}
