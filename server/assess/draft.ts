import type { ClausePosition, ModelClause, Requirement } from '../catalogue/requirement.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Language } from '../document/prose.ts';
import type { Context } from './context.ts';
import { withKnownNumbers } from './known-numbers.ts';

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

/** The same in given words, where there is no document. */
export const draftWith = (text: string, language: Language, words: DocumentWords): Draft =>
  asDraft(inWords(text, language, words));

const inTheWordsOf = (text: string, language: Language, { document }: Context): string =>
  inWords(text, language, wordsOf(document, language));

function inWords(text: string, language: Language, words: DocumentWords): string {
  return text.replace(
    /\{(supplier|purchaser|user|platform|shall|shallNot|we)\}/g,
    (whole, name: string, at: number) => {
      const word = words[name as keyof DocumentWords] ?? whole;
      return language === 'en' && startsSentence(text, at) ? capital(word) : word;
    },
  );
}

const startsSentence = (text: string, at: number): boolean => at === 0 || /[.\n]\s*$/.test(text.slice(0, at));
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Placeholders in the plain form: the proposed words stand as they are, so that the clause can be read. */
function asDraft(snippet: string): Draft {
  const plain = snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d+/g, '');
  return { snippet: snippet.replace(/\$(?!\{\d)/g, '\\$'), plain };
}

/** How a document names the parties, and its modal verb. */
export interface DocumentWords {
  readonly supplier: string;
  readonly purchaser: string;
  readonly user: string;
  readonly platform: string;
  readonly shall: string;
  readonly shallNot: string;
  readonly we: string;
}

function wordsOf({ text }: LegalDocument, language: Language): DocumentWords {
  if (language === 'zh') {
    const shall = mostFrequent(
      text,
      ['应当', '应', '须', '必须'],
      '应当',
      /应当|必须|(?<!供)应(?![当用急商该对])|(?<!无)须/g,
    );
    return {
      supplier: mostFrequent(
        text,
        ['乙方', '供应商', '卖方', '投标人', '服务商', '受托方', '承包人', '中标人', '供货方'],
        '乙方',
      ),
      purchaser: mostFrequent(text, ['甲方', '采购人', '买方', '委托方', '招标人', '需方'], '甲方'),
      user: mostFrequent(text, ['用户', '您'], '用户'),
      platform: mostFrequent(text, ['本平台', '平台', '应用商店', '我们'], '本平台'),
      shall,
      shallNot: '不得',
      we: mostFrequent(text, ['我们', '本公司', '公司', '本单位'], '我们'),
    };
  }
  const shall = mostFrequent(text, ['shall', 'must', 'will'], 'shall');
  return {
    supplier:
      named(text, [
        'Supplier',
        'Vendor',
        'Contractor',
        'Provider',
        'Service Provider',
        'Seller',
        'Processor',
        'Bidder',
        'Consultant',
      ]) ?? 'the Supplier',
    purchaser:
      named(text, ['Purchaser', 'Customer', 'Buyer', 'Client', 'Controller', 'Agency']) ?? 'the Purchaser',
    user: named(text, ['User', 'Customer', 'Subscriber']) ?? (/\byou\b/i.test(text) ? 'you' : 'the User'),
    platform: named(text, ['Platform', 'Store', 'Marketplace']) ?? 'we',
    shall,
    shallNot: `${shall} not`,
    we: named(text, ['Company', 'Organization', 'Organisation']) ?? 'we',
  };
}

/** The capitalised party name used most, with its article: "the Contractor". */
function named(text: string, names: readonly string[]): string | undefined {
  const name = mostFrequent(text, names, '', new RegExp(`\\b(?:${names.join('|')})\\b`, 'g'));
  if (!name) return undefined;
  const bare = (text.match(new RegExp(`(?<!\\b[Tt]he )\\b${name} (?:shall|must|will)\\b`, 'g')) ?? []).length;
  const article = (text.match(new RegExp(`\\b[Tt]he ${name}\\b`, 'g')) ?? []).length;
  return bare > article ? name : `the ${name}`;
}

function mostFrequent(
  text: string,
  words: readonly string[],
  otherwise: string,
  pattern = new RegExp(words.join('|'), 'g'),
): string {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(pattern)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best = otherwise;
  for (const word of words) if ((counts.get(word) ?? 0) > (counts.get(best) ?? 0)) best = word;
  return best;
}
