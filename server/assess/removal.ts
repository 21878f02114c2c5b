import type { LegalDocument, Suppression } from '../document/model.ts';
import type { Span } from '../text/span.ts';

/**
 * What to take out, where a suppression stops nothing: one of its names with a mark that divides it from the others, or
 * the comment with its line. Where a name is meant, `at` is the name's place. Undefined for any other place.
 */
export function removal(at: Span, { suppressions, ...document }: Readable): Span | undefined {
  const found = suppressions.find(({ span }) => span.start <= at.start && at.end <= span.end);
  if (!found) return undefined;
  const name = found.ids.findIndex(({ span }) => span.start === at.start);
  if (found.ids.length > 1 && name >= 0) return nameWithMark(found.ids, name);
  return found.span.start === at.start ? commentWithLine(found.span, document) : undefined;
}

type Readable = Pick<LegalDocument, 'suppressions' | 'lines' | 'declaration'>;

function nameWithMark(ids: Suppression['ids'], index: number): Span | undefined {
  const [before, name, behind] = [ids[index - 1], ids[index], ids[index + 1]];
  if (!name) return undefined;
  if (behind) return { start: name.span.start, end: behind.span.start };
  return { start: before?.span.end ?? name.span.start, end: name.span.end };
}

function commentWithLine({ start, end }: Span, { lines, declaration }: Omit<Readable, 'suppressions'>): Span {
  const first = lines.lineAt(start);
  const last = lines.lineAt(Math.max(start, end - 1));
  const before = lines.textOf(first).slice(0, start - lines.startOf(first));
  const behind = lines.textOf(last).slice(end - lines.startOf(last));
  if ((before + behind).trim() !== '') {
    // Of the two spaces beside it one is left.
    const isSpaced = before.endsWith(' ') && (behind.startsWith(' ') || behind === '');
    return { start: isSpaced ? start - 1 : start, end };
  }
  const from = Math.max(lines.startOf(first), declaration.span.end);
  const body = lines.lineAt(declaration.span.end);
  const isBlank = (line: number): boolean => lines.textOf(line).trim() === '';
  const isOpenAbove = first <= body || isBlank(first - 1);
  const isOpenBelow = last + 1 >= lines.count || isBlank(last + 1);
  // Between two paragraphs it is what divides them: a blank line has to stay.
  if (!isOpenAbove && !isOpenBelow) return { start: from, end: lines.endOf(last) };
  // Of two blank lines one is left, and none where the text begins or ends.
  if (isOpenAbove && isOpenBelow && first > body)
    return { start: Math.max(lines.startOf(first - 1), declaration.span.end), end: lines.startOf(last + 1) };
  return { start: from, end: lines.startOf(isOpenBelow && first === 0 ? last + 2 : last + 1) };
}
