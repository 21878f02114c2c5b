import type { Library } from '../../assess/review.ts';
import type { Bilingual, Locale } from '../../text/span.ts';
import type { CheckedFile } from '../check.ts';
import type { PlacedProblem } from '../configurations.ts';
import type { Totals } from '../totals.ts';
import type { Versions } from '../version.ts';

/** Puts a run into one format. What `file` gives is written at once; formats that must know all give it at the end. */
export interface Printer {
  file(checked: CheckedFile): string;
  end(run: Run): string;
}

/** What is known when all files are read. */
export interface Run {
  readonly totals: Totals;
  readonly unreadable: readonly { readonly file: string; readonly message: Bilingual }[];
  /** What is wrong with the configurations. */
  readonly problems: readonly PlacedProblem[];
}

/** What all formats need to know. */
export interface PrintContext {
  readonly locale: Locale;
  readonly versions: Versions;
  readonly library: Library;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly color: boolean;
  readonly quiet: boolean;
}
