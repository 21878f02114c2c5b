import { joinWith, plainFlat, type Flat } from './flat.ts';
import type { Span } from '../text/span.ts';

/** A table drawn with characters, as Pandoc reads it: to Markdown it is a paragraph with rules in it. */
export interface DrawnTable {
  readonly span: Span;
  readonly header: readonly Flat[];
  readonly rows: readonly (readonly Flat[])[];
}

/** Grid tables (`+---+---+`) and simple or multi-line tables (`---- ----`) of a section. */
export function drawnTables(text: string): DrawnTable[] {
  if (!text.includes('--') && !text.includes('+')) return [];
  if (!/^ {0,3}\+[-=:]{2,}[-=:+]*\+[ \t]*\r?$/m.test(text) && !rule.test(text)) return [];
  const lines = cutLines(text);
  const tables: DrawnTable[] = [];
  for (let i = 0; i < lines.length; i++) {
    const found = gridAt(lines, i) ?? simpleAt(lines, i);
    if (!found) continue;
    tables.push(found.table);
    i = found.next - 1;
  }
  return tables;
}

const rule = /^ {0,3}-{3,}(?: +-{3,})+[ \t]*\r?$/m;

interface Line {
  readonly text: string;
  readonly start: number;
}

interface Found {
  readonly table: DrawnTable;
  /** Index of the first line behind it. */
  readonly next: number;
}

function cutLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const end of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ text: text.slice(start, end.index), start });
    start = end.index + end[0].length;
  }
  if (start < text.length) lines.push({ text: text.slice(start), start });
  return lines;
}

const border = /^ {0,3}\+(?:[-=:]+\+)+[ \t]*$/;

function gridAt(lines: readonly Line[], from: number): Found | undefined {
  const first = lines[from];
  if (!first || !border.test(first.text)) return undefined;
  let next = from + 1;
  while (next < lines.length && /^ {0,3}[|+]/.test(lines[next]?.text ?? '')) next++;
  const columns = [...first.text.matchAll(/\+/g)].map((plus) => plus.index);
  const rows: Flat[][] = [];
  let header: Flat[] = [];
  let open: Line[] = [];
  for (const line of lines.slice(from + 1, next)) {
    if (!/^ {0,3}\+[-=:+ ]+$/.test(line.text)) {
      open.push(line);
      continue;
    }
    if (open.length > 0) rows.push(columns.slice(0, -1).map((_, c) => gridCell(open, columns, c)));
    open = [];
    if (line.text.includes('=') && rows.length > 0 && header.length === 0) header = rows.pop() ?? [];
  }
  if (open.length > 0) rows.push(columns.slice(0, -1).map((_, c) => gridCell(open, columns, c)));
  return { table: { span: spanOf(lines, from, next), header, rows }, next };
}

function gridCell(lines: readonly Line[], columns: readonly number[], column: number): Flat {
  const parts = lines.map(({ text, start }) => {
    // Wide characters shift the bars; then they are counted.
    const straight = columns.every((at) => /[|+]/.test(text[at] ?? ''));
    const bars = straight ? columns : [...text.matchAll(/[|]/g)].map((bar) => bar.index);
    const from = (bars[column] ?? text.length) + 1;
    return cell(text, start, from, bars[column + 1] ?? text.length);
  });
  return joinCell(parts);
}

function simpleAt(lines: readonly Line[], at: number): Found | undefined {
  const line = lines[at];
  if (!line || !rule.test(line.text)) return undefined;
  const columns = [...line.text.matchAll(/-+/g)].map((run) => run.index);
  const isRule = (text: string): boolean => /^ {0,3}-{3,}(?: +-{3,})*[ \t]*$/.test(text);
  // Above: a line of heads, or several below a long rule.
  let top = at;
  while (top > 0 && at - top < 12 && !isRule(lines[top - 1]?.text ?? '')) top--;
  const multi = top > 0 && top < at && isRule(lines[top - 1]?.text ?? '');
  const heads = multi ? lines.slice(top, at) : lines.slice(Math.max(0, at - 1), at);
  const headed = heads.some(({ text }) => text.trim() !== '');
  const rows: Line[][] = [[]];
  let next = at + 1;
  let ended = false;
  for (; next < lines.length && next < at + 400; next++) {
    const text = lines[next]?.text ?? '';
    if (isRule(text)) {
      ended = true;
      next++;
      break;
    }
    if (text.trim() === '') {
      if (!multi) break;
      rows.push([]);
    } else if (multi) rows.at(-1)?.push(lines[next] as Line);
    else rows.push([lines[next] as Line]);
  }
  const filled = rows.filter((row) => row.length > 0);
  if (filled.length === 0 || (multi || !headed ? !ended : false)) return undefined;
  const cellsOf = (row: readonly Line[]): Flat[] =>
    columns.map((from, c) =>
      joinCell(row.map(({ text, start }) => cell(text, start, from, columns[c + 1] ?? text.length))),
    );
  const from = multi ? top - 1 : headed ? at - 1 : at;
  return {
    table: {
      span: spanOf(lines, from, next),
      header: headed ? cellsOf(heads) : [],
      rows: filled.map(cellsOf),
    },
    next,
  };
}

function cell(text: string, start: number, from: number, to: number): Flat {
  const inside = text.slice(from, to);
  const lead = inside.length - inside.trimStart().length;
  return plainFlat(inside.trim(), start + from + lead);
}

const joinCell = (parts: readonly Flat[]): Flat =>
  joinWith(
    parts.filter((part) => part.text !== ''),
    '\n',
  );

function spanOf(lines: readonly Line[], from: number, next: number): Span {
  const last = lines[next - 1];
  return { start: lines[from]?.start ?? 0, end: last ? last.start + last.text.length : 0 };
}
