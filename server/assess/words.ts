import type { DocumentWords } from '../catalogue/requirement.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Language } from '../document/prose.ts';
import { memoized } from '../text/memo.ts';
import { chineseWords } from './words-zh.ts';
import { englishWords } from './words-en.ts';

/** The words of a document: as it defines them, else as it uses them, else the usual ones. */
export const wordsOf = (document: LegalDocument, language: Language): DocumentWords =>
  readers[language](document);

const readers = { en: memoized(englishWords), zh: memoized(chineseWords) };
