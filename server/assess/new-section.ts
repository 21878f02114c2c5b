import { isContactHeading, isFinalClause, isFinalHeading } from './closing.ts';
import { firstBelow, takesBranches } from './numbering.ts';
import type { OutlineEntry, WrittenForm } from './outline.ts';
import { clausesBelow, endOf, formBehind } from './series.ts';

type Entries = readonly OutlineEntry[];

/** Where a new section stands, and how its heading and the clause below are written. */
export interface NewSection {
  /** Of the entry it stands in front of. */
  readonly index: number;
  readonly level: number;
  /** Undefined in a document of clauses without headings. */
  readonly heading: WrittenForm | undefined;
  readonly clause: ClauseForm | undefined;
  /** The sister's heading is a number and nothing else. */
  readonly untitled: boolean;
}

/** How a numbered clause is written, and how deep it lies. */
export interface ClauseForm {
  readonly form: WrittenForm;
  readonly level: number;
}

/** A section behind its sisters below `parent` (-1: in the document): before final provisions, signatures and annexes. */
export function newSection(entries: Entries, parent: number): NewSection {
  const end = parent < 0 ? bodyEnd(entries) : endOf(entries, parent);
  const row = sistersIn(entries, parent + 1, end);
  const finals = row.length - 1 - row.findLastIndex((at) => !isFinal(entries, at));
  const number = entries[row[0] ?? 0]?.form?.number;
  // Numbers that take none in between go on behind the last.
  const last = finals === row.length || (number && !takesBranches(number)) ? row.length : row.length - finals;
  const youngest = row[last - 1];
  const index = youngest === undefined ? end : endOf(entries, youngest);
  const elders = row.slice(0, last);
  const elder = elders.findLast((at) => entries[at]?.form?.number) ?? elders.at(-1) ?? -1;
  const { kind, level = 2, form, text } = entries[elder] ?? {};
  const next = formBehind(entries, elder);
  const untitled = text === '' || kind === 'clause';
  if (kind === 'clause')
    return { index, level, heading: undefined, clause: next && { form: next, level }, untitled };
  const heading = next ?? { ...(form ?? plain(level)), number: undefined, behind: '' };
  return { index, level, heading, clause: clauseBelow(entries, elders, heading, index), untitled };
}

const plain = (level: number): WrittenForm => ({
  before: `${'#'.repeat(level)} `,
  number: undefined,
  behind: '',
  close: '',
});

const bodyEnd = (entries: Entries): number => {
  const end = entries.findIndex(({ level }) => level === 0);
  return end < 0 ? entries.length : end;
};

function isFinal(entries: Entries, at: number): boolean {
  const { level = 0, kind, text = '', form } = entries[at] ?? {};
  const above = entries.findLast((entry, i) => i < at && entry.level < level);
  return (
    isFinalHeading(text) ||
    (!form?.number && isContactHeading(text)) ||
    (above !== undefined && isFinalHeading(above.text)) ||
    (kind === 'clause' && isFinalClause(text))
  );
}

/** What the parts of a document are: its articles, where most are headings, else headings of Markdown, else what there is. */
function sistersIn(entries: Entries, from: number, to: number): number[] {
  const all = entries.map((_, at) => at).slice(from, to);
  const isHeading = (at: number): boolean => entries[at]?.kind === 'heading';
  const articles = all.filter((at) => isArticle(entries[at]));
  if (articles.filter(isHeading).length * 2 > articles.length) return articles;
  const sections = outermost(
    entries,
    all.filter((at) => isHeading(at) && (entries[at]?.level ?? 9) <= 6),
  );
  return sections.length > 0 ? sections : outermost(entries, all);
}

export const isArticle = (entry: OutlineEntry | undefined): boolean =>
  entry?.form?.number?.style === 'tiao' && entry.form.number.tail.endsWith('条');

/** Those of the highest level that several have, the first level aside unless they are counted. */
function outermost(entries: Entries, group: readonly number[]): number[] {
  const levels = [...new Set(group.map((at) => entries[at]?.level ?? 0))].sort((a, b) => a - b);
  const of = (level: number): number[] =>
    group.filter(
      (at) => entries[at]?.level === level && entries[at].form && (level > 1 || entries[at].form.number),
    );
  const rows = levels.map(of).filter((row) => row.length > 0);
  return rows.find((row) => row.length > 1) ?? rows[0] ?? [];
}

/** How the first clause of a section without text is written. */
export const firstClause = (entries: Entries, heading: number): ClauseForm | undefined =>
  clauseBelow(
    entries,
    entries.flatMap((entry, at) => (at !== heading && entry.level === entries[heading]?.level ? [at] : [])),
    entries[heading]?.form,
    heading + 1,
  );

/** How the text of a section is counted, where most sections count theirs: on from the articles before, or anew. */
function clauseBelow(
  entries: Entries,
  sisters: readonly number[],
  form: WrittenForm | undefined,
  index: number,
): ClauseForm | undefined {
  const counted = sisters.filter((at) => clausesBelow(entries, at).length > 0);
  const others = sisters.filter((at) => entries[at]?.hasText && !counted.includes(at));
  const like = counted.at(-1);
  if (like === undefined || counted.length <= others.length) return undefined;
  const last = entries[clausesBelow(entries, like).at(-1) ?? 0];
  const level = last?.level ?? 0;
  if (isArticle(last)) {
    const elder = entries.findLastIndex((e, at) => at < index && e.kind === 'clause' && isArticle(e));
    const article = formBehind(entries, elder);
    return article && { form: article, level };
  }
  const heading = entries[like]?.form?.number;
  const clause = last?.form?.number;
  if (!clause || entries[clausesBelow(entries, like)[0] ?? 0]?.form?.number?.value !== 1) return undefined;
  const first = firstBelow(form?.number, { heading, clause });
  return first && last.form && { form: { ...last.form, number: first }, level };
}
