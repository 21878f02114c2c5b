import { resolve } from 'node:path';
import type { Report } from '../assess/assessment.ts';
import { review, type Library, type ReviewSettings, type Which } from '../assess/review.ts';
import { readDocument } from '../document/document.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Bilingual } from '../text/span.ts';
import type { Configurations } from './configurations.ts';
import type { FileToCheck } from './files.ts';
import { readText, type TextRead } from './read.ts';

/** A file with its verdict. `file` is the path to show, with forward slashes. */
export interface CheckedFile {
  readonly file: string;
  readonly document: LegalDocument;
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

/** Reads and judges one file. What goes wrong stays with the file. */
export function checkFile(file: FileToCheck, options: CheckOptions): Checked {
  const isStdin = file.absolute === '-';
  const shown = isStdin ? (options.stdinName ?? 'stdin') : file.shown;
  const path = isStdin ? resolve(options.cwd, options.stdinName ?? 'stdin.md') : file.absolute;
  const { ignored, ...settings } = options.configurations.settingsFor(path);
  if (ignored) return { kind: 'ignored' };
  const read = (isStdin && options.stdin) || readText(file.absolute);
  if ('problem' in read) return { kind: 'unreadable', file: shown, message: read.problem };
  try {
    return judge(shown, read.text, withTypes(settings, options.types), options);
  } catch (error) {
    return { kind: 'unreadable', file: shown, message: internalError(error) };
  }
}

function judge(
  file: string,
  text: string,
  settings: ReviewSettings,
  { library, which }: CheckOptions,
): Checked {
  const document = readDocument(text);
  return { kind: 'checked', file, document, report: review(document, library, settings, which) };
}

const withTypes = (settings: ReviewSettings, types: readonly string[]): ReviewSettings =>
  types.length > 0 ? { ...settings, types } : settings;

function internalError(error: unknown): Bilingual {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    en: `could not be checked; this is a fault of clausecheck, please report it (${reason})`,
    zh: `未能检查，这是 clausecheck 的缺陷，请反馈（${reason}）`,
  };
}
