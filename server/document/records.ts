import { fold } from '../text/fold.ts';
import { joinWith, proseOf, type Flat } from './flat.ts';
import { fileLabels, partyLabels, timeLabels } from './language.ts';
import { quantitiesIn } from './quantities.ts';
import type { Item } from './tree.ts';

// "Responsible: the CISO", "Frequency: annual": fields of a record, one to an item or to a row of a table. Alone they
// say nothing; together they say how what they stand under is done.

/** The items of a list as the fields of one record; undefined when they are none. */
export function fieldsOfItems(items: readonly Item[]): readonly Flat[] | undefined {
  const fields: Flat[] = [];
  for (const { children } of items) {
    const [only] = children;
    if (children.length !== 1 || only?.kind !== 'paragraph') return undefined;
    fields.push(only.words.flat);
  }
  return isRecord(fields) ? fields : undefined;
}

/** The rows of a table with two columns likewise. */
export function fieldsOfRows(rows: readonly (readonly Flat[])[]): readonly Flat[] | undefined {
  if (rows.length < 2 || rows.some((row) => row.length !== 2)) return undefined;
  const fields = rows.map((row) => joinWith(row, ' | '));
  return isRecord(fields) ? fields : undefined;
}

/** A short label, and what is no sentence; nothing else with a label behind it. */
const field = /^([^:：,，;；.。|]{2,24}?)\s*[:：|]\s*((?:(?!\. )[^:：;；。!?！？|]){1,160})$/;

/**
 * Each field once: items that repeat one are records of their own. A file that tells its version speaks of itself; a
 * frequency without a number or an interval is a word that is explained.
 */
function isRecord(fields: readonly Flat[]): boolean {
  const names = new Set<string>();
  let timed = false;
  let parties = 0;
  for (const flat of fields) {
    if (!/^.{2,40}[:：|]/.test(flat.text)) return false;
    const [, label = '', value = ''] = field.exec(proseOf(flat).text) ?? [];
    const name = fold(label);
    if (name === '' || names.has(name) || fileLabels.test(name)) return false;
    names.add(name);
    if (partyLabels.test(name)) parties++;
    timed ||= timeLabels.test(name) && times.some((kind) => quantitiesIn(fold(value), kind).length > 0);
  }
  return timed || parties > 1;
}

const times = ['frequency', 'period', 'deadline'] as const;
