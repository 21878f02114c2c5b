import type { Span } from '../text/span.ts';

/** What stands inside a fence, as offsets into its source; undefined when the source is no fence. */
export function fenceContent(source: string): Span | undefined {
  if (!/^\s*(?:`{3}|~{3})/.test(source)) return undefined;
  const start = /^[^\r\n]*(?:\r\n|\r|\n)?/.exec(source)?.[0].length ?? 0;
  const close = /(?:\r\n|\r|\n)[ \t>]{0,40}(?:`{3,}|~{3,})[ \t]*$/.exec(source)?.index;
  return { start, end: Math.max(start, close ?? source.length) };
}

/** Whether a fence says that it holds a program or data: ```yaml. */
export function isProgram(source: string): boolean {
  const info = /^\s*(?:`{3,}|~{3,})[ \t]*([^\s`{]*)/.exec(source)?.[1] ?? '';
  return info !== '' && !/^(?:te?xt|md|markdown|plain(?:text)?|none)$/i.test(info);
}

/**
 * Indented text without the indentation that made it code, and where its characters stood. The first line may have
 * lost its own already; what is indented further stays so.
 */
export function dedent(source: string): { readonly text: string; readonly at: readonly number[] } {
  const lines = [...source.matchAll(/[^\r\n]*(?:\r\n|\r|\n|(?![^]))/g)];
  const indents = lines.slice(1).filter(([line]) => line.trim() !== '');
  const shared = Math.min(4, ...indents.map(([line]) => indentOf(line)));
  let text = '';
  const at: number[] = [];
  lines.forEach((match, i) => {
    const [line] = match;
    const drop = i === 0 ? Math.min(4, indentOf(line)) : Math.min(shared, indentOf(line));
    text += line.slice(drop);
    for (let c = drop; c < line.length; c++) at.push(match.index + c);
  });
  return { text, at };
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
