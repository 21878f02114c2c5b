import { readFacts } from './facts.ts';
import { readFields } from './fields.ts';
import type { Notes } from './notes.ts';
import { cutPage } from './page-text.ts';
import { checkSections, readProse } from './prose.ts';
import type { Instrument, InstrumentStatus } from './requirement.ts';

/** Reads the page of one law, measure or standard, `instruments/<id>.md`. */
export function readInstrument(path: string, text: string, notes: Notes): Instrument | undefined {
  const page = cutPage(text);
  const fields = readFields(page, notes);
  if (!fields) return undefined;
  const overtakenBy = fields.words('overtakenBy');
  for (const { text, line } of overtakenBy) notes.refer('instrument', text, line);
  const names = fields.map('names');
  const instrument: Instrument = {
    id: path.replace(/^instruments\/|\.md$/g, ''),
    title: fields.bilingual('title'),
    number: fields.text('number', ''),
    issuer: fields.bilingual('issuer'),
    issued: dayOf('issued'),
    effective: dayOf('effective'),
    status: fields.choice<InstrumentStatus>('status', statuses),
    overtakenBy: overtakenBy.map((w) => w.text),
    currency: fields.bilingual('currency'),
    names: { en: names?.texts('en') ?? [], zh: names?.texts('zh') ?? [] },
    facts: readFacts(fields),
    reviewed: fields.date('reviewed'),
    prose: readProse(page),
    path,
  };
  names?.close();
  fields.close();
  checkSections(page, ['中文'], notes);
  return instrument;

  /** A day, a month or a year, as exactly as it is known; empty when it is not. */
  function dayOf(key: string): string {
    const value = fields?.text(key, '') ?? '';
    if (!/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/.test(value)) {
      notes.problem(
        fields?.lineOf(key) ?? 1,
        `"${key}" must be a date such as 2021-11-01.`,
        `“${key}”应为日期，例如 2021-11-01。`,
      );
    }
    return value;
  }
}

const statuses: readonly InstrumentStatus[] = [
  'in-force',
  'policy-document',
  'overtaken',
  'overlaid',
  'expired',
  'out-of-scope',
  'draft',
];
