import { isBlank, trimEnd } from './plain-lines.ts';

/** The cells of a table's row, as offsets without the white space around them: start and end in turns. */
export function cellsIn(text: string, start: number, end: number): number[] {
  let at = start;
  let stop = trimEnd(text, start, end);
  while (at < stop && isBlank(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) === 124) at++;
  if (stop > at && text.charCodeAt(stop - 1) === 124) stop--;
  else if (stop <= at) return [];
  const cells: number[] = [];
  for (;;) {
    const bar = text.indexOf('|', at);
    const last = bar < 0 || bar >= stop;
    const to = last ? stop : bar;
    let from = at;
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    cells.push(from, trimEnd(text, from, to));
    if (last) return cells;
    at = bar + 1;
  }
}

/** How many columns a line such as `|---|:-:|` divides; 0 when it is none. */
export function dividerOf(text: string, start: number, end: number): number {
  const line = text.slice(start, end);
  if (!/[|:]/.test(line) || !divider.test(line)) return 0;
  return cellsIn(text, start, end).length / 2;
}

const divider = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
