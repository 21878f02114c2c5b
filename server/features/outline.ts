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

/** The defined terms and the numbered clauses whose names hold the letters of the query, in their order. */
export function namedIn(document: LegalDocument, query: string): readonly Named[] {
  const named: Named[] = [
    ...termsOf(document).map(({ name, span }) => ({ name, kind: 'term' as const, span })),
    ...numberedClauses(document).map(({ number, title, key, span }) => ({
      name: `${number} ${title}`.trim() || key,
      kind: 'clause' as const,
      span,
    })),
  ];
  const letters = [...query.toLowerCase()].filter((letter) => letter.trim() !== '');
  return named.filter(({ name }) => {
    let from = 0;
    const text = name.toLowerCase();
    return letters.every((letter) => (from = text.indexOf(letter, from) + 1) > 0);
  });
}
