/** Where a text differs from the one before it: in front of `start` and from its end on both are the same. UTF-16 units. */
export interface Difference {
  readonly start: number;
  /** In the text before. */
  readonly oldEnd: number;
  /** In the text now. */
  readonly end: number;
}

export function differenceOf(before: string, text: string): Difference {
  const start = commonStart(before, text);
  const rest = commonEnd(before, text, Math.min(before.length, text.length) - start);
  return { start, oldEnd: before.length - rest, end: text.length - rest };
}

/** How many units two texts have in common at the start. Compares halves: equality of slices compares memory. */
function commonStart(a: string, b: string): number {
  let low = 0;
  let high = Math.min(a.length, b.length);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(low, middle) === b.slice(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** … and at the end, at most so many. */
function commonEnd(a: string, b: string, most: number): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(a.length - middle, a.length - low) === b.slice(b.length - middle, b.length - low))
      low = middle;
    else high = middle - 1;
  }
  return low;
}
