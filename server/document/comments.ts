import type { Span } from '../text/span.ts';
import type { Root } from './markdown.ts';

/** An HTML comment that speaks to us. */
export interface Comment {
  /** With `<!--` and `-->`. */
  readonly span: Span;
  /** What stands between, without white space at either end, and where it begins. */
  readonly text: string;
  readonly start: number;
}

const ours = /<!--(\s*)([Cc]lausecheck\b[^]*?)\s*-->/g;

/** Whether a text can hold such a comment at all, with a small letter or a capital one. */
export const mayHoldComments = (text: string): boolean =>
  text.includes('<!--') && text.includes('lausecheck');

/** The comments `<!-- clausecheck… -->` of a section; the parser says what is a comment and what is code. */
export function readComments(tree: Root, text: string): Comment[] {
  const comments: Comment[] = [];
  const visit = (node: Root | Root['children'][number]): void => {
    if (node.type === 'html' && node.position) {
      const { start, end } = node.position;
      const base = start.offset ?? 0;
      for (const match of text.slice(base, end.offset).matchAll(ours)) {
        const at = base + match.index;
        comments.push({
          span: { start: at, end: at + match[0].length },
          text: match[2] ?? '',
          start: at + 4 + (match[1] ?? '').length,
        });
      }
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  if (mayHoldComments(text)) visit(tree);
  return comments;
}

/** The same comment at its place in the document. */
export const placeComment = ({ span, text, start }: Comment, offset: number): Comment => ({
  span: { start: span.start + offset, end: span.end + offset },
  text,
  start: start + offset,
});
