/** A place in a text: offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Something wrong in a text that a person should mend; reading goes on without it. */
export interface Problem {
  readonly span: Span;
  readonly message: Bilingual;
}

/** A sentence for people, in the two languages of the product. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** The language a message is written in. */
export type Locale = keyof Bilingual;
