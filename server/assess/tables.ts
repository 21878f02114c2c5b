import type { Catalogue } from '../catalogue/requirement.ts';
import { compilePhrases } from '../text/phrase-table.ts';
import { conceptPhrases, type Tables } from './library.ts';
import { typePhrases } from './types.ts';

/** The words of a catalogue, compiled: for a build, so that a start need not do it. */
export const tablesOf = (catalogue: Catalogue): Tables => ({
  concepts: compilePhrases([...conceptPhrases(catalogue)].map(({ phrase }) => phrase)),
  types: compilePhrases(typePhrases(catalogue).map(({ phrase }) => phrase)),
});
