import { branchLetters, follows, readNumber, type LeadingNumber } from './clause-number.ts';
import { headingLevel, width } from './clauses.ts';
import { joinWith, linesOf, sliceFlat, type Flat } from './flat.ts';

/** A stretch of a paragraph that is read alone. */
export interface Piece {
  readonly flat: Flat;
  readonly number: LeadingNumber | undefined;
  /** Level of a heading, when it looks like one. */
  readonly level: number | undefined;
}

/**
 * Cuts a paragraph at its numbered lines: what Markdown joins, the author wrote as clauses. A number that only came
 * to the start of a line by wrapping cuts nothing. `isBold` says whether the words of a line stand in bold; `own` is the
 * number that Markdown took off the first line.
 */
export function cutLines(
  flat: Flat,
  isBold: (words: Flat, line: Flat) => boolean,
  own?: LeadingNumber,
): Piece[] {
  const lines = linesOf(flat)
    .map(trimmed)
    .filter((line, _, all) => line.text !== '' && !(all.length > 1 && isPageNumber(line.text)));
  const [only] = lines;
  if (only && lines.length === 1) {
    const number = readNumber(only.text);
    const bold = isBold(sliceFlat(only, number?.length ?? 0), only);
    return [{ flat: only, number, level: headingLevel(only.text, { number, bold }) }];
  }
  const numbers = lines.map((line) => readNumber(line.text));
  // Without the number: a clause is no other one when it is counted otherwise.
  const widths = lines.map((line, i) => width(line.text.slice(numbers[i]?.length ?? 0)));
  const widest = widths.reduce((most, own) => Math.max(most, own), 0);
  const pieces: OpenPiece[] = [];
  const series = new Map<string, LeadingNumber>();
  lines.forEach((line, i) => {
    const number = numbers[i];
    const look = { number, bold: isBold(sliceFlat(line, number?.length ?? 0), line) };
    // A line that ends long before the margin was ended on purpose.
    const alone = look.bold || number?.length === line.text.length || (widths[i] ?? 0) < widest * 0.6;
    const hashed = i === 0 && line.text.startsWith('#');
    const level = (alone && (number || look.bold)) || hashed ? headingLevel(line.text, look) : undefined;
    const last = pieces.at(-1);
    const short = i > 0 && (widths[i - 1] ?? 0) < widest * 0.6;
    const above = last?.number ?? (pieces.length === 1 ? own : undefined);
    if (last && !begins(line, number, level, last, above, short, series)) {
      if (last.naked && level === undefined && isShortTitle(line.text)) last.closed = true;
      else if (last.naked) last.level = undefined;
      last.naked = false;
      last.lines.push(line);
      return;
    }
    if (number) series.set(number.key, number);
    const naked = number !== undefined && number.length === line.text.length;
    pieces.push({ lines: [line], number, level, naked, closed: level !== undefined && !naked });
  });
  return pieces.map(({ lines: own, number, level }) => ({ flat: joinWith(own, '\n'), number, level }));
}

interface OpenPiece {
  readonly lines: Flat[];
  readonly number: LeadingNumber | undefined;
  level: number | undefined;
  /** Only a number so far: `第三条` on a line of its own. */
  naked: boolean;
  closed: boolean;
}

function begins(
  line: Flat,
  number: LeadingNumber | undefined,
  level: number | undefined,
  last: OpenPiece,
  parent: LeadingNumber | undefined,
  short: boolean,
  series: ReadonlyMap<string, LeadingNumber>,
): boolean {
  if (last.closed) return true;
  if (level !== undefined && !last.naked && number === undefined) return true;
  const before = last.lines.at(-1)?.text ?? '';
  const ended = terminal.test(before);
  if (!number) return (ended || short) && label.test(line.text);
  if (ended || (level !== undefined && !last.naked)) return true;
  const elder = series.get(number.key);
  if (elder && follows(number, elder)) return true;
  // The first of a deeper series: `1.1` below `1.`, `（1）` below a line that announces it.
  return (
    number.style === 'decimal' &&
    number.value === 1 &&
    parent?.style === 'decimal' &&
    number.prefix === full(parent)
  );
}

const full = ({ prefix, value, branch }: LeadingNumber): string =>
  `${prefix === '' ? '' : `${prefix}.`}${value}${branchLetters[branch - 1] ?? ''}`;
const terminal = /[.;:!?。；：！？…]["”’'）)\]】]*$|[;,，；]\s*(?:and|or|及|和|或)$/;
const label = /^[^\s，。；：:]{1,10}：/;

const isShortTitle = (text: string): boolean => width(text) <= 40 && !/[，。；：:;,.]/.test(text);

/** `47`, `- 32 -`, `第 3 页`: left over from a printed page. */
export const isPageNumber = (text: string): boolean =>
  /^(?:[-—–~]{0,2}\s*\d{1,4}\s*[-—–~]{0,2}|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?|page \d{1,4}(?: of \d{1,4})?)$/i.test(
    text,
  );

function trimmed(flat: Flat): Flat {
  const start = flat.text.search(/\S/);
  return start < 0 ? sliceFlat(flat, 0, 0) : sliceFlat(flat, start, flat.text.trimEnd().length);
}
