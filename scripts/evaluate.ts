// `npm run evaluate [-- --requirement a,b] [--file part] [--quiet] [--write] [--labels folder] [--keep file]`: precision and recall on the labelled documents of the
// corpus beside this project, with the keyword baseline next to them, then every disagreement.
import pages from 'catalogue:pages';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Assessment, Passage, Report } from '../server/assess/assessment.ts';
import { makeLibrary, noSettings, review } from '../server/assess/review.ts';
import { loadCatalogue } from '../server/catalogue/library.ts';
import { readDocument } from '../server/document/document.ts';
import type { LegalDocument } from '../server/document/model.ts';
import { limitsPage } from './parts/limits.ts';
import { score, type Disagreement, type Figures, type LabelFile, type Score } from './parts/score.ts';

const { values: options } = parseArgs({
  options: {
    requirement: { type: 'string' },
    file: { type: 'string' },
    quiet: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    labels: { type: 'string' },
    keep: { type: 'string' },
  },
});
const root = process.env['PROJECT_ROOT'] ?? process.cwd();
const corpus = join(root, '../shared/corpus');
if (!existsSync(join(corpus, 'gold'))) {
  console.log('No labelled corpus at ../shared/corpus: nothing to evaluate.');
  process.exit(0);
}

const wanted = options.requirement?.split(',').map((id) => id.trim().replace('opinions/', ''));
const labels = labelsIn(options.labels ? join(root, options.labels) : join(corpus, 'gold'))
  .filter((label) => label.file.includes(options.file ?? ''))
  .map((label) => ({
    ...label,
    items: label.items.filter(({ element }) => wanted?.includes(element) ?? true),
  }));
const catalogue = loadCatalogue(pages);
if (catalogue.problems.length > 0) console.error(`The pages have ${catalogue.problems.length} problems.`);
const library = makeLibrary(catalogue);

const started = Date.now();
const judged = new Map(
  labels.map(({ file }) => {
    const document = readDocument(readFileSync(join(corpus, file), 'utf8'));
    return [file, { document, report: review(document, library, noSettings) }];
  }),
);
const seconds = (Date.now() - started) / 1000;
const own = score(corpus, labels, [...judged].map(answerOf));
const baseline = score(
  corpus,
  labels,
  JSON.parse(readFileSync(join(corpus, 'keyword-baseline.json'), 'utf8')),
);

const byElement = (a: Disagreement, b: Disagreement): number =>
  a.element < b.element ? -1 : Number(a.element > b.element);
if (!options.quiet) [...own.disagreements].sort(byElement).forEach(printDisagreement);
console.log();
printTable(own, baseline);
console.log(
  `\n${own.documents} documents in ${seconds.toFixed(1)} s; types right ${own.types.right} of ${own.types.judged}; ` +
    `${own.falseAlarms.length} clauses called missing because of a wrong type; ${own.unanswered.length} without an answer`,
);
for (const wrong of own.types.wrong) console.log(`  type: ${wrong}`);
for (const alarm of own.falseAlarms) console.log(`  false alarm: ${alarm}`);
if (own.unanswered.length > 0) {
  console.log(`  unanswered: ${[...new Set(own.unanswered.map((u) => u.split(': ').at(-1)))].join(', ')}`);
}

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

function labelsIn(folder: string): LabelFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as LabelFile);
}

/** What the coverage report says of a document, in the scorer's form. */
function answerOf([file, { document, report }]: [string, { document: LegalDocument; report: Report }]) {
  return {
    file,
    type: report.type.types,
    assessments: report.assessments.map(({ requirement, expected, outcome, evidence }) => ({
      requirement: requirement.id,
      expected,
      outcome,
      evidence: evidence.map((passage) => linesOf(passage, document)),
    })),
  };
}

function linesOf({ span }: Passage, { lines }: LegalDocument) {
  const startLine = lines.lineAt(span.start) + 1;
  return { startLine, endLine: Math.min(lines.lineAt(span.end - 1) + 1, startLine + 11) };
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
    console.log(`    ${kind} ${linesOf(best, document).startLine}: ${shorten(best.text)}`);
    console.log(`      ${force}${bearer ? ` on ${bearer}` : ''} ${words}${why ? ` lacking ${why}` : ''}`);
  }
  if (lacking.length > 0) console.log(`    lacking: ${lacking.map((l) => l.message.en).join('; ')}`);
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > 220 ? `${plain.slice(0, 220)} …` : plain;
}

function printTable(own: Score, baseline: Score): void {
  const head = ['', 'items', 'missing P / R / F1', 'present P / R / F1', 'exact', 'evidence'];
  console.log(rowOf([...head, '| keywords: missing F1, present F1, exact']));
  for (const [slice, figures] of Object.entries(own.report).sort(inOrder)) {
    const key = baseline.report[slice];
    console.log(
      rowOf([
        slice.replace(/^element /, ''),
        String(figures.items),
        triple(figures.missing),
        triple(figures.present),
        percent(figures.exact),
        percent(figures.evidence.near),
        `| ${[key?.missing.f1, key?.present.f1, key?.exact].map((x) => percent(x ?? null)).join('  ')}`,
      ]),
    );
  }
}

function inOrder([a]: [string, Figures], [b]: [string, Figures]): number {
  return Number(a.startsWith('element')) - Number(b.startsWith('element')) || (a < b ? -1 : 1);
}

function rowOf(cells: readonly string[]): string {
  const widths = [30, 6, 20, 20, 7, 9];
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(30) : cell.padStart(widths[i] ?? 0))).join(' ');
}

function percent(x: number | null): string {
  return (x === null ? '–' : (100 * x).toFixed(1)).padStart(5);
}

function triple({ precision, recall, f1 }: Figures['missing']): string {
  return [precision, recall, f1].map(percent).join(' ');
}
