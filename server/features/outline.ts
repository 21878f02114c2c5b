import { numberedClauses, type NumberedClause } from '../document/clause-index.ts';
import type { LegalDocument } from '../document/model.ts';
import { termsOf } from '../document/terms.ts';
import type { Span } from '../text/span.ts';

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

/** The clauses around a place, the innermost first. */
export function selectionsAt(outline: readonly Outline[], offset: number): readonly Span[] {
  const around = outline.find(({ clause: { extent } }) => extent.start <= offset && offset <= extent.end);
  return around ? [...selectionsAt(around.children, offset), around.clause.extent] : [];
}

export interface Named {
  readonly name: string;
  readonly kind: 'term' | 'clause';
  readonly span: Span;
}

/** The defined terms, then the numbered clauses, each in their order. */
export const namedIn = (document: LegalDocument): readonly Named[] => [
  ...termsOf(document).map(({ name, span }) => ({ name, kind: 'term' as const, span })),
  ...numberedClauses(document).map(({ number, title, key, span }) => ({
    name: `${number} ${title}`.trim() || key,
    kind: 'clause' as const,
    span,
  })),
];

/** Whether a name holds the letters of a query, in their order. */
export function isMeantBy(query: string, { name }: Named): boolean {
  const text = name.toLowerCase();
  let from = 0;
  for (const letter of query.toLowerCase()) {
    if (letter.trim() === '') continue;
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
