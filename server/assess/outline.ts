import { clauseLevel } from '../document/clause-index.ts';
import { branchLetters } from '../document/clause-number.ts';
import type { Block, ClauseNumber, Heading, LegalDocument } from '../document/model.ts';
import { memoized } from '../text/memo.ts';
import { isAnnex, isSignature } from './closing.ts';
import { bareHeading, markHeadings, withoutFalse } from './heading-lines.ts';
import { shapeOf, type NumberShape } from './numbering.ts';

/** A heading, a clause with a number of its own, or where the parties sign. */
export interface OutlineEntry {
  readonly kind: 'heading' | 'clause' | 'end';
  /** Offset at which its line begins. */
  readonly start: number;
  /** Of headings as in Markdown, 0 for annexes and the end; clauses and what only looks like a heading lie deeper. */
  readonly level: number;
  /** The words behind the number. */
  readonly text: string;
  readonly form: WrittenForm | undefined;
  /** Something without a number is said before the next entry. */
  readonly hasText: boolean;
}

/** How a heading or a clause stands on its line: `before`, number, `behind`, words, `close`. */
export interface WrittenForm {
  readonly before: string;
  readonly number: NumberShape | undefined;
  readonly behind: string;
  readonly close: string;
}

/** What a document is built of, in order, its title aside. */
export const outlineOf: (document: LegalDocument) => readonly OutlineEntry[] = memoized(read);

type Draft = { -readonly [K in keyof OutlineEntry]: OutlineEntry[K] };

function read({ lines, sections, title }: LegalDocument): OutlineEntry[] {
  const entries: Draft[] = [];
  // Parties are named with their seals at the top, too, and annexes listed.
  const body = lines.startOf(Math.floor(lines.count / 3));
  for (const { section, offset } of sections) {
    const headings = new Map(section.headings().map((h) => [h.span.start, h]));
    for (const block of section.blocks()) {
      const at = offset + block.span.start;
      const heading = headings.get(block.span.start);
      const isTitle = at === title?.span.start || (entries.length === 0 && heading?.level === 1);
      const line = lines.lineAt(at);
      // The title of an annex has a number, but no sisters.
      if (block.quoted || (isTitle && (!heading?.number || isAnnex(lines.textOf(line))))) continue;
      const start = lines.startOf(line);
      const last = entries.at(-1);
      const entry =
        last?.start === start
          ? undefined
          : (entryOf(block, heading, lines.textOf(line), at > body, isClause(block, section.blocks())) ??
            (block.kind === 'paragraph' ? bareHeading(block.prose.text) : undefined));
      if (entry) entries.push({ ...entry, start, hasText: false });
      else if (last) last.hasText = true;
    }
  }
  const kept = withoutFalse(entries);
  countBare(kept);
  markHeadings(kept);
  return kept;
}

function entryOf(
  { kind, prose, number }: Block,
  heading: Heading | undefined,
  line: string,
  inBody: boolean,
  isOwn: boolean,
): Omit<OutlineEntry, 'start' | 'hasText'> | undefined {
  if (inBody && isSignature(line) && kind !== 'code')
    return { kind: 'end', level: 0, text: '', form: undefined };
  if (heading) {
    const level = inBody && isAnnex(line) ? 0 : heading.level;
    const form = formOf(line, heading.number, kind, heading.level);
    // A whole clause written as a heading is both.
    return { kind: kind === 'heading' ? 'heading' : 'clause', level, text: heading.text, form };
  }
  if (!number || !isOwn || (kind !== 'paragraph' && kind !== 'item')) return undefined;
  const form = formOf(line, number, kind);
  const text = prose.text.replace(number.written, '').trim();
  return form && { kind: 'clause', level: clauseLevel(number, kind === 'item'), text, form };
}

/** No item of a sentence: 5.2 is a clause wherever it stands, and so is what "the parties agree as follows" leads in to. */
function isClause({ leadIn, number }: Block, blocks: readonly Block[]): boolean {
  if (leadIn === undefined) return true;
  const { style, written } = number ?? { style: 'letter', written: '' };
  if (style === 'tiao' || style === 'article' || (style === 'decimal' && /\d[.．]\d/.test(written)))
    return true;
  const lead = blocks[leadIn]?.prose.text ?? '';
  return opens.test(lead) || (style === 'decimal' && !goesOn.test(lead));
}

/** A sentence that its items end; a title or a date above a clause is none. */
const goesOn =
  /(?:[:：,，]|\b(?:shall|must|will|may|should|to|of|for|by|and|or|the following|including)|应当?|必须|须|包括|如下|以下|的)\s*$/i;

const opens =
  /\b(?:agree(?:d|s)?|terms|conditions|provisions|rules|clauses)\b[^.]{0,40}[:：]\s*$|(?:协议|合同|约定|条款|规定|制度)[^。]{0,6}如下[：:]\s*$/i;

/** Undefined when a new line cannot be written like this one. */
function formOf(
  line: string,
  number: ClauseNumber | undefined,
  kind: Block['kind'],
  level = 9,
): WrittenForm | undefined {
  const [lead = '', mark = '', bold = ''] =
    /^(\s*(?:#{1,6}\s*|[-*+]\s+)?)([*_]{0,3})[▲★☆●※\s]*/.exec(line) ?? [];
  const before = kind === 'heading' && level <= 6 && !mark.includes('#') ? `${'#'.repeat(level)} ` : mark;
  const rest = line.slice(lead.length);
  const length = number ? lengthOf(number.written, rest) : 0;
  const shape = number && shapeOf(number);
  if (number && (length === undefined || !shape)) return undefined;
  const counted = kind === 'item' && mark.trim() === '' && /^\d{1,9}[.)]\s/.test(rest);
  const behind = number
    ? (/^[*_]{0,3}[.．、:：]?[*_]{0,3}[\s\u3000]*/.exec(rest.slice(length))?.[0] ?? '')
    : '';
  const closed = bold === '' || behind.includes(bold);
  // Bold that holds more than the number is that of a heading.
  const whole = kind === 'heading' && !closed && line.trimEnd().endsWith(bold);
  if (!number && level > 6 && !whole) return undefined;
  return {
    before: before + (whole || (bold !== '' && closed) ? bold : ''),
    number: shape && (counted ? { ...shape, style: 'list' } : shape),
    behind,
    close: whole ? bold : '',
  };
}

/** How much of the source a number takes, which may stand there with backslashes, or `3)` for the third of a list. */
function lengthOf(written: string, source: string): number | undefined {
  let at = 0;
  for (const char of written) {
    if (source[at] === '\\') at++;
    if (source[at] !== char) return /^\d{1,9}[.)](?=\s)/.exec(source)?.[0].length;
    at++;
  }
  return at;
}

/** `## 3 Contact` is counted where the headings beside it are: a number without a mark may be anything. */
function countBare(entries: Draft[]): void {
  const bare = entries.flatMap((entry) => {
    const [written, digits = '', letter, behind = ''] =
      entry.form && !entry.form.number ? (/^(\d{1,2})([A-Z])?([ \u3000]+)(?=\S)/.exec(entry.text) ?? []) : [];
    return written === undefined ? [] : [{ entry, written, value: Number(digits), letter, behind }];
  });
  for (const [i, { entry, written, value, letter, behind }] of bare.entries()) {
    const counts = [bare[i - 1], bare[i + 1]].some(
      (other) => other?.entry.level === entry.level && Math.abs(other.value - value) <= 1,
    );
    if (!counts || !entry.form) continue;
    const branch = branchLetters.indexOf(letter ?? '-') + 1;
    const number = { style: 'bare', head: '', value, branch, tail: '', script: 'digits' } as const;
    entry.form = { ...entry.form, number, behind };
    entry.text = entry.text.slice(written.length);
  }
}
