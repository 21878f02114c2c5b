import { cellsOf } from './cells.ts';

/** A line of a document with the part to point at. Columns count from 0 in UTF-16 units; carets in terminal cells. */
export interface Frame {
  readonly code: string;
  readonly indent: number;
  readonly carets: number;
}

/** Cuts a window of at most `most` cells out of a line, around what is pointed at. */
export function frameOf(line: string, start: number, end: number, most = 100): Frame {
  const plain = visible(line);
  let from = 0;
  let lead = '';
  if (cellsOf(plain.slice(0, 4 * most)) > most && start > most / 4) {
    from = whole(plain, backBy(plain, start, most / 4));
    lead = from > 0 ? '…' : '';
  }
  let to = from;
  let width = cellsOf(lead);
  let carets = 0;
  let indent = width;
  for (const char of plain.slice(from, from + 4 * most)) {
    const cells = cellsOf(char);
    if (width + cells > most - 1 && to + char.length < plain.length) break;
    width += cells;
    if (to < start) indent += cells;
    else if (to < end) carets += cells;
    to += char.length;
  }
  return {
    code: lead + plain.slice(from, to) + (to < plain.length ? '…' : ''),
    indent,
    carets: Math.max(1, carets),
  };
}

/** Control characters and those that turn the direction of writing must not reach a terminal. Keeps the length. */
export const visible = (text: string): string =>
  text.replace(/\t/g, ' ').replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');

/** The offset that lies `cells` terminal cells in front of `at`. */
function backBy(text: string, at: number, cells: number): number {
  let back = at;
  let width = 0;
  while (back > 0 && width < cells) width += cellsOf(text[--back] ?? '');
  return back;
}

/** Not between the halves of a surrogate pair. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);
