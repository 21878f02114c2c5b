import { numberedClauses, type NumberedClause } from '../document/clause-index.ts';
import type { LegalDocument } from '../document/model.ts';
import { referencesOf, type Reference } from '../document/references.ts';
import {
  formsOf,
  pluralOf,
  singularOf,
  termsOf,
  termUses,
  usesOf,
  type DefinedTerm,
  type TermUse,
} from '../document/terms.ts';
import type { Locale, Span } from '../text/span.ts';

// Defined terms and clause numbers as symbols. Spans are offsets into the document's text, in UTF-16 units.

/** A place in one of several documents that belong together. */
export interface Place extends Span {
  readonly document: LegalDocument;
}

/**
 * Where the term or the clause that is named at `offset` is defined; a term also in one of `others`, the documents
 * that this one incorporates or that incorporate it.
 */
export function definitionAt(
  document: LegalDocument,
  offset: number,
  others: readonly LegalDocument[] = [],
): { readonly origin: Span; readonly target: Place; readonly whole: Span } | undefined {
  const reference = referenceAt(document, offset);
  if (reference) {
    const { span, target, clause } = reference;
    return target && clause && { origin: span, target: { ...target, document }, whole: clause.extent };
  }
  const use = useAt(document, offset, others);
  return (
    use && {
      origin: use.span,
      target: { ...use.term.span, document: use.owner },
      whole: use.term.definition,
    }
  );
}

/** Every place that names the same term or clause as the one at `offset`; in order, document by document. */
export function occurrencesAt(
  document: LegalDocument,
  offset: number,
  { definition, others = [] }: { readonly definition: boolean; readonly others?: readonly LegalDocument[] },
): readonly Place[] {
  const use = useAt(document, offset, others);
  if (use) {
    return usesEverywhere(use, document, others)
      .filter(
        ({ span, document }) => definition || document !== use.owner || span.start !== use.term.span.start,
      )
      .map(({ span, document }) => ({ ...span, document }));
  }
  const clause = referenceAt(document, offset)?.clause ?? clauseWithNumberAt(document, offset);
  if (!clause) return [];
  const places = referencesOf(document)
    .filter((reference) => reference.clause === clause)
    .map(({ span }) => span);
  const all = definition ? [numberSpan(clause), ...places].sort((a, b) => a.start - b.start) : places;
  return all.map((span) => ({ ...span, document }));
}

/** The term that can be renamed at `offset`. */
export function renameableAt(
  document: LegalDocument,
  offset: number,
  others: readonly LegalDocument[] = [],
): { readonly span: Span; readonly name: string } | undefined {
  const use = useAt(document, offset, others);
  return use && { span: use.span, name: use.written };
}

/** The edits that give the term at `offset` another name, in every form in which the documents write it. */
export function renameAt(
  document: LegalDocument,
  offset: number,
  newName: string,
  others: readonly LegalDocument[] = [],
): readonly { readonly document: LegalDocument; readonly span: Span; readonly text: string }[] {
  const here = useAt(document, offset, others);
  const wanted = newName.trim();
  if (!here || wanted === '') return [];
  const { name } = here.term;
  // Somebody may type the plural while standing on a plural.
  const typedPlural = here.written !== name && here.written === pluralOf(name);
  const base = typedPlural ? singularOf(wanted) : wanted;
  return usesEverywhere(here, document, others).map(({ document, span, written }) => ({
    document,
    span,
    text: inflected(written, name, base),
  }));
}

/** Where the document uses a term, its own or another's, and whether it is the definition: for colouring. */
export function termTokens(
  document: LegalDocument,
  others: readonly LegalDocument[] = [],
): readonly (Span & { readonly definition: boolean })[] {
  return usesOf(document, [...termsOf(document), ...foreignTerms(document, others).keys()]).map(
    ({ span, term }) => ({
      ...span,
      definition: termsOf(document).includes(term) && span.start === term.span.start,
    }),
  );
}

/** The terms that the document may use: its own, then those of the others that it does not define itself. */
export const termsFor = (
  document: LegalDocument,
  others: readonly LegalDocument[] = [],
): readonly DefinedTerm[] => [...termsOf(document), ...foreignTerms(document, others).keys()];

/** The new name in the form of the old one: plural stays plural, capitals stay capitals. */
function inflected(written: string, old: string, base: string): string {
  const isCapitals = written === written.toUpperCase() && old !== old.toUpperCase() && /[A-Z]/.test(written);
  const plain = isCapitals
    ? (formsOf(old).find((f) => f.toUpperCase() === written && f !== written) ?? old)
    : written;
  const text =
    plain === old || !/[A-Za-z]$/.test(base)
      ? base
      : plain === pluralOf(old)
        ? pluralOf(base)
        : plain === singularOf(old)
          ? singularOf(base)
          : base;
  return isCapitals ? text.toUpperCase() : text;
}

/** What a term means or a clause says, as Markdown, for the place that names it. */
export function meaningAt(
  document: LegalDocument,
  offset: number,
  locale: Locale,
  others: readonly LegalDocument[] = [],
): { readonly span: Span; readonly markdown: string } | undefined {
  const reference = referenceAt(document, offset);
  if (reference?.clause) {
    const { clause, target, span } = reference;
    const text = document.text.slice((target ?? clause.span).start, (target ?? clause.extent).end);
    const shown = target && target.start !== clause.span.start ? text : textOf(document, clause);
    return { span, markdown: quote(shown) };
  }
  if (reference) return undefined;
  const use = useAt(document, offset, others);
  // At its definition the term explains itself.
  if (!use || (use.owner === document && use.span.start === use.term.span.start)) return undefined;
  return {
    span: use.span,
    markdown: `**${use.term.name}** · ${words.defined[locale]}\n\n${quote(use.term.text)}`,
  };
}

const textOf = ({ text }: LegalDocument, { extent }: NumberedClause): string =>
  text.slice(extent.start, extent.end);

function quote(text: string): string {
  const short = text.length > 700 ? `${text.slice(0, 700)}…` : text;
  return short
    .replace(/^#{1,6}\s+(.*)$/gm, '**$1**')
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Passages that lead somewhere: the clauses they name. */
export const linksOf = (document: LegalDocument): readonly Reference[] =>
  referencesOf(document).filter(({ target, instrument }) => target !== undefined || instrument !== undefined);

/** A term used at a place, and the document that defines it. */
interface OwnedUse extends TermUse {
  readonly owner: LegalDocument;
}

function useAt(
  document: LegalDocument,
  offset: number,
  others: readonly LegalDocument[],
): OwnedUse | undefined {
  const isHere = ({ span }: TermUse): boolean => span.start <= offset && offset <= span.end;
  const own = termUses(document).find(isHere);
  if (own) return { ...own, owner: document };
  const foreign = foreignTerms(document, others);
  const use = foreign.size > 0 ? usesOf(document, [...foreign.keys()]).find(isHere) : undefined;
  const owner = use && foreign.get(use.term);
  return owner && { ...use, owner };
}

/** Terms of other documents that this one does not define itself; of two definitions of one name, the first. */
function foreignTerms(
  document: LegalDocument,
  others: readonly LegalDocument[],
): ReadonlyMap<DefinedTerm, LegalDocument> {
  const names = new Set(termsOf(document).map(({ name }) => name));
  const found = new Map<DefinedTerm, LegalDocument>();
  for (const other of others) {
    for (const term of termsOf(other)) {
      if (names.has(term.name)) continue;
      names.add(term.name);
      found.set(term, other);
    }
  }
  return found;
}

/** All uses of a term in the documents that mean it: one that defines the same name means its own. */
function usesEverywhere(
  { term, owner }: OwnedUse,
  document: LegalDocument,
  others: readonly LegalDocument[],
): (TermUse & { document: LegalDocument })[] {
  return [...new Set([document, owner, ...others])].flatMap((each) => {
    const own = termsOf(each);
    if (each !== owner && own.some(({ name }) => name === term.name)) return [];
    const terms = each === owner ? own : [...own, term];
    return usesOf(each, terms).flatMap((use) => (use.term === term ? [{ ...use, document: each }] : []));
  });
}

const referenceAt = (document: LegalDocument, offset: number): Reference | undefined =>
  referencesOf(document).find(({ span }) => span.start <= offset && offset <= span.end);

const clauseWithNumberAt = (document: LegalDocument, offset: number): NumberedClause | undefined =>
  numberedClauses(document).find((clause) => {
    const { start, end } = numberSpan(clause);
    return start <= offset && offset <= end;
  });

/** The marks of a heading or a list item stand before the number. */
const numberSpan = ({ span, number }: NumberedClause): Span => ({
  start: span.start,
  end: Math.min(span.end, span.start + number.length + 6),
});

const words = { defined: { en: 'defined term', zh: '定义的用语' } } as const;
