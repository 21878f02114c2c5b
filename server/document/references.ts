import { memoized } from '../text/memo.ts';
import { shift, type Span } from '../text/span.ts';
import { articleKey, clauseAt, numberedClauses, type NumberedClause } from './clause-index.ts';
import type { LegalDocument } from './model.ts';
import { chineseValue } from './numerals.ts';

/** A passage that names a clause by its number. Spans are offsets into the document's text, in UTF-16 units. */
export interface Reference {
  readonly span: Span;
  /** The clause of this document; undefined when it has none of that number, or another instrument is meant. */
  readonly clause: NumberedClause | undefined;
  /** The place to go to: of 第十二条第三款 the third paragraph. */
  readonly target: Span | undefined;
  /** The other instrument, as it is named; empty when it is one without a name ("the said Law", 该法). */
  readonly instrument: string | undefined;
}

/** Every reference to a clause, in order. The numbers in front of the clauses themselves are none. */
export const referencesOf: (document: LegalDocument) => readonly Reference[] = memoized(find);

function find(document: LegalDocument): Reference[] {
  // A clause's own number is at its beginning.
  const own = new Set(numberedClauses(document).map(({ span }) => span.start));
  return document.sections.flatMap(({ section, offset }) =>
    section
      .blocks()
      .filter(({ kind }) => kind !== 'code' && kind !== 'html' && kind !== 'contents')
      .flatMap(({ prose, span, kind }) => {
        const begins = own.has(span.start + offset) || kind === 'heading';
        return [...english(prose.text), ...chinese(prose.text)]
          .filter(({ start }) => !(begins && prose.text.slice(0, start).trim() === ''))
          .sort((a, b) => a.start - b.start)
          .map((mention): Reference => {
            const place = shift(
              { start: prose.source(mention.start), end: prose.source(mention.end - 1) + 1 },
              offset,
            );
            const { key, paragraph } = mention;
            const instrument = isOwn(mention.instrument, document) ? undefined : mention.instrument;
            if (instrument !== undefined)
              return { span: place, clause: undefined, target: undefined, instrument };
            const clause = clauseAt(document, key);
            const target = paragraph === undefined ? clause?.span : clause?.paragraphs[paragraph - 1];
            return { span: place, clause, target: target ?? clause?.span, instrument: undefined };
          });
      }),
  );
}

/** 《服务合同》第三条 in the service contract itself. */
const isOwn = (instrument: string | undefined, { title }: LegalDocument): boolean =>
  instrument === undefined || (instrument !== '' && title?.text.trim() === instrument.trim());

interface Mention extends Span {
  readonly key: string;
  readonly paragraph: number | undefined;
  readonly instrument: string | undefined;
}

const kinds =
  'Sections?|Clauses?|Articles?|Paragraphs?|Sub-?clauses?|Subsections?|Annex(?:es)?|Schedules?|Appendix|Exhibits?|Attachments?|Parts?|Chapters?|§§?';
const englishPart = '\\d{1,3}(?:[A-Z](?![A-Za-z]))?';
const englishNumber = `(?:${englishPart}(?:\\.${englishPart}){0,5}|[IVX]{1,6}\\b|[A-Z]\\b)(?:\\([a-z\\d]{1,4}\\))*`;
const englishPattern = new RegExp(
  `(?<![A-Za-z])(${kinds})\\s+(${englishNumber}(?:\\s*(?:,|and|or|to|–|-|, and|, or)\\s+${englishNumber})*)`,
  'gi',
);
const law =
  '(?:Laws?|Acts?|Codes?|Regulations?|Measures|Provisions|Directive|GDPR|PIPL|Opinions|Convention|Standards?|Rules|Decree|Ordinance)';

function* english(text: string): Generator<Mention> {
  for (const match of text.matchAll(englishPattern)) {
    const [whole, kind = '', numbers = ''] = match;
    // "part a" and "section in" are words; a letter alone counts behind Annex and the like.
    if (!/^(?:§|[A-Z])/.test(kind) && !/^\d/.test(numbers)) continue;
    const letters = /^(?:annex|schedule|appendix|exhibit|attachment|part|chapter|article)/i.test(kind);
    const at = match.index + whole.length - numbers.length;
    const instrument = otherInstrument(text, match.index, match.index + whole.length);
    let first = true;
    for (const number of numbers.matchAll(new RegExp(englishNumber, 'g'))) {
      if (!letters && !/^\d/.test(number[0])) continue;
      const items = number[0].match(/\([a-z\d]+\)/g)?.join('') ?? '';
      const base = number[0].slice(0, number[0].length - items.length);
      const key = articleKey(`${kind.replace(/^annexes$/i, 'annex')} ${base}`);
      if (key === undefined) continue;
      yield {
        start: first ? match.index : at + number.index,
        end: at + number.index + number[0].length,
        key: key + items,
        paragraph: undefined,
        instrument,
      };
      first = false;
    }
  }
}

/** "Article 47 of the Personal Information Protection Law"; "the Cybersecurity Law, Article 21". */
function otherInstrument(text: string, start: number, end: number): string | undefined {
  const after = text.slice(end, end + 120);
  if (/^\s+(?:of|in|to|under)\s+(?:this|the present|our)\b/i.test(after)) return undefined;
  const behind = new RegExp(
    `^\\s+(?:of|in|under)\\s+(?:the\\s+)?((?:[A-Z][\\w’'-]*|of|on|the|and|for|in|\\d{4})(?:\\s+(?:[A-Z][\\w’'-]*|of|on|the|and|for|in|\\d{4})){0,14})`,
  ).exec(after)?.[1];
  if (behind !== undefined && new RegExp(`\\b${law}\\b`).test(behind)) return behind;
  if (
    /^\s+(?:of|in)\s+(?:that|the said|such)\s+/.test(after) &&
    new RegExp(`^\\s+\\w+\\s+(?:\\w+\\s+){1,2}${law}`, 'i').test(after)
  )
    return '';
  // The Master Agreement is another document.
  if (behind !== undefined && /\b(?:Agreement|Contract|Policy|Terms)\b/.test(behind) && behind.includes(' '))
    return behind;
  const before = new RegExp(`((?:[A-Z][\\w’'-]*\\s+(?:(?:of|on|the|and|for)\\s+)*){0,9}${law}),?\\s+$`).exec(
    text.slice(Math.max(0, start - 160), start),
  )?.[1];
  return before;
}

const han = '[一二三四五六七八九十百零〇两]{1,6}';
const chinesePattern = new RegExp(
  `(《[^》]{2,60}》|该法|同法|上述(?:法律|规定|办法))?\\s*(本[合协条政办规预]\\S)?\\s*第\\s*(${han}|\\d{1,4}(?:\\.\\d{1,3}){0,4})\\s*(条|章|节|款)(?:之([一二三四五六七八九十]{1,3}))?(?:第\\s*(${han}|\\d{1,2})\\s*款)?(?:第?\\s*[（(]?(${han}|\\d{1,2})[)）]?\\s*项)?|(附件|附录|附表)\\s*(${han}|\\d{1,2}|[A-Z])(?![A-Za-z\\d])`,
  'g',
);

function* chinese(text: string): Generator<Mention> {
  let before: { end: number; instrument: string | undefined } = { end: -9, instrument: undefined };
  for (const match of text.matchAll(chinesePattern)) {
    const [whole, named, , number, unit, branch, paragraph, item, annex, annexNumber] = match;
    const end = match.index + whole.length;
    if (annex !== undefined) {
      const key = articleKey(`${annex}${annexNumber}`);
      if (key) yield { start: match.index, end, key, paragraph: undefined, instrument: undefined };
      continue;
    }
    // 《…法》第四十七条、第四十八条: the second goes with the first.
    const goesOn =
      named === undefined &&
      before.end >= 0 &&
      /^\s*(?:[、和及与或至以，,]|以及|或者){1,2}\s*$/.test(text.slice(before.end, match.index));
    const instrument =
      named === undefined
        ? goesOn
          ? before.instrument
          : /(?:《[^》]{2,60}》(?:的)?(?:[（(][^）)]{0,30}[）)])?|国家\S{0,6}法律法规)\s*$/.test(
                text.slice(Math.max(0, match.index - 90), match.index),
              )
            ? (/《([^》]+)》[^《》]*$/.exec(text.slice(0, match.index))?.[1] ?? '')
            : undefined
        : named.startsWith('《')
          ? named.slice(1, -1)
          : '';
    before = { end, instrument };
    const start = match.index + whole.indexOf(whole.trimStart());
    // 第2.1节 and 第3.2款 are counted as decimals; a 款 alone is one of the same article.
    const decimal = number?.includes('.') ?? false;
    if (unit === '款' && !decimal) continue;
    const key = decimal
      ? (number ?? '')
      : `${unit}${chineseValue(number ?? '')}${branch ? `之${chineseValue(branch)}` : ''}`;
    yield {
      start,
      end,
      key: key + (item ? `(${chineseValue(item)})` : ''),
      paragraph: paragraph && !item ? chineseValue(paragraph) : undefined,
      instrument,
    };
  }
}
