import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../../server/assess/review.ts';
import { corpusDocuments } from './documents.ts';
import { judge } from './judged.ts';
import { typesOfLabel } from './labels.ts';
import type { LabelFile } from './score.ts';

/** What `check` says of the corpus without a declared type. */
export interface Silence {
  /** Statutes, negatives, offer letters, licences and one-topic files: nothing may be said of them. */
  readonly silent: { readonly documents: number; readonly broken: readonly string[] };
  /** Of the others, at most one information. */
  readonly others: { readonly documents: number; readonly broken: readonly string[] };
}

export function silenceOf(root: string, labels: readonly LabelFile[], library: Library): Silence {
  const corpus = join(root, '../shared/corpus');
  const kinds = kindsIn(corpus);
  const untyped = new Set(
    labels.filter((label) => typesOfLabel(label).every((type) => type === '')).map((label) => label.file),
  );
  const silent = { documents: 0, broken: [] as string[] };
  const others = { documents: 0, broken: [] as string[] };
  for (const { file } of corpusDocuments(root)) {
    const { report } = judge(corpus, file, library);
    const found = report.findings.map((f) => `${f.code} (${f.level})`);
    const mute =
      ['law', 'negative'].includes(kinds.get(file) ?? '') ||
      /offer-letter|licen[cs]e/.test(file) ||
      untyped.has(file);
    const group = mute ? silent : others;
    group.documents++;
    const type = report.type.types.join(', ') || 'none';
    const loud = report.findings.some((f) => f.level === 'warning' || f.level === 'error');
    if (mute ? found.length > 0 : found.length > 1 || loud)
      group.broken.push(`${file} (${type}): ${found.join(', ')}`);
  }
  return { silent, others };
}

/** Warnings of missing clauses with the labelled type declared, by the labels. */
export interface Warnings {
  readonly documents: number;
  readonly right: number;
  readonly wrong: readonly string[];
  /** Disputed, not applicable, or not labelled. */
  readonly open: readonly string[];
}

export function warningsOf(labels: readonly LabelFile[], corpus: string, library: Library): Warnings {
  let documents = 0;
  let right = 0;
  const wrong: string[] = [];
  const open: string[] = [];
  for (const label of labels) {
    const type = typesOfLabel(label)[0];
    if (!type || label.docType === 'law') continue;
    documents++;
    const { report, document } = judge(corpus, label.file, library, [type]);
    for (const { assessment, level } of report.findings) {
      if (assessment?.outcome !== 'missing' || (level !== 'warning' && level !== 'error')) continue;
      const slug = assessment.requirement.id.split('/').at(-1);
      const item = label.items.find(({ element }) => element === slug);
      const line = item?.evidenceLines?.[0] ?? 1;
      const told = `${label.file}:${line} ${slug}: labelled ${item?.verdict ?? 'nothing'}`;
      if (!item || item.disputed || item.verdict === 'not-applicable') open.push(told);
      else if (item.verdict === 'missing') right++;
      else wrong.push(`${told} (${document.language})`);
    }
  }
  return { documents, right, wrong, open };
}

/** The kind of each document, from the list of sources. */
function kindsIn(corpus: string): ReadonlyMap<string, string> {
  const rows = readFileSync(join(corpus, 'SOURCES.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  return new Map(rows.map((row) => [row[0] ?? '', row[5] ?? '']));
}
