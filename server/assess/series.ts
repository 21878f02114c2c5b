import { inOneSeries, numberBehind, type NumberShape } from './numbering.ts';
import type { OutlineEntry, WrittenForm } from './outline.ts';

type Entries = readonly OutlineEntry[];

/** How the next clause behind an entry is written: with the first number that none of its series has. */
export function formBehind(entries: Entries, index: number): WrittenForm | undefined {
  const form = entries[index]?.form;
  const number = form?.number && numberBehind(form.number, countedWith(entries, index, form.number));
  return number && form && { ...form, number, behind: apart(number, form.behind) };
}

/** Words stand apart from a letter, so that 2.1A我们 is read as a number. */
const apart = ({ branch, script }: NumberShape, behind: string): string =>
  branch > 0 && script === 'digits' && behind === '' ? ' ' : behind;

/**
 * The numbers that the next one must differ from: of sisters under the same heading, and of the row that runs on
 * through the document. A row begins anew where its numbers do.
 */
function countedWith(entries: Entries, index: number, own: NumberShape): NumberShape[] {
  const row: { number: NumberShape; parent: number; at: number }[] = [];
  const open: number[] = [];
  entries.forEach(({ level, form }, at) => {
    while (open.length > 0 && (entries[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
    if (form?.number && inOneSeries(form.number, own))
      row.push({ number: form.number, parent: open.at(-1) ?? -1, at });
    open.push(at);
  });
  const place = row.findIndex(({ at }) => at === index);
  let first = place;
  while (isBehind(row[first]?.number, row[first - 1]?.number)) first--;
  let last = place;
  while (isBehind(row[last + 1]?.number, row[last]?.number)) last++;
  const parent = row[place]?.parent;
  const { from, to } = zoneOf(entries, index);
  const zone = row.filter(({ at }) => from <= at && at < to).map(({ number }) => number);
  if (isUnique(own) && !zone.some((number, i) => zone.slice(0, i).some((other) => isSame(other, number))))
    return zone;
  return row
    .filter((other, i) => (first <= i && i <= last) || other.parent === parent)
    .map(({ number }) => number);
}

/** 第三条, 5.1: numbers that a reference gives alone. One that stands out of order is taken, too. */
const isUnique = ({ style, head }: NumberShape): boolean =>
  style === 'tiao' || style === 'article' || (style === 'decimal' && head !== '');

const isSame = (a: NumberShape, b: NumberShape): boolean => a.value === b.value && a.branch === b.branch;

/** The document's body, or an annex, which counts anew. */
function zoneOf(entries: Entries, index: number): { from: number; to: number } {
  const to = entries.findIndex(({ level }, at) => at > index && level === 0);
  return {
    from: Math.max(
      0,
      entries.findLastIndex(({ level }, at) => at <= index && level === 0),
    ),
    to: to < 0 ? entries.length : to,
  };
}

/** Those inserted later need not stand in order. */
const isBehind = (number: NumberShape | undefined, elder: NumberShape | undefined): boolean =>
  number !== undefined &&
  elder !== undefined &&
  (number.value > elder.value || (number.value === elder.value && number.branch !== elder.branch));

/** The index behind an entry and all that stands below it. */
export function endOf(entries: Entries, index: number): number {
  const level = entries[index]?.level ?? -1;
  const end = entries.findIndex((entry, at) => at > index && entry.level <= level);
  return end < 0 ? entries.length : end;
}

/** The index of the next heading behind an entry, or of the end of the document's body. */
export function nextHeading(entries: Entries, index: number): number {
  const next = entries.findIndex(({ kind }, at) => at > index && kind !== 'clause');
  return next < 0 ? entries.length : next;
}

/** The numbered clauses of a heading's own text, the outermost ones. */
export function clausesBelow(entries: Entries, heading: number): number[] {
  const below: number[] = [];
  const end = nextHeading(entries, heading);
  for (let at = heading + 1; at < end; at++) if (entries[at]?.form?.number) below.push(at);
  const least = Math.min(...below.map((at) => entries[at]?.level ?? Infinity));
  return below.filter((at) => entries[at]?.level === least);
}
