import type { Span } from '../text/span.ts';
import { readNumber } from './clause-number.ts';
import { originIn, type Flat } from './flat.ts';
import type { Item, Node } from './tree.ts';

/**
 * Whether all that counts in the words of a line stands within the spans. A span that began on a line before only
 * happens to end here: bold words that were wrapped.
 */
export function isWithin(words: Flat, line: Flat, spans: readonly Span[]): boolean {
  if (spans.length === 0 || words.text === '') return false;
  const begin = originIn(line, 0);
  if (spans.some(({ start, end }) => start < begin - longestMark && begin < end)) return false;
  let letters = 0;
  for (let i = 0; i < words.text.length; i++) {
    if (/[\s.:：。、)）]/.test(words.text[i] ?? '')) continue;
    const at = originIn(words, i);
    if (!spans.some((span) => span.start <= at && at < span.end)) return false;
    letters++;
  }
  return letters > 0;
}

/** `***` in front of the first letter. */
const longestMark = 3;

/** `> [!NOTE]` is a box around the document's own words; other quotations are somebody else's. */
export const isAdmonition = (first: Node | undefined, text: string): boolean =>
  first?.kind === 'paragraph' && /^\[!\w+\]/.test(text.slice(first.span.start, first.span.start + 20));

const leader = /(?:\.{4,}|…{2,}|·{4,}|(?:\. ){4,}|\t)\s*\d{1,4}\s*$/;

/** What every leader has in it. */
const leading = /\.{4}|…{2}|·{4}|(?:\. ){4}|\t/;

/** Lines of a table of contents: dots and a page number at the end. */
export function isContents(text: string): boolean {
  if (!leading.test(text.includes('\n') ? text : text.slice(-60))) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const led = lines.filter((line) => leader.test(line.slice(-60))).length;
  return led > 0 && led * 2 >= lines.length;
}

/** An item that is a link into the document and nothing else, with its sub-items. */
export const isLinkOnly = (item: Item): boolean =>
  item.children.every((child) =>
    child.kind === 'list' ? child.items.every(isLinkOnly) : child.kind === 'paragraph' && child.words.links,
  );

/** Whether an indented block is text that was meant as a list or a clause, not code. */
export function looksLikeText(value: string): boolean {
  const line = value.trimStart().split(/[\r\n]/)[0] ?? '';
  if (readNumber(line) || /^(?:[-*+]|\d+[.)])\s/.test(line)) return true;
  if (/[{}<>=$;]\s*$|^\s*[$#<{]|=>|\(\)|::/m.test(value)) return false;
  const words = value.match(/[A-Za-z]{2,}|[\u4e00-\u9fff]/g)?.length ?? 0;
  return words >= 6 && /[.。；;，,]/.test(value);
}
