import { memoized } from '../text/memo.ts';
import { shift, type Span } from '../text/span.ts';
import type { ClauseNumber, LegalDocument } from './model.ts';
import { chineseValue, romanValue } from './numerals.ts';

/** A numbered clause, and how it is called. Spans are offsets into the document's text, in UTF-16 units. */
export interface NumberedClause {
  /** `4.2(b)`, `条12(3)`, `annex c`: what a reference to it says, in one spelling. */
  readonly key: string;
  /** As written: `第十二条`, `(b)`. */
  readonly number: string;
  /** The words behind the number, or their beginning. */
  readonly title: string;
  /** The heading, or the block that begins with the number. */
  readonly span: Span;
  /** To the next clause of the same level or above. */
  readonly extent: Span;
  readonly level: number;
  /** A heading of Markdown: the editor knows it by itself. */
  readonly heading: boolean;
  /** Starts of the paragraphs that belong to it: 第二款 is the second. */
  readonly paragraphs: readonly Span[];
}

/** Every numbered clause of a document, in order. */
export const numberedClauses: (document: LegalDocument) => readonly NumberedClause[] = memoized(index);

/** The clause a reference's key leads to; `4.2(b)` leads to 4.2 where there is no (b), `4.2A` where that is none. */
export function clauseAt(document: LegalDocument, key: string): NumberedClause | undefined {
  const byKey = byKeyOf(document);
  for (let wanted = key; wanted !== '';) {
    const found = byKey.get(wanted);
    if (found) return found;
    const shorter = wanted.replace(/\([^()]*\)$|(?<=\d)[A-Z]$/, '');
    if (shorter === wanted) return undefined;
    wanted = shorter;
  }
  return undefined;
}

const byKeyOf = memoized((document: LegalDocument): ReadonlyMap<string, NumberedClause> => {
  const map = new Map<string, NumberedClause>();
  for (const clause of numberedClauses(document)) {
    // Of two with one number, the heading, else the first.
    const before = map.get(clause.key);
    if (!before || (clause.heading && !before.heading)) map.set(clause.key, clause);
  }
  return map;
});

interface Open {
  key: string;
  level: number;
}

type Draft = { -readonly [K in keyof NumberedClause]: NumberedClause[K] } & { paragraphs: Span[] };

function index(document: LegalDocument): NumberedClause[] {
  const clauses: Draft[] = [];
  let open: Open[] = [];
  for (const { section, offset } of document.sections) {
    const headings = new Map(section.headings().map((h) => [h.span.start, h]));
    for (const block of section.blocks()) {
      if (block.kind === 'code' || block.kind === 'html' || block.kind === 'contents' || block.quoted)
        continue;
      const heading = headings.get(block.span.start);
      const number = heading ? heading.number : block.number;
      const span = shift(heading?.span ?? block.span, offset);
      if (!number) {
        // A heading without a number ends what stands above it.
        if (heading) open = open.filter(({ level }) => level < heading.level);
        else clauses.at(-1)?.paragraphs.push(span);
        continue;
      }
      const level = heading?.level ?? clauseLevel(number, block.kind === 'item');
      open = open.filter((above) => above.level < level);
      const key = keyOf(number, open.at(-1)?.key ?? '', heading !== undefined);
      open.push({ key, level });
      const title = heading?.text ?? block.prose.text.replace(number.written, '').trim();
      clauses.push({
        key,
        number: number.written.trim(),
        title: title.length > 80 ? `${title.slice(0, 79)}…` : title,
        span,
        extent: span,
        level,
        heading: heading !== undefined && heading.level <= 6,
        paragraphs: [span],
      });
    }
  }
  const waiting: Draft[] = [];
  const close = (clause: Draft, end: number): void => {
    const rest = document.text.slice(clause.span.start, end).trimEnd();
    clause.extent = { start: clause.span.start, end: clause.span.start + rest.length };
  };
  for (const clause of clauses) {
    while ((waiting.at(-1)?.level ?? -1) >= clause.level) close(waiting.pop() ?? clause, clause.span.start);
    waiting.push(clause);
  }
  for (const clause of waiting) close(clause, document.text.length);
  return clauses;
}

/** Deeper than headings; the same order of styles as theirs. */
export function clauseLevel({ style, written }: ClauseNumber, item: boolean): number {
  const parts = written.match(/\d+/g)?.length ?? 1;
  const base = {
    tiao: /条/.test(written) ? 9 : 8,
    article: 8 + parts,
    ideographic: 10,
    decimal: 10 + parts,
    bracketed: /\d/.test(written) ? 17 : 12,
    letter: 17,
    roman: 18,
    circled: 18,
  }[style];
  return item && base < 13 ? 13 : base;
}

function keyOf({ style, written, value, branch }: ClauseNumber, above: string, heading: boolean): string {
  const inserted = branch ? `之${branch}` : '';
  switch (style) {
    case 'decimal': {
      const parts = (written.match(/\d+[A-Z]?/g) ?? []).map((part) => part.replace(/^0+(?=\d)/, ''));
      while (parts.length > 1 && parts.at(-1) === '0') parts.pop();
      if (parts.length > 1 || heading || above === '') return parts.join('.');
      return `${above}(${value})`;
    }
    case 'tiao': {
      const unit = /[编篇章节条]|部分/.exec(written)?.[0] ?? '条';
      return `${unit}${value}${inserted}`;
    }
    case 'article':
      return articleKey(written) ?? `${above}(${value})`;
    case 'ideographic':
      return heading || above === '' ? `一${value}${inserted}` : `${above}(${value})`;
    case 'letter':
      return `${above}(${(/[A-Za-z]+/.exec(written)?.[0] ?? '').toLowerCase()})`;
    case 'roman':
      return `${above}(${(/[A-Za-z]+/.exec(written)?.[0] ?? '').toLowerCase()})`;
    default:
      return `${above}(${value})`;
  }
}

/** `Section 4.2` is 4.2; `Annex C` and 附件三 keep their kind. */
export function articleKey(written: string): string | undefined {
  const chinese = /^(附件|附录|附表)\s*([一二三四五六七八九十百零〇两]+|\d+|[A-Z])/.exec(written);
  if (chinese) {
    const inside = chinese[2] ?? '';
    return `${chinese[1]}${/[A-Z]/.test(inside) ? inside : chineseValue(inside)}`;
  }
  const [, kind = '', number] = /^([A-Za-z]+|§)\s*(\d+[A-Z]?(?:\.\d+[A-Z]?)*|[A-Z]+)/i.exec(written) ?? [];
  if (number === undefined) return undefined;
  const name = kind.toLowerCase().replace(/s$/, '');
  if (/^(?:section|article|clause|paragraph|§)$/.test(name)) return numberOf(number);
  return `${name} ${/^\d/.test(number) ? number : number.toLowerCase()}`;
}

const numberOf = (number: string): string => {
  if (/^\d/.test(number)) return number;
  const roman = romanValue(number.toLowerCase());
  return roman > 0 ? String(roman) : number.toLowerCase();
};
