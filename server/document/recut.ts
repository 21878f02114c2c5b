import type { Difference } from '../text/difference.ts';

/** A stretch that was cut out of a text, at its place. */
export interface Cut {
  readonly text: string;
  readonly offset: number;
}

/** What a new text has in common with the one before it, as far as cutting goes. */
export interface Unchanged {
  /** So many stretches from the front stay. */
  readonly head: number;
  /** Where cutting must begin again. */
  readonly from: number;
  /** How far what stays at the end has moved, in UTF-16 units. */
  readonly delta: number;
  /** The stretch (an index) that begins at an offset of the new text when all from there on stays. */
  tailAt(offset: number): number | undefined;
}

/**
 * A cut at a heading forgets all above it, so cutting may begin anew at one, and stop at the first old one behind the
 * change. `before` are the stretches of the text before, both texts are cut from `start` on.
 */
export function unchanged(
  before: readonly Cut[],
  difference: Difference,
  start: number,
): Unchanged | undefined {
  if (before[0]?.offset !== start) return undefined;
  const delta = difference.end - difference.oldEnd;
  let head = 0;
  while (head < before.length && endOf(before[head]) <= difference.start) head++;
  let tail = before.length;
  while (tail > head && (before[tail - 1]?.offset ?? 0) >= difference.oldEnd) tail--;
  // The heading at which cutting begins again must itself be as it was.
  head--;
  while (head > 0 && !beginsWithHeading(before[head])) head--;
  if (head < 0) return undefined;
  const byOffset = new Map<number, number>();
  for (let i = Math.max(tail, head + 1); i < before.length; i++) {
    const cut = before[i];
    if (cut && beginsWithHeading(cut)) byOffset.set(cut.offset + delta, i);
  }
  return { head, from: before[head]?.offset ?? start, delta, tailAt: (offset) => byOffset.get(offset) };
}

const endOf = (cut: Cut | undefined): number => (cut ? cut.offset + cut.text.length : 0);

const beginsWithHeading = (cut: Cut | undefined): boolean =>
  cut !== undefined && /^#{1,6}(?:[ \t\r\n]|$)/.test(cut.text.slice(0, 8));
