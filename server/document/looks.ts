import type { Span } from '../text/span.ts';
import { readNumber } from './clause-number.ts';
import type { Flat } from './flat.ts';
import type { ListItem, Paragraph, RootContent } from './markdown.ts';

export const spanOf = (node: RootContent): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

/** Where a paragraph stands in bold or italics. */
export function boldSpans(node: Paragraph): Span[] {
  const strong = node.children.filter((child) => child.type === 'strong').map((child) => spanOf(child));
  const slanted = node.children.filter((child) => child.type === 'emphasis').map((child) => spanOf(child));
  return [...strong, ...slanted];
}

/** Whether all that counts in a line stands within the spans. */
export function isWithin(line: Flat, spans: readonly Span[]): boolean {
  if (spans.length === 0) return false;
  let letters = 0;
  for (let i = 0; i < line.text.length; i++) {
    if (/[\s.:：。、)）]/.test(line.text[i] ?? '')) continue;
    const at = line.at[i] ?? 0;
    if (!spans.some((span) => span.start <= at && at < span.end)) return false;
    letters++;
  }
  return letters > 0;
}

/** `> [!NOTE]` is a box around the document's own words; other quotations are somebody else's. */
export function isAdmonition(first: RootContent | undefined, text: string): boolean {
  return (
    first?.type === 'paragraph' && /^\[!\w+\]/.test(text.slice(spanOf(first).start, spanOf(first).start + 20))
  );
}

const leader = /(?:\.{4,}|…{2,}|·{4,}|(?:\. ){4,}|\t)\s*\d{1,4}\s*$/;

/** Lines of a table of contents: dots and a page number at the end. */
export function isContents(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const led = lines.filter((line) => leader.test(line.slice(-60))).length;
  return led > 0 && led * 2 >= lines.length;
}

/** An item that is a link into the document and nothing else, with its sub-items. */
export function isLinkOnly(item: ListItem): boolean {
  return item.children.every((child) => {
    if (child.type === 'list') return child.children.every(isLinkOnly);
    if (child.type !== 'paragraph') return false;
    return child.children.every((c) =>
      c.type === 'link' ? c.url.startsWith('#') : c.type === 'text' && !/\p{L}/u.test(c.value),
    );
  });
}

/** Whether an indented block is text that was meant as a list or a clause, not code. */
export function looksLikeText(value: string): boolean {
  const line = value.trimStart().split(/[\r\n]/)[0] ?? '';
  if (readNumber(line) || /^(?:[-*+]|\d+[.)])\s/.test(line)) return true;
  if (/[{}<>=$;]\s*$|^\s*[$#<{]|=>|\(\)|::/m.test(value)) return false;
  const words = value.match(/[A-Za-z]{2,}|[\u4e00-\u9fff]/g)?.length ?? 0;
  return words >= 6 && /[.。；;，,]/.test(value);
}
