/**
 * Does the work so many milliseconds from now, in a turn of the event loop of its own: messages that came in are read
 * before. Gives a function that cancels it. Without a wait at once where the host can: a timer takes a millisecond, in a
 * browser up to four.
 */
export function after(milliseconds: number, work: () => void): () => void {
  if (milliseconds <= 0 && typeof setImmediate === 'function') {
    const turn = setImmediate(work);
    return () => clearImmediate(turn);
  }
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

export const nextTurn = (): Promise<void> => new Promise((resolve) => after(0, resolve));
