/** Line starts of a text. Lines and characters count from 0 here; `\n`, `\r\n` and `\r` end a line. */
export class Lines {
  readonly #text: string;
  #known: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get #starts(): readonly number[] {
    return (this.#known ??= startsIn(this.#text));
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The line (from 0) that holds `offset`; offsets outside the text are clamped. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
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

function startsIn(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
