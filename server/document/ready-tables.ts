import type { PhraseTable } from '../text/phrase-table.ts';

/** The words of language, compiled. */
export interface LanguageTables {
  readonly marks: PhraseTable;
  readonly parties: PhraseTable;
}

/** The bundler puts the tables here (scripts/bundle.mjs); without it they are made at the first use. */
export const readyTables: LanguageTables | undefined = undefined as LanguageTables | undefined;
