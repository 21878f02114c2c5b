/** Where in numbers that rise a number stands, or would: how many are smaller. */
export function positionOf(number: number, rising: readonly number[]): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
