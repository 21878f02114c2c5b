import type { Context } from '../context.ts';

/** By the number of a word, the sections that may hold it. */
export class Holders {
  /** Those of which only reading tells what they hold: indices, in order. */
  readonly unread: readonly number[];
  /** By number, where its indices begin in `indices`; one more at the end. */
  readonly #start: Uint32Array;
  readonly #indices: Uint32Array;

  constructor(sections: Context['sections'], numbers: number) {
    const unread: number[] = [];
    const start = new Uint32Array(numbers + 2);
    const held = sections.map(({ rough }) => rough.numbers);
    held.forEach((numbers, index) => {
      if (!numbers) unread.push(index);
      // Two places further on: filling moves each start to that of the next number.
      else for (const number of numbers) start[number + 2] = (start[number + 2] ?? 0) + 1;
    });
    for (let i = 1; i < start.length; i++) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
    this.#indices = new Uint32Array(start.at(-1) ?? 0);
    held.forEach((numbers, index) => {
      for (const number of numbers ?? []) {
        const at = start[number + 1] ?? 0;
        this.#indices[at] = index;
        start[number + 1] = at + 1;
      }
    });
    this.unread = unread;
    this.#start = start;
  }

  of(number: number): Uint32Array {
    return this.#indices.subarray(this.#start[number], this.#start[number + 1]);
  }
}
