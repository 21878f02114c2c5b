import type { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

/** A span as people and formats count it: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface Place {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf({ start, end }: Span, lines: Lines): Place {
  const first = lines.lineAt(start);
  const from = Math.min(start, lines.endOf(first));
  // An end at the start of a line belongs to the line before it.
  let last = lines.lineAt(Math.max(start, end));
  if (last > first && lines.startOf(last) === end) last--;
  const to = Math.min(Math.max(start, end), lines.endOf(last));
  return {
    startLine: first + 1,
    startColumn: from - lines.startOf(first) + 1,
    endLine: last + 1,
    endColumn: to - lines.startOf(last) + 1,
  };
}
