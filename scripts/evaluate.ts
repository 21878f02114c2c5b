// `npm run evaluate`: precision and recall on the labelled documents of the corpus beside this project, with the keyword
// baseline next to them, then every disagreement. Options: CONTRIBUTING.md.
import pages from 'catalogue:pages';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Assessment } from '../server/assess/assessment.ts';
import { makeLibrary } from '../server/assess/review.ts';
import { loadCatalogue } from '../server/catalogue/library.ts';
import type { LegalDocument } from '../server/document/model.ts';
import { ablationTable, judgeAblated, type Ablation } from './parts/ablated.ts';
import { degreesOf } from './parts/deficient.ts';
import { answerOf, judge, placeOf, shorten } from './parts/judged.ts';
import { labelsIn, unreadable } from './parts/labels.ts';
import { limitsPage } from './parts/limits.ts';
import { cell } from './parts/rates.ts';
import { figuresRow, headRow } from './parts/score-table.ts';
import { score, type Disagreement, type LabelFile, type Score } from './parts/score.ts';
import { silenceOf, warningsOf } from './parts/type-check.ts';

const { values: options } = parseArgs({
  options: {
    requirement: { type: 'string' },
    file: { type: 'string' },
    quiet: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    labels: { type: 'string' },
    documents: { type: 'string' },
    keep: { type: 'string' },
    types: { type: 'boolean', default: false },
    ablated: { type: 'boolean', default: false },
  },
});
const root = process.env['PROJECT_ROOT'] ?? process.cwd();
const corpus = join(root, '../shared/corpus');
if (!existsSync(join(corpus, 'gold'))) {
  console.log('No labelled corpus at ../shared/corpus: nothing to evaluate.');
  process.exit(0);
}
const catalogue = loadCatalogue(pages);
if (catalogue.problems.length > 0) console.error(`The pages have ${catalogue.problems.length} problems.`);
const library = makeLibrary(catalogue);
const wanted = options.requirement?.split(',').map((id) => id.trim().replace('opinions/', ''));

if (options.ablated || options.labels?.endsWith('.json')) {
  evaluateAblated(join(root, options.labels ?? 'test/labels/ablated.json'));
  process.exit(0);
}
const folders = options.labels?.split(',').map((folder) => join(root, folder.trim())) ?? [
  join(corpus, 'gold'),
];
const lacking = unreadable(folders);
if (lacking !== undefined) {
  console.error(`No folder of labels: ${lacking}`);
  process.exit(2);
}
const labels = labelsIn(folders)
  .filter((label) => label.file.includes(options.file ?? ''))
  .map((label) => ({
    ...label,
    items: label.items.filter(({ element }) => wanted?.includes(element) ?? true),
  }));
/** Statutes state the duties themselves: they are shown apart and count in no bar. */
const documents = labels.filter((label) => label.docType !== 'law');
const statutes = labels.filter((label) => label.docType === 'law');

/** Where the documents lie that the labels name. */
const folder = options.documents === undefined ? corpus : join(root, options.documents);
const started = Date.now();
const judged = new Map(labels.map(({ file }) => [file, judge(folder, file, library)]));
const seconds = (Date.now() - started) / 1000;
const answers = [...judged].map(answerOf);
const keywords: unknown = JSON.parse(readFileSync(join(corpus, 'keyword-baseline.json'), 'utf8'));
const own = score(corpus, documents, answers);
/** Of the documents that the keyword search was run on. */
const searched = new Set((keywords as { file: string }[]).map(({ file }) => file));
const baseline = score(
  corpus,
  documents.filter(({ file }) => searched.has(file)),
  keywords,
);

const byElement = (a: Disagreement, b: Disagreement): number =>
  a.element < b.element ? -1 : Number(a.element > b.element);
if (!options.quiet) [...own.disagreements].sort(byElement).forEach(printDisagreement);
printTables();
printRest();

if (options.types) evaluateTypes();
if (options.keep) {
  writeFileSync(
    join(root, options.keep),
    `${JSON.stringify({ documents: own.documents, report: own.report }, null, 2)}\n`,
  );
}
if (options.write) {
  const fresh = JSON.parse(readFileSync(join(root, 'test/labels/once.json'), 'utf8')) as Pick<
    Score,
    'documents' | 'report'
  >;
  writeFileSync(join(root, 'docs/limits.md'), limitsPage(own, baseline, fresh, catalogue, 'en'));
  writeFileSync(join(root, 'docs/limits.zh-CN.md'), limitsPage(own, baseline, fresh, catalogue, 'zh'));
  console.log('docs/limits.md and docs/limits.zh-CN.md written.');
}

function printTables(): void {
  const inLanguage = (slice: string): LabelFile[] =>
    documents.filter((label) => slice === 'all' || label.language === slice);
  console.log(`\n${headRow()}`);
  for (const slice of ['all', 'en', 'zh']) {
    console.log(figuresRow(slice, own.report[slice], degreesOf(inLanguage(slice), judged)));
    console.log(figuresRow(`  keywords`, baseline.report[slice]));
  }
  console.log('\nby type');
  for (const kind of [...new Set(documents.map((label) => label.docType))].sort()) {
    const some = documents.filter((label) => label.docType === kind);
    console.log(figuresRow(kind, score(corpus, some, answers).report['all'], degreesOf(some, judged)));
  }
  if (statutes.length > 0) {
    const report = score(corpus, statutes, answers).report;
    console.log(figuresRow('(statutes, in no sum)', report['all'], degreesOf(statutes, judged)));
  }
  console.log('\nby requirement');
  for (const [slice, figures] of Object.entries(own.report).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!slice.startsWith('element ')) continue;
    const id = slice.replace('element ', '');
    const some = documents.map((label) => ({ ...label, items: label.items.filter((i) => i.element === id) }));
    console.log(figuresRow(id, figures, degreesOf(some, judged)));
  }
}

function printRest(): void {
  const { right, judged: all, wrong } = own.types;
  const alarms = own.disagreements.filter((d) => d.said === 'missing');
  console.log(`\n${own.documents} documents in ${seconds.toFixed(1)} s, ${statutes.length} statutes apart`);
  console.log(`types right: ${cell(right, all)}`);
  for (const line of wrong) console.log(`  ${line}`);
  console.log(
    `false alarms: ${alarms.length} clauses called missing that are there, ` +
      `${own.falseAlarms.length} because of a wrong type`,
  );
  for (const { file, element, lines } of alarms) console.log(`  ${file}:${lines?.[0] ?? 1} ${element}`);
  for (const alarm of own.falseAlarms) console.log(`  wrong type: ${alarm}`);
  if (own.unanswered.length > 0) {
    const ids = new Set(own.unanswered.map((u) => u.split(': ').at(-1)));
    console.log(`without an answer: ${own.unanswered.length} (${[...ids].join(', ')})`);
  }
}

function evaluateTypes(): void {
  const { silent, others } = silenceOf(root, labels, library);
  console.log('\nwithout a declared type');
  console.log(
    `  nothing said where nothing may be: ${cell(silent.documents - silent.broken.length, silent.documents)}`,
  );
  for (const line of silent.broken) console.log(`    ${line}`);
  console.log(
    `  at most one information elsewhere: ${cell(others.documents - others.broken.length, others.documents)}`,
  );
  for (const line of others.broken) console.log(`    ${line}`);
  const warnings = warningsOf(labels, folder, library);
  const told = warnings.right + warnings.wrong.length;
  console.log(`with the labelled type declared (${warnings.documents} documents)`);
  console.log(`  warnings of missing clauses right by the labels: ${cell(warnings.right, told)}`);
  for (const line of warnings.wrong) console.log(`    ${line}`);
  console.log(`  without an undisputed label: ${warnings.open.length}`);
}

function evaluateAblated(path: string): void {
  const all = JSON.parse(readFileSync(path, 'utf8')) as Ablation[];
  const ablations = all.filter(
    ({ requirement, file }) => (wanted?.includes(requirement) ?? true) && file.includes(options.file ?? ''),
  );
  const from = options.documents === undefined ? corpus : join(root, options.documents);
  const ablated = judgeAblated(ablations, from, library);
  for (const { file, requirement, outcome, evidence } of ablated.filter((a) => a.outcome !== 'missing')) {
    if (options.quiet) continue;
    console.log(`${file}  ${requirement}: taken out, said ${outcome}`);
    for (const { line, text } of evidence.slice(0, 3)) console.log(`    ${line}: ${shorten(text)}`);
  }
  console.log(`\nclauses taken out that are called missing: rate, count, 95 % interval`);
  for (const line of ablationTable(ablated)) console.log(line);
}

function printDisagreement({ file, element, labelled, said, lines }: Disagreement): void {
  const { document, report } = judged.get(file) ?? {};
  const label = labels.find((l) => l.file === file)?.items.find((item) => item.element === element);
  const assessment = report?.assessments.find((a) => a.requirement.id.endsWith(`/${element}`));
  console.log(`${file}:${lines?.[0] ?? 1}  ${element}: labelled ${labelled}, said ${said}`);
  if (document && lines) {
    const text = document.text.split(/\r\n|\r|\n/).slice(lines[0] - 1, Math.min(lines[1], lines[0] + 2));
    console.log(`    labelled ${lines.join('–')}: ${shorten(text.join(' '))}`);
  }
  if (label?.note) console.log(`    note: ${shorten(label.note)}`);
  if (document && assessment) printOwn(assessment, document);
}

function printOwn({ evidence, nearest, lacking }: Assessment, document: LegalDocument): void {
  const [best] = evidence.length > 0 ? evidence : nearest;
  if (best) {
    const { concepts, force, bearer, why } = best.trace;
    const words = concepts.map((c) => `${c.concept}=“${c.text}”`).join(' ');
    const kind = evidence.length > 0 ? 'said' : 'nearest';
    console.log(`    ${kind} ${placeOf(best, document).startLine}: ${shorten(best.text)}`);
    console.log(`      ${force}${bearer ? ` on ${bearer}` : ''} ${words}${why ? ` lacking ${why}` : ''}`);
  }
  if (lacking.length > 0) console.log(`    lacking: ${lacking.map((l) => l.message.en).join('; ')}`);
}
