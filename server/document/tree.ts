import type { Span } from '../text/span.ts';
import type { Flat } from './flat.ts';

/** A block of Markdown, whichever reader found it (markdown.ts, or plain-blocks.ts where the text is ordinary). */
export type Node =
  | { readonly kind: 'heading'; readonly span: Span; readonly depth: number; readonly words: Words }
  | { readonly kind: 'paragraph'; readonly span: Span; readonly words: Words }
  | { readonly kind: 'list'; readonly span: Span; readonly ordered: boolean; readonly items: readonly Item[] }
  | { readonly kind: 'quote' | 'note'; readonly span: Span; readonly children: readonly Node[] }
  | { readonly kind: 'code'; readonly span: Span; readonly value: string }
  | { readonly kind: 'html' | 'rule'; readonly span: Span }
  | { readonly kind: 'table'; readonly span: Span; readonly rows: readonly (readonly Flat[])[] };

export interface Item {
  readonly span: Span;
  readonly children: readonly Node[];
}

/** What a paragraph or heading says, out of its markup. */
export interface Words {
  readonly flat: Flat;
  /** What stands in bold or italics, marks included. */
  readonly bold: readonly Span[];
  /** Nothing but links into the document. */
  readonly links: boolean;
}
