import type { Bilingual } from '../text/span.ts';
import { readCheck } from './check-form.ts';
import { clauseSections, exampleSections, readClauses, readExamples } from './examples.ts';
import { readFacts } from './facts.ts';
import { readFields, type Fields } from './fields.ts';
import type { Notes } from './notes.ts';
import { cutPage } from './page-text.ts';
import { checkSections, readProse } from './prose.ts';
import type { Citation, Ground, Level, Place, Requirement } from './requirement.ts';

/** Reads the page of one requirement; undefined when it has no front matter at all. */
export function readRequirement(path: string, text: string, notes: Notes): Requirement | undefined {
  const page = cutPage(text);
  const fields = readFields(page, notes);
  if (!fields) return undefined;
  const id = path.replace(/\.md$/, '');
  const title = fields.bilingual('title');
  const ground = fields.choice<Ground>('ground', grounds);
  const check = readCheck(fields.map('check'));
  if (!fields.has('check')) {
    notes.problem(fields.line, '"check" is lacking.', '缺少“check”。');
  }
  const expected = fields.map('expected');
  const requirement: Requirement = {
    id,
    pack: id.split('/')[0] ?? '',
    title,
    cites: readCitations(fields),
    strength: fields.bilingual('strength'),
    addressee: fields.chosen('addressee', { en: 'addressee', zh: '对象' }, addressees),
    ground,
    required: typesOf('required', expected),
    optional: typesOf('optional', expected),
    level: fields.choice<Level>('level', levels, check.verb === 'none' ? 'off' : undefined),
    levels: readLevels(fields.map('levels')),
    reviewed: fields.date('reviewed'),
    expects: fields.bilingual('expects'),
    aims: fields.optionalBilingual('aims'),
    facts: readFacts(fields),
    check,
    place: readPlace(fields.map('place'), title),
    prose: readProse(page),
    examples: readExamples(page.sections, notes),
    clauses: readClauses(page.sections, notes),
    path,
  };
  expected?.close();
  fields.close();
  checkSections(page, ['中文', ...exampleSections, ...clauseSections, 'Words'], notes);
  checkGround(requirement, fields);
  return requirement;
}

const grounds: readonly Ground[] = ['opinions', 'opinions-some', 'secondary', 'later-law', 'derived', 'none'];
const levels: readonly Level[] = ['warning', 'error', 'information', 'hint', 'off'];
const addressees = [
  'carrier',
  'internet-service',
  'domain-body',
  'app-store',
  'supplier',
  'authority',
  'association',
  'other',
];

function readCitations(fields: Fields): Citation[] {
  const cites = fields.maps('cites').map((cite) => {
    const citation = { instrument: cite.text('instrument'), provision: cite.bilingual('provision') };
    if (citation.instrument) cite.notes.refer('instrument', citation.instrument, cite.lineOf('instrument'));
    cite.close();
    return citation;
  });
  if (cites.length === 0) {
    fields.notes.problem(
      fields.line,
      'At least one instrument must be cited ("cites").',
      '至少须引用一部文件（cites）。',
    );
  }
  return cites;
}

function typesOf(key: string, expected: Fields | undefined): string[] {
  return (expected?.words(key) ?? []).map(({ text, line }) => {
    expected?.notes.refer('type', text, line);
    return text;
  });
}

function readLevels(fields: Fields | undefined): Record<string, Level> {
  const byType: Record<string, Level> = {};
  for (const { text, line } of fields?.keys() ?? []) {
    fields?.notes.refer('type', text, line);
    byType[text] = fields?.choice<Level>(text, levels) ?? 'warning';
  }
  return byType;
}

function readPlace(fields: Fields | undefined, title: Bilingual): Place {
  if (!fields) return { after: [], under: [], heading: title };
  const after = fields.words('after');
  const under = fields.words('under');
  for (const { text, line } of after) fields.notes.refer('sister', text, line);
  for (const { text, line } of under) fields.notes.refer('concept', text, line);
  const heading = fields.optionalBilingual('heading') ?? title;
  fields.close();
  return { after: after.map((w) => w.text), under: under.map((w) => w.text), heading };
}

/** Some grounds say what the Opinions aim at, then what a later instrument or practice answers. */
function checkGround({ ground, aims, cites }: Requirement, fields: Fields): void {
  const { notes } = fields;
  if ((ground === 'later-law' || ground === 'derived') && !aims) {
    notes.problem(
      fields.lineOf('ground'),
      `Ground "${ground}" needs "aims".`,
      `依据“${ground}”须写明“aims”。`,
    );
  }
  if (ground === 'later-law' && cites.length < 2) {
    notes.problem(
      fields.lineOf('cites'),
      'Ground "later-law" needs the later instrument as second citation.',
      '依据“later-law”须将后来的文件列为第二项引用。',
    );
  }
}
