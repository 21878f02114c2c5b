import { numberedClauses, type NumberedClause } from '../document/clause-index.ts';
import type { LegalDocument } from '../document/model.ts';
import { referencesOf, type Reference } from '../document/references.ts';
import { formsOf, pluralOf, singularOf, termUses, type DefinedTerm } from '../document/terms.ts';
import type { Locale, Span } from '../text/span.ts';

// Defined terms and clause numbers as symbols. Spans are offsets into the document's text, in UTF-16 units.

/** Where the term or the clause that is named at `offset` is defined. */
export function definitionAt(
  document: LegalDocument,
  offset: number,
): { readonly origin: Span; readonly target: Span; readonly whole: Span } | undefined {
  const reference = referenceAt(document, offset);
  if (reference) {
    const { span, target, clause } = reference;
    return target && clause && { origin: span, target, whole: clause.extent };
  }
  const use = useAt(document, offset);
  return use && { origin: use.span, target: use.term.span, whole: use.term.definition };
}

/** Every place that names the same term or clause as the one at `offset`; in order. */
export function occurrencesAt(
  document: LegalDocument,
  offset: number,
  options: { readonly definition: boolean },
): readonly Span[] {
  const use = useAt(document, offset);
  if (use) {
    return termUses(document)
      .filter(({ term, span }) => term === use.term && (options.definition || span.start !== term.span.start))
      .map(({ span }) => span);
  }
  const clause = referenceAt(document, offset)?.clause ?? clauseWithNumberAt(document, offset);
  if (!clause) return [];
  const places = referencesOf(document)
    .filter((reference) => reference.clause === clause)
    .map(({ span }) => span);
  return options.definition ? [numberSpan(clause), ...places].sort((a, b) => a.start - b.start) : places;
}

/** The term that can be renamed at `offset`. */
export function renameableAt(
  document: LegalDocument,
  offset: number,
): { readonly span: Span; readonly name: string } | undefined {
  const use = useAt(document, offset);
  return use && { span: use.span, name: use.written };
}

/** The edits that give the term at `offset` another name, in every form in which the document writes it. */
export function renameAt(
  document: LegalDocument,
  offset: number,
  newName: string,
): readonly { readonly span: Span; readonly text: string }[] {
  const here = useAt(document, offset);
  const wanted = newName.trim();
  if (!here || wanted === '') return [];
  const { name } = here.term;
  // Somebody may type the plural while standing on a plural.
  const typedPlural = here.written !== name && here.written === pluralOf(name);
  const base = typedPlural ? singularOf(wanted) : wanted;
  return termUses(document)
    .filter(({ term }) => term === here.term)
    .map(({ span, written }) => ({ span, text: inflected(written, name, base) }));
}

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
): { readonly span: Span; readonly markdown: string } | undefined {
  const reference = referenceAt(document, offset);
  if (reference?.clause) {
    const { clause, target, span } = reference;
    const text = document.text.slice((target ?? clause.span).start, (target ?? clause.extent).end);
    const shown = target && target.start !== clause.span.start ? text : textOf(document, clause);
    return { span, markdown: quote(shown) };
  }
  if (reference) return undefined;
  const use = useAt(document, offset);
  // At its definition the term explains itself.
  if (!use || use.span.start === use.term.span.start) return undefined;
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

/** The names of the terms, for completion and search. */
export const termNames = (terms: readonly DefinedTerm[]): readonly string[] => terms.map(({ name }) => name);

export interface Outline {
  readonly clause: NumberedClause;
  readonly children: readonly Outline[];
}

/** Numbered clauses that are no headings of Markdown, nested by level: the editor knows the headings by itself. */
export function outlineOf(document: LegalDocument): readonly Outline[] {
  const roots: Outline[] = [];
  const open: { level: number; children: Outline[] }[] = [];
  for (const clause of numberedClauses(document)) {
    while ((open.at(-1)?.level ?? -1) >= clause.level) open.pop();
    // Below a heading a new tree begins.
    if (clause.heading) {
      open.length = 0;
      continue;
    }
    const children: Outline[] = [];
    (open.at(-1)?.children ?? roots).push({ clause, children });
    open.push({ level: clause.level, children });
  }
  return roots;
}

const useAt = (document: LegalDocument, offset: number) =>
  termUses(document).find(({ span }) => span.start <= offset && offset <= span.end);

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
