/**
 * Does the work in a turn of the event loop of its own: messages that came in are read before. Gives a function that
 * cancels it. At once where the host can; a timer waits a millisecond, in a browser up to four.
 */
export function inNextTurn(work: () => void): () => void {
  if (typeof setImmediate === 'function') {
    const turn = setImmediate(work);
    return () => clearImmediate(turn);
  }
  const timer = setTimeout(work, 0);
  return () => clearTimeout(timer);
}

export const nextTurn = (): Promise<void> => new Promise((resolve) => inNextTurn(resolve));
