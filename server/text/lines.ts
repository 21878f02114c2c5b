import type { Difference } from './difference.ts';
import { positionOf } from './ordered.ts';

/** Line starts of a text. Lines and characters count from 0 here; `\n`, `\r\n` and `\r` end a line. */
export class Lines {
  readonly #text: string;
  #known: readonly number[] | undefined;
  #before: Before | undefined;

  /** `before` are the lines of the text before, and where this one differs from it: what is known of them is taken over. */
  constructor(text: string, before?: { readonly lines: Lines; readonly difference: Difference }) {
    this.#text = text;
    const starts = before && before.lines.#known;
    if (starts) this.#before = { starts, difference: before.difference };
  }

  get #starts(): readonly number[] {
    if (!this.#known) {
      this.#known = this.#before ? startsAfter(this.#before, this.#text) : startsIn(this.#text);
      this.#before = undefined;
    }
    return this.#known;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The line (from 0) that holds `offset`; offsets outside the text are clamped. */
  lineAt(offset: number): number {
    return Math.max(0, positionOf(offset + 1, this.#starts) - 1);
  }

  /** The offset at which a line begins; past the last line, the length of the text. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The offset behind a line's last character, before its line end. */
  endOf(line: number): number {
    let end = this.startOf(line + 1);
    while (end > this.startOf(line) && '\r\n'.includes(this.#text[end - 1] ?? '')) end--;
    return end;
  }

  textOf(line: number): string {
    return this.#text.slice(this.startOf(line), this.endOf(line));
  }
}

interface Before {
  readonly starts: readonly number[];
  readonly difference: Difference;
}

function startsAfter({ starts, difference: { start, oldEnd, end } }: Before, text: string): number[] {
  // A line that starts where both texts are the same needs the same in front of it, too; a CR looks one unit further.
  const head = Math.max(1, positionOf(start, starts));
  const found = starts.slice(0, head);
  for (let at = Math.max(0, start - 1); at < end; at++) if (endsLine(text, at)) found.push(at + 1);
  for (let i = positionOf(oldEnd + 1, starts); i < starts.length; i++)
    found.push((starts[i] ?? 0) + end - oldEnd);
  return found;
}

function startsIn(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) if (endsLine(text, at)) starts.push(at + 1);
  return starts;
}

function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10);
}
