import type { LegalDocument } from '../document/model.ts';
import { partiesOf } from '../document/parties.ts';
import { escape, termUses } from '../document/terms.ts';

/** A word for somebody or something, and how often the document uses it. */
export interface Name {
  readonly word: string;
  readonly uses: number;
}

/** The names that the document defines, by whom a clause speaks of. */
export interface DefinedNames {
  readonly supplier: readonly Name[];
  readonly purchaser: readonly Name[];
  /** Whoever lays down the rules where only one side speaks. */
  readonly speaker: readonly Name[];
  readonly user: readonly Name[];
  /** Short names of firms: Fernway Ltd ("Fernway"). */
  readonly firms: readonly string[];
}

/**
 * The defined names of the parties, as far as they fit a language. Of two firms the one that pays is the purchaser: `pays`
 * finds, as its group, which of some names does.
 */
export function definedNames(
  document: LegalDocument,
  fits: (name: string) => boolean,
  pays: (names: string) => RegExp,
): DefinedNames {
  const uses = usesOfTerms(document);
  const parties = partiesOf(document).filter(({ name }) => fits(name));
  const on = (...sides: readonly (string | undefined)[]): Name[] =>
    parties
      .filter(({ side }) => sides.includes(side))
      .map(({ name }) => ({ word: name, uses: uses.get(name) ?? 0 }));
  const [suppliers, purchasers, firms] = [on('supplier'), on('purchaser'), on(undefined, 'operator')];
  const payers =
    firms.length > 0 ? found(document.text, pays(firms.map(({ word }) => escape(word)).join('|'))) : [];
  const paying = firms.filter(({ word }) => payers.some((payer) => payer.word === word));
  const others = firms.filter((firm) => !paying.includes(firm));
  // Where the other side has its name, the firm is this one.
  const isTold = purchasers.length + paying.length > 0 || firms.length === 1;
  return {
    supplier: suppliers.length > 0 ? suppliers : isTold ? others : [],
    purchaser:
      purchasers.length > 0 ? purchasers : paying.length > 0 || suppliers.length === 0 ? paying : firms,
    speaker: on(undefined, 'operator', 'platform'),
    user: on('user', 'purchaser'),
    firms: on(undefined).map(({ word }) => word),
  };
}

/** How often a document uses each term that it defines. */
export function usesOfTerms(document: LegalDocument): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { term } of termUses(document)) uses.set(term.name, (uses.get(term.name) ?? 0) + 1);
  return uses;
}

/** The word used most; of several the first. */
export const mostUsed = (names: readonly Name[], otherwise: string): string =>
  names.reduce((best, name) => (name.uses > best.uses ? name : best), { word: otherwise, uses: 0 }).word;

/** The words that a pattern finds (its group, where it has one), each with how often. */
export function found(text: string, pattern: RegExp): Name[] {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(pattern)) {
    const word = match[1] ?? match[0];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, uses]) => ({ word, uses }));
}

/** How often a pattern, which is global, is found. */
export const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
