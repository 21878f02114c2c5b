import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Answers scored by the corpus' own scorer, in a process of its own. */
export function score(corpus: string, labels: readonly LabelFile[], results: unknown): Score {
  const folder = mkdtempSync(join(tmpdir(), 'clausecheck-score-'));
  try {
    labels.forEach((label, index) => {
      writeFileSync(join(folder, `${String(index).padStart(3, '0')}.json`), JSON.stringify(label));
    });
    const answers = join(folder, 'results');
    writeFileSync(answers, JSON.stringify(results));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(corpus, 'score.mjs'), '--gold', folder, '--results', answers, '--json'],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    if (status !== 0) throw new Error(`score.mjs failed: ${stderr}`);
    return JSON.parse(stdout) as Score;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface LabelFile {
  readonly file: string;
  readonly language: string;
  readonly docType: string;
  /** Types that are right, where the kind alone does not say so; an empty name stands for none. */
  readonly types?: readonly string[];
  readonly items: readonly Label[];
}

export interface Label {
  readonly element: string;
  readonly verdict: string;
  readonly evidenceLines?: readonly [number, number] | null;
  readonly note?: string;
  /** The readers differ on whether it is there at all: it counts in no rate. */
  readonly disputed?: boolean;
  /** The readers differ on the degree: either is right. */
  readonly secondVerdict?: string;
}

export interface Score {
  readonly documents: number;
  readonly unanswered: readonly string[];
  readonly falseAlarms: readonly string[];
  readonly types: { readonly right: number; readonly judged: number; readonly wrong: readonly string[] };
  /** `all`, `en`, `zh`, and `element <slug>`. */
  readonly report: Readonly<Record<string, Figures>>;
  readonly disagreements: readonly Disagreement[];
}

export interface Figures {
  readonly items: number;
  readonly missing: Rate;
  readonly present: Rate;
  readonly exact: number | null;
  readonly evidence: { readonly near: number | null; readonly judged: number };
}

export interface Rate {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number;
  readonly hit: number;
  readonly said: number;
  readonly labelled: number;
}

export interface Disagreement {
  readonly file: string;
  readonly element: string;
  readonly labelled: string;
  readonly said: string;
  readonly lines?: readonly [number, number] | null;
}
