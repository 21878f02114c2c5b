import type { Span } from '../text/span.ts';
import { FlatBuilder } from './flat.ts';
import { takeTag } from './inline.ts';
import type { Labels } from './labels.ts';
import { withoutLeftovers } from './leftovers.ts';
import { trimEnd } from './plain-lines.ts';
import { readMarks, type Marks } from './plain-marks.ts';
import type { Words } from './tree.ts';

/**
 * The words of a paragraph whose lines stand at these offsets (start and end in turns), as the Markdown parser would
 * give them; undefined when they hold something out of the ordinary.
 */
export function plainWords(text: string, labels: Labels, lines: readonly number[]): Words | undefined {
  const last = lines.length - 1;
  const start = lines[0] ?? 0;
  const end = trimEnd(text, lines[last - 1] ?? 0, lines[last] ?? 0);
  if (lines.length === 2) {
    const line = text.slice(start, end);
    if (!special.test(line)) {
      const builder = new FlatBuilder();
      builder.add(line, start);
      return { flat: withoutLeftovers(builder.flat()), bold: [], links: !/\p{L}/u.test(line) };
    }
    return wordsOf({ raw: line, rawStarts: [0], starts: [start], ends: [end] }, labels);
  }
  let raw = '';
  const rawStarts: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < lines.length; i += 2) {
    if (i > 0) raw += '\n';
    rawStarts.push(raw.length);
    starts.push(lines[i] ?? 0);
    ends.push(i + 1 === last ? end : (lines[i + 1] ?? 0));
    raw += text.slice(lines[i], ends.at(-1));
  }
  return wordsOf({ raw, rawStarts, starts, ends }, labels);
}

const special = /[\\`*_[\]<&~@]|https?:|www\./i;

/**
 * Left to the Markdown parser: struck-out text, comments of several lines, notes, addresses with marks in them, and
 * where one mark of emphasis touches the other, or one that is escaped: which of them count?
 */
function strange(raw: string): boolean {
  if (/~~|<(?:\?|!(?!--(?!-?>)(?:(?!--)[^\n])*-->))|\[\^[^\]]*\]\(|\*_|_\*|\\[*_~][*_]/.test(raw))
    return true;
  if (!/@|www\.|https?:/i.test(raw)) return false;
  // In code, in tags and in links addresses are no links of their own.
  const bare = raw.replace(
    /`+[^`]*`+|(?<!\\)<[^<>]*>|\[[^[\]]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g,
    '`',
  );
  for (const [mail] of bare.matchAll(/[\w+.-]*@[\w.-]*/g)) if (mail.includes('_')) return true;
  for (const [url] of bare.matchAll(/(?:www\.|https?:\/\/)[^\s<]*/gi)) {
    if (/[\\`*_[\]~]|&\w+;/.test(url.replace(/[!"'),*.:;?_~]+$/, ''))) return true;
  }
  return false;
}

/** Lines put together. */
interface Lines {
  readonly raw: string;
  /** Where each line begins in `raw`, and where it begins and ends in the text. */
  readonly rawStarts: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function wordsOf(lines: Lines, labels: Labels): Words | undefined {
  const marks = strange(lines.raw) ? undefined : readMarks(lines.raw, labels);
  return marks && withoutMarks(lines, marks);
}

function withoutMarks({ raw, rawStarts, starts, ends }: Lines, marks: Marks): Words {
  const walk = { struck: 0, flat: new FlatBuilder(), cursor: 0 };
  let line = 0;
  const originOf = (at: number): number => {
    while ((rawStarts[line + 1] ?? Infinity) <= at) line++;
    return (starts[line] ?? 0) + at - (rawStarts[line] ?? 0);
  };
  const add = (from: number, to: number): void => {
    if (walk.struck === 0 && to > from) walk.flat.add(raw.slice(from, to), originOf(from));
  };
  for (const token of marks.tokens) {
    if (token.kind === 'text') add(token.from, token.to);
    else if (token.kind === 'delimiter') add(token.delimiter.start, token.delimiter.end);
    else if (token.kind === 'tag') {
      walk.cursor = originOf(token.from);
      takeTag(token.tag, walk);
    } else if (walk.struck > 0) continue;
    else if (token.kind === 'char') walk.flat.add(token.text, originOf(token.from));
    else {
      const soft = raw.charCodeAt(token.at) === 10;
      walk.flat.add('\n', soft ? (ends[token.line] ?? 0) : originOf(token.at));
    }
  }
  const bold = marks.bold.map(({ start, end }): Span => {
    line = 0;
    const from = originOf(start);
    return { start: from, end: originOf(end - 1) + 1 };
  });
  return { flat: withoutLeftovers(walk.flat.flat()), bold, links: marks.links };
}
