/** A line of Markdown and what it stands in, as far as a rewriting must know. */
export interface SourceLine {
  readonly text: string;
  readonly kind: 'front matter' | 'code' | 'html' | 'table' | 'prose';
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): SourceLine[] {
  const lines = text.split(/\r\n|\r|\n/);
  let fence: string | undefined;
  // Some forget the rule above it.
  const ends = lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)$/.test(line));
  let front = ends > 0 && (lines[0] === '---' || /^\w+:/.test(lines[0] ?? ''));
  let comment = false;
  return lines.map((line, i): SourceLine => {
    if (front) {
      if (i === ends) front = false;
      return { text: line, kind: 'front matter' };
    }
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return { text: line, kind: 'code' };
    }
    if (mark) {
      fence = mark;
      return { text: line, kind: 'code' };
    }
    if (/<!--/.test(line) && !/-->/.test(line)) comment = true;
    if (comment || /^\s*<|<\/?[a-z][^>]*>|<!--|^\s*\[[^\]]+\]:|\{[%{]/i.test(line)) {
      if (/-->/.test(line)) comment = false;
      return { text: line, kind: 'html' };
    }
    return { text: line, kind: /^\s*\||\|\s*$/.test(line) ? 'table' : 'prose' };
  });
}

/** Rewrites the lines that hold text, tables included. */
export const inProse = (text: string, rewrite: (line: string) => string): string =>
  linesOf(text)
    .map(({ text: line, kind }) => (kind === 'prose' || kind === 'table' ? rewrite(line) : line))
    .join('\n');

/** A line of running text: no heading, item, quotation, rule or indented block. */
export const isPlainLine = (line: string): boolean =>
  /^[^\s#>|+*=_~-]/.test(line) && !/^\d+[.)]\s/.test(line);
