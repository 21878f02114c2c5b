import { branchLetters } from '../document/clause-number.ts';
import { width } from '../document/clauses.ts';
import { inOneSeries, type NumberShape } from './numbering.ts';
import type { OutlineEntry, WrittenForm } from './outline.ts';

type Entry = { -readonly [K in keyof OutlineEntry]: OutlineEntry[K] };

/**
 * Finds the headings of a document that are lines like its clauses: `1. Services` with 1.1 below, `I. Accounts` with
 * text below. Where a whole row is like that, it is one of headings. A row of clauses that a document without headings
 * consists of is no list of Markdown, either, though it is written like one.
 */
export function markHeadings(entries: Entry[]): void {
  // An annex counts anew.
  const annexes = entries.flatMap(({ level }, at) => (level === 0 ? [at] : []));
  [0, ...annexes].forEach((from, i) => {
    markRows(entries.slice(from, annexes[i]));
  });
  if (entries.some(({ kind, level }) => kind === 'heading' && level > 0)) return;
  for (const entry of entries) {
    if (entry.form?.number?.style !== 'list') continue;
    entry.form = asClause(entry.form);
    // As deep as the 2A. that may stand between.
    entry.level = 11;
  }
}

function markRows(entries: readonly Entry[]): void {
  const done = new Set<Entry>();
  for (const entry of entries) {
    const own = entry.form?.number;
    if (done.has(entry) || entry.kind !== 'clause' || !own || !counts(own)) continue;
    const row = entries.filter(
      ({ level, form }) => level === entry.level && form?.number && inOneSeries(form.number, own),
    );
    for (const each of row) done.add(each);
    const filled = row.filter((each) => each.hasText || each.kind === 'heading' || hasPart(entries, each));
    if (row.length < 2 || filled.length * 2 <= row.length || !row.every(({ text }) => isTitleLine(text)))
      continue;
    for (const each of row) {
      each.kind = 'heading';
      if (own.style === 'list') each.level = 11;
      if (own.script === 'ROMAN' || own.script === 'LETTERS') each.level = 7;
      each.form = asClause(each.form);
    }
  }
}

/** `1.`, `I.`, `A.`, `一、`, 第一条, not `(a)`. */
const counts = ({ style, head, tail, script }: NumberShape): boolean =>
  style === 'tiao' ||
  (head === '' &&
    (style === 'list' ||
      style === 'decimal' ||
      style === 'ideographic' ||
      ((script === 'ROMAN' || script === 'LETTERS') && tail === '.')));

/** "What we collect" is one as well, where a whole row is like that. */
const isTitleLine = (text: string): boolean =>
  width(text) <= 60 &&
  /^[^a-z]/.test(text) &&
  !/[.。:：!?？！]$|[,，;；。]/.test(text) &&
  !/\b(?:shall|must|will|may)\b|应当|必须|不得/i.test(text);

/** Whether 1.1 stands below 1. */
function hasPart(entries: readonly Entry[], entry: Entry): boolean {
  const part = entries[entries.indexOf(entry) + 1]?.form?.number;
  const { value, branch } = entry.form?.number ?? { value: 0, branch: 0 };
  return part?.value === 1 && part.head === `${value}${branchLetters[branch - 1] ?? ''}.`;
}

const asClause = (form: WrittenForm | undefined): WrittenForm | undefined =>
  form?.number?.style === 'list' ? { ...form, number: { ...form.number, style: 'decimal' } } : form;

/** `1 总则` on a line of its own: a heading, where 1.1 stands below it. */
export function bareHeading(line: string): Omit<OutlineEntry, 'start' | 'hasText'> | undefined {
  const [, digits, letter = '-', behind = '', text = ''] =
    /^(\d{1,2})([A-Z])?([ \u3000]+)(\S.{0,39})$/.exec(line.trim()) ?? [];
  if (digits === undefined) return undefined;
  const branch = branchLetters.indexOf(letter) + 1;
  const number = {
    style: 'bare',
    head: '',
    value: Number(digits),
    branch,
    tail: '',
    script: 'digits',
  } as const;
  const entry = {
    kind: 'heading',
    level: 11,
    text,
    form: { before: '', number, behind, close: '' },
  } as const;
  return isTitleLine(text) ? entry : undefined;
}

/** Takes out those that are none. */
export const withoutFalse = (entries: readonly Entry[]): Entry[] =>
  entries.filter((entry, i) => {
    const isBare = entry.form?.number?.style === 'bare' && entry.level === 11;
    if (!isBare || hasPart(entries, entry)) return true;
    const last = entries[i - 1];
    if (last) last.hasText = true;
    return false;
  });
