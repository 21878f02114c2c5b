import { resolve } from 'node:path';
import type { Report } from '../assess/assessment.ts';
import { review, type Library, type ReviewSettings, type Which } from '../assess/review.ts';
import { readDocument } from '../document/document.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Lines } from '../text/lines.ts';
import type { Bilingual } from '../text/span.ts';
import type { Configurations } from './configurations.ts';
import type { FileToCheck } from './files.ts';
import { readText, type TextRead } from './read.ts';

/** A file with its verdict. `file` is the path to show, with forward slashes. */
export interface CheckedFile {
  readonly file: string;
  readonly document: LegalDocument;
  /** Those of the document; known without reading it anew. */
  readonly lines: Lines;
  readonly report: Report;
}

export type Checked =
  | ({ readonly kind: 'checked' } & CheckedFile)
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unreadable'; readonly file: string; readonly message: Bilingual };

export interface CheckOptions {
  readonly library: Library;
  readonly which: Which;
  readonly configurations: Configurations;
  /** Types of the command line; they stand above those of a configuration. */
  readonly types: readonly string[];
  /** What came in on the standard input, and the name under which it is judged and shown. */
  readonly stdin: TextRead | undefined;
  readonly stdinName: string | undefined;
  readonly cwd: string;
}

/** What is to be judged, and by which settings; nothing is read yet. */
export interface Job {
  readonly file: FileToCheck;
  readonly shown: string;
  readonly settings: ReviewSettings;
}

/** Undefined for a file that the configuration leaves out. */
export function jobFor(
  file: FileToCheck,
  options: Pick<CheckOptions, 'configurations' | 'types' | 'stdinName' | 'cwd'>,
): Job | undefined {
  const isStdin = file.absolute === '-';
  const path = isStdin ? resolve(options.cwd, options.stdinName ?? 'stdin.md') : file.absolute;
  const { ignored, ...settings } = options.configurations.settingsFor(path);
  if (ignored) return undefined;
  const shown = isStdin ? (options.stdinName ?? 'stdin') : file.shown;
  return {
    file,
    shown,
    settings: options.types.length > 0 ? { ...settings, types: options.types } : settings,
  };
}

/** Reads and judges one file. What goes wrong stays with the file. */
export function checkFile(
  job: Job,
  { library, which, stdin }: Pick<CheckOptions, 'library' | 'which' | 'stdin'>,
): Checked {
  const { file, shown } = job;
  const read = (file.absolute === '-' && stdin) || readText(file.absolute);
  if ('problem' in read) return { kind: 'unreadable', file: shown, message: read.problem };
  return checkText(read.text, job, library, which);
}

/** Judges the text of a file. */
export function checkText(text: string, { shown, settings }: Job, library: Library, which: Which): Checked {
  try {
    const document = readDocument(text);
    const report = review(document, library, settings, which);
    return { kind: 'checked', file: shown, document, lines: document.lines, report };
  } catch (error) {
    return { kind: 'unreadable', file: shown, message: internalError(error) };
  }
}

function internalError(error: unknown): Bilingual {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    en: `could not be checked; this is a fault of clausecheck, please report it (${reason})`,
    zh: `未能检查，这是 clausecheck 的缺陷，请反馈（${reason}）`,
  };
}
