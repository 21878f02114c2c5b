import type { ClauseNumber, Heading, LegalDocument } from '../document/model.ts';
import type { Language } from '../document/prose.ts';
import { languageOf } from '../document/prose.ts';
import type { Context } from './context.ts';
import type { ClausePlace } from './place.ts';
import { nextNumber } from './numbering.ts';

/** Where a clause is inserted, and what stands around it there. */
export interface Insertion {
  /** Offset at the beginning of a line. */
  readonly offset: number;
  /** A heading line to write first, and the number in front of the clause; either may be empty. */
  readonly heading: string;
  readonly number: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The place to insert at: behind the sister clause or at the end of the fitting heading's own text, else under a
 * new heading before signatures and annexes. Never inside a list, a table, a quotation or a fence.
 */
export function insertionAt(
  place: ClausePlace,
  heading: string,
  language: Language,
  context: Context,
): Insertion {
  const { document } = context;
  if (place.by === 'title' || !inLanguage(place, language, context)) return underNewHeading(heading, context);
  const from = place.after?.end ?? place.span.end;
  const line = blockEnd(
    document,
    document.lines.lineAt(Math.max(from - 1, place.span.start)),
    place.by === 'under',
  );
  const offset = document.lines.startOf(line);
  return { offset, heading: '', number: numberAt(offset, context), ...spacing(document, offset) };
}

/** A contract in two languages has a place for each. */
function inLanguage(place: ClausePlace, language: Language, { document }: Context): boolean {
  if (document.language !== 'mixed') return true;
  const text = document.text.slice(place.span.start, place.span.end);
  return languageOf(text) === language || /[\u4e00-\u9fff]/.test(text) === (language === 'zh');
}

/**
 * The line (from 0) at which a new block may begin: behind the block that `line` belongs to. For a heading, behind
 * the text under it, up to the next heading.
 */
function blockEnd({ lines }: LegalDocument, line: number, toHeading: boolean): number {
  let fence = false;
  let at = line;
  if (toHeading && /^\s*(?:-{2,}|={2,})\s*$/.test(lines.textOf(at + 1))) at++;
  for (at = at + 1; at < lines.count; at++) {
    const text = lines.textOf(at);
    if (/^ {0,3}(?:```|~~~)/.test(text)) fence = !fence;
    if (fence) continue;
    if (isHeading(text) || isSignature(text)) break;
    if (text.trim() !== '') continue;
    if (toHeading) {
      const next = nextText(lines, at);
      if (next === undefined || isHeading(lines.textOf(next)) || isSignature(lines.textOf(next))) break;
      continue;
    }
    const next = nextText(lines, at);
    if (next === undefined || !continues(lines.textOf(next))) break;
  }
  // Blank lines belong to what follows.
  while (at > line + 1 && lines.textOf(at - 1).trim() === '') at--;
  return at;
}

const isHeading = (text: string): boolean =>
  /^ {0,3}#{1,6}(?:\s|$)/.test(text) ||
  /^(?:\*\*|__)[^*_]+(?:\*\*|__)\s*$/.test(text) ||
  /^第[一二三四五六七八九十百零\d]+[章节条]/.test(text);

/** A list, a table or a quotation goes on over a blank line. */
const continues = (text: string): boolean =>
  /^(?: {2,}|\t)/.test(text) || /^ {0,3}(?:[-*+]|\d+[.)])\s/.test(text) || /^ {0,3}[>|]/.test(text);

function nextText(lines: LegalDocument['lines'], from: number): number | undefined {
  for (let at = from; at < lines.count; at++) if (lines.textOf(at).trim() !== '') return at;
  return undefined;
}

export const isSignature = (text: string): boolean =>
  /^[\s#*>|_]*(?:in witness whereof|signatures?\b|signed (?:by|for)|executed (?:by|as)|execution page|by:\s*_|签署页|签字页|签\s*[章字署]|（?以下无正文|(?:甲|乙|买|卖)方\s*[（(](?:盖?章|公章|签))/i.test(
    text,
  );

const isAnnex = (text: string): boolean =>
  /^ {0,3}(?:#{1,6}\s+)?(?:\*\*)?(?:annex|appendix|schedule|exhibit|attachment)\s+[\dA-Z]|^ {0,3}(?:#{1,6}\s*)?(?:\*\*)?(?:附件|附录|附表)/i.test(
    text,
  );

function underNewHeading(title: string, context: Context): Insertion {
  const { document } = context;
  const { lines } = document;
  let line = lines.count;
  while (line > 0 && lines.textOf(line - 1).trim() === '') line--;
  const first = Math.floor(lines.count / 3);
  for (let at = first; at < lines.count; at++) {
    const text = lines.textOf(at);
    if (isSignature(text) || (isAnnex(text) && at > first)) {
      line = at;
      break;
    }
  }
  while (
    line > 0 &&
    (lines.textOf(line - 1).trim() === '' || /^\s*(?:-{3,}|\*{3,})\s*$/.test(lines.textOf(line - 1)))
  )
    line--;
  const offset = lines.startOf(line);
  const { level, number } = headingStyle(offset, context);
  const heading = `${'#'.repeat(level)} ${number}${title}`;
  return { offset, heading, number: '', ...spacing(document, offset) };
}

/** The level and number that a new clause heading takes at `offset`: after its elder sisters. */
function headingStyle(offset: number, { document }: Context): { level: number; number: string } {
  const headings: Heading[] = document.sections.flatMap(({ section, offset: at }) =>
    section.headings().filter((h) => h.level <= 6 && at + h.span.start < offset),
  );
  const counts = new Map<number, number>();
  for (const { level } of headings.slice(1)) counts.set(level, (counts.get(level) ?? 0) + 1);
  const levels = [...counts.keys()].sort((a, b) => a - b);
  const level = levels.find((l) => l >= 2 && (counts.get(l) ?? 0) >= 2) ?? levels.find((l) => l >= 2) ?? 2;
  const last = headings.findLast((h) => h.level === level)?.number;
  return { level, number: last ? nextNumber(last, false) : '' };
}

/** The number for a clause inserted at `offset`: continues `9.1`, `9.2` … when nothing follows in that series. */
function numberAt(offset: number, { document }: Context): string {
  const numbers: { number: ClauseNumber; start: number }[] = document.sections.flatMap(
    ({ section, offset: at }) =>
      section
        .blocks()
        .flatMap((block) =>
          block.number && block.kind !== 'item'
            ? [{ number: block.number, start: at + block.span.start }]
            : [],
        ),
  );
  const before = numbers.findLast((n) => n.start < offset);
  const after = numbers.find((n) => n.start >= offset);
  if (!before || before.number.style === 'letter' || before.number.style === 'roman') return '';
  const own = document.lines.lineAt(offset) - document.lines.lineAt(before.start);
  if (own > 40) return '';
  const collides =
    after?.number.style === before.number.style && after.number.value === before.number.value + 1;
  return nextNumber(before.number, collides);
}

function spacing({ text, lines }: LegalDocument, offset: number): { before: string; after: string } {
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  const endsLine = offset === 0 || '\r\n'.includes(text[offset - 1] ?? '');
  const line = lines.lineAt(offset);
  const blankBefore = offset === 0 || (endsLine && lines.textOf(Math.max(0, line - 1)).trim() === '');
  const blankAfter = offset >= text.length || lines.textOf(line).trim() === '';
  return { before: (endsLine ? '' : eol) + (blankBefore ? '' : eol), after: eol + (blankAfter ? '' : eol) };
}
