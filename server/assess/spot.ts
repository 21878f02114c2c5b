import type { LegalDocument } from '../document/model.ts';
import { languageOf, type Language } from '../document/prose.ts';
import type { Span } from '../text/span.ts';
import type { Draft } from './draft.ts';
import { isFinalClause } from './closing.ts';
import { firstClause, isArticle, newSection, type ClauseForm } from './new-section.ts';
import { takesBranches } from './numbering.ts';
import type { OutlineEntry, WrittenForm } from './outline.ts';
import type { ClausePlace } from './place.ts';
import { clausesBelow, endOf, formBehind, nextHeading } from './series.ts';

/** What is being put in has its draft; it starts at the offset where it is put in. */
export type Entry = OutlineEntry & { readonly draft?: Draft };

/** Where a clause goes in an outline, and how it is written there. */
export interface Spot {
  /** Of the entry it comes in front of. */
  readonly index: number;
  /** Of the beginning of a line. */
  readonly offset: number;
  /** Of the heading, where it gets one. */
  readonly level: number;
  readonly heading?: WrittenForm | undefined;
  readonly untitled?: boolean;
  readonly clause: ClauseForm | undefined;
}

/** A clause to be put in, as far as its place depends on it. */
export interface Placing {
  readonly place: ClausePlace;
  readonly language: Language;
}

/** Behind the sister clause, at the end of the fitting heading's own text, else in a new section. */
export function spotFor(entries: readonly Entry[], placing: Placing, document: LegalDocument): Spot {
  const found = find(entries, placing, document);
  const isAlien = found.heading?.before.includes('#') && !hasHeadings(document);
  const spot = isAlien ? { ...found, heading: undefined } : found;
  return { offset: offsetOf(entries[spot.index], document), ...spot };
}

/** A document without any gets none with a clause. */
const hasHeadings = ({ sections, text }: LegalDocument): boolean =>
  text.trim() === '' || sections.some(({ section }) => section.headings().some(({ level }) => level <= 6));

type Found = Omit<Spot, 'offset'> & { readonly offset?: number };

function find(entries: readonly Entry[], { place, language }: Placing, document: LegalDocument): Found {
  const at =
    place.by === 'title' || !inLanguage(place.span, language, document)
      ? -1
      : entryAt(entries, place, document);
  const entry = entries[at];
  if (!entry) return newSection(entries, -1);
  if (place.by === 'within') return newSection(entries, at);
  if (entry.kind === 'clause') return spotBehind(entries, at, place.by === 'behind');
  const clauses = clausesBelow(entries, at);
  const last = clauses.at(-1);
  // A text with numbers goes on with the next.
  if (last !== undefined) return spotBehind(entries, last);
  const next = nextHeading(entries, at);
  if (!entry.hasText) {
    if (endOf(entries, at) > next) return newSection(entries, at);
    return { index: next, level: 99, clause: firstClause(entries, at) };
  }
  if (isArticle(entry)) return spotBehind(entries, at);
  if (isPart(entry) && place.by !== 'behind') return newSection(entries, parentOf(entries, at));
  if (!place.after) return { index: next, level: 99, clause: undefined };
  const offset = blockEnd(document, place.after, offsetOf(entries[at + 1], document));
  const behind = entries.findIndex(({ start, draft }) => (draft ? start > offset : start >= offset));
  return { index: behind < 0 ? next : Math.min(behind, next), level: 99, clause: undefined, offset };
}

/** `### 5.1 Storage` is a clause of section 5: what comes to it is another. */
const isPart = ({ form }: Entry): boolean => form?.number?.style === 'decimal' && form.number.head !== '';

const parentOf = (entries: readonly Entry[], at: number): number =>
  entries.findLastIndex(
    ({ kind, level }, i) => i < at && kind === 'heading' && level < (entries[at]?.level ?? 0),
  );

/**
 * Behind a clause; where its numbers take none in between, behind the last of its row. A section has a number free at
 * its end, so that none need be put in between (5.4, not 5.1A), unless the author has chosen the place.
 */
function spotBehind(entries: readonly Entry[], sister: number, chosen = false): Found {
  let elder = sister;
  const { level = 99, form } = entries[sister] ?? {};
  const anywhere = !form?.number || !takesBranches(form.number);
  const goesOn = !chosen && form?.number?.style === 'decimal';
  for (;;) {
    const end = endOf(entries, elder);
    const next = entries[end];
    if (next?.level !== level || next.kind !== entries[elder]?.kind || !next.form?.number) break;
    const isInserted = next.form.number.branch > 0 || next.draft !== undefined;
    const isTaken = goesOn && formBehind(entries, elder)?.number?.branch !== 0;
    if (!anywhere && !isInserted && !(isTaken && !isFinalClause(next.text))) break;
    elder = end;
  }
  const index = endOf(entries, elder);
  const next = formBehind(entries, elder);
  if (entries[elder]?.kind === 'clause') return { index, level, clause: next && { form: next, level } };
  return { index, level, heading: next, untitled: entries[elder]?.text === '', clause: undefined };
}

/** The heading that a clause belongs under, or what the passage stands in that it is to follow. */
function entryAt(entries: readonly Entry[], { span, after }: ClausePlace, { lines }: LegalDocument): number {
  const start = lines.startOf(lines.lineAt((after ?? span).start));
  return after
    ? entries.findLastIndex((entry) => !entry.draft && entry.start <= start)
    : entries.findIndex((entry) => !entry.draft && entry.start === start);
}

/** A contract in two languages has a place for each. */
function inLanguage(span: Span, language: Language, { language: own, text }: LegalDocument): boolean {
  if (own !== 'mixed') return true;
  const words = text.slice(span.start, span.end);
  return languageOf(words) === language || /[\u4e00-\u9fff]/.test(words) === (language === 'zh');
}

/** Where to write in front of an entry: what stands directly above it, blank lines and comments, belongs to it. */
function offsetOf(entry: Entry | undefined, { lines }: LegalDocument): number {
  if (entry?.draft) return entry.start;
  let line = entry ? lines.lineAt(entry.start) : lines.count;
  for (; line > 0; line--) {
    const above = lines.textOf(line - 1);
    const isRule = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/.test(above) && lines.textOf(line - 2).trim() === '';
    if (above.trim() === '' || isRule || (entry && /^\s*<(?:!--.*--|a\s[^>]*><\/a)>\s*$/.test(above)))
      continue;
    break;
  }
  return lines.startOf(line);
}

/** Behind the block of a passage and all that hangs on what leads in to it, a list or a table. */
function blockEnd({ lines, sections }: LegalDocument, passage: Span, most: number): number {
  const placed = sections.findLast(({ offset }) => offset <= passage.start);
  const blocks = placed?.section.blocks() ?? [];
  const rootOf = (index: number): number => {
    const lead = blocks[index]?.leadIn;
    return lead === undefined ? index : rootOf(lead);
  };
  const from = (placed?.offset ?? 0) + 1;
  const root = rootOf(blocks.findLastIndex(({ span }) => from + span.start <= passage.start + 1));
  const last = blocks.findLast((_, index) => rootOf(index) === root)?.span.end ?? 0;
  let at = lines.lineAt(Math.max(passage.end, from + last - 1) - 1) + 1;
  let fence = false;
  for (; lines.startOf(at) < most; at++) {
    const text = lines.textOf(at);
    if (/^ {0,3}(?:```|~~~)/.test(text)) fence = !fence;
    if (fence || text.trim() !== '') continue;
    let next = at;
    while (next < lines.count && lines.textOf(next).trim() === '') next++;
    if (!continues(lines.textOf(next))) break;
  }
  return Math.min(lines.startOf(at), most);
}

/** A list, a table or a quotation goes on over a blank line. */
const continues = (text: string): boolean =>
  /^(?: {2,}|\t)/.test(text) || /^ {0,3}(?:[-*+]|\d+[.)])\s/.test(text) || /^ {0,3}[>|]/.test(text);
