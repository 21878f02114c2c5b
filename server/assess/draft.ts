import type { ClausePosition, DocumentWords, ModelClause, Requirement } from '../catalogue/requirement.ts';
import { readDocument } from '../document/document.ts';
import type { Language } from '../document/prose.ts';
import type { Context } from './context.ts';
import { withKnownNumbers } from './known-numbers.ts';
import { wordsOf } from './words.ts';

/** A draft to insert: snippet syntax (`${1:thirty (30)}`) for editors that know it, plain placeholders elsewhere. */
export interface Draft {
  readonly snippet: string;
  readonly plain: string;
}

/** The model clause of a requirement, or the position to fall back to, in the words of the document: its parties, its modal verb. */
export function draftClause(
  requirement: Requirement,
  language: Language,
  context: Context,
  position: ClausePosition = 'model',
): Draft | undefined {
  const clauses = requirement.clauses.filter((c) => c.position === position);
  const clause = fittingClause(clauses, language, context, position === 'model');
  if (!clause) return undefined;
  return asDraft(inTheWordsOf(withKnownNumbers(clause.text, requirement, context), language, context));
}

/** Words of a page (an `add`, a heading) in the words of the document. */
export const draftWords = (text: string, language: Language, context: Context): Draft =>
  asDraft(inTheWordsOf(text, language, context));

/** Nearest first: written for the type, for its register, for all; `anyhow` one for something else. */
function fittingClause(
  clauses: readonly ModelClause[],
  language: Language,
  { types }: Context,
  anyhow: boolean,
): ModelClause | undefined {
  const own = clauses.filter((c) => c.language === language);
  const type = types[0];
  return (
    own.find((c) => c.for === type?.id) ??
    own.find((c) => c.for === type?.register) ??
    own.find((c) => type?.register === 'bid' && c.for === 'contract') ??
    own.find((c) => c.for === '') ??
    (anyhow ? own[0] : undefined)
  );
}

/** The same in the usual words, where there is no document. */
export const draftUsual = (text: string, language: Language): Draft =>
  asDraft(inWords(text, language, wordsOf(nothing, language)));

const nothing = readDocument('');

const inTheWordsOf = (text: string, language: Language, { document }: Context): string =>
  inWords(text, language, wordsOf(document, language));

function inWords(text: string, language: Language, words: DocumentWords): string {
  // A term that says whose information it is needs no owner: "Client Personal Data".
  const owned = /^(?:personal|个人)/i.test(words.personalInformation);
  const told = owned ? text : text.replace(/\{your\} ?(?=\{personalInformation\})/g, '');
  let isNamed = false;
  return told.replace(
    /\{(?:([A-Za-z]+)|(\w+)\|(\w+))\}/g,
    (whole, name: string | undefined, plain: string, third: string, at: number) => {
      // {store|stores} agrees with the party named last: "we store", "Fernway stores".
      if (name === undefined) return isNamed ? third : plain;
      const word = words[name as keyof DocumentWords] ?? whole;
      // 应对 and 应用 would be other words.
      if (word === '应' && /^[用急对收付答邀聘届征诉标]/.test(told.slice(at + whole.length))) return '应当';
      if (parties.has(name)) isNamed = word !== 'we' && word !== 'you';
      return language === 'en' && startsSentence(told.slice(0, at)) ? capital(word) : word;
    },
  );
}

const parties: ReadonlySet<string> = new Set(['supplier', 'purchaser', 'user', 'platform', 'we']);

/** "**Network security.** The User …": marks may stand between. */
const startsSentence = (before: string): boolean => /(?:^|\n|[.!?][*_"”)\]]*\s)[\s*_>#-]*$/.test(before);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Placeholders in the plain form: the proposed words stand as they are, so that the clause can be read. */
function asDraft(snippet: string): Draft {
  const plain = snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d+/g, '');
  return { snippet: snippet.replace(/\$(?!\{\d)/g, '\\$'), plain };
}
