import type { Context } from '../context.ts';
import type { Library } from '../library.ts';

/** A bit for each section of a text. */
export type Marks = Int32Array;

/** By concept, which sections may hold it. */
export class Held {
  readonly #library: Library;
  /** How many numbers hold a bit for each section. */
  readonly #size: number;
  /** By the number of the concept. */
  readonly #bits: Int32Array;
  /** Sections of which only reading tells what they hold. */
  readonly #unread: Marks;

  constructor(sections: Context['sections'], library: Library) {
    this.#library = library;
    this.#size = (sections.length + 31) >> 5;
    this.#bits = new Int32Array(this.#size * library.numbers);
    this.#unread = new Int32Array(this.#size);
    sections.forEach(({ rough: { numbers } }, index) => {
      const at = index >> 5;
      const bit = 1 << (index & 31);
      if (numbers) for (const number of numbers) this.#add(number * this.#size + at, bit);
      else this.#unread[at] = (this.#unread[at] ?? 0) | bit;
    });
  }

  #add(at: number, bit: number): void {
    this.#bits[at] = (this.#bits[at] ?? 0) | bit;
  }

  get all(): Marks {
    return new Int32Array(this.#size).fill(-1);
  }

  /** Those that may hold one of these concepts. */
  one(concepts: readonly string[]): Marks {
    return this.oneOfEachIn([[concepts]]);
  }

  /** Those that may hold one concept of each group, of one of some ways to put it. */
  oneOfEachIn(ways: readonly (readonly (readonly string[])[])[]): Marks {
    const numbered = ways.map((groups) => groups.map((group) => this.#library.numbersOf(group)));
    return this.#unread.map((unread, at) => {
      let any = 0;
      for (const groups of numbered) {
        let each = -1;
        for (const numbers of groups) {
          let one = unread;
          for (const number of numbers) one |= this.#bits[number * this.#size + at] ?? 0;
          each &= one;
          if (each === 0) break;
        }
        any |= each;
      }
      return any;
    });
  }
}

/** The sections from one index to before another that are marked, in order. */
export function marked(marks: Marks, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from >> 5; at << 5 < to; at++) {
    for (let bits = marks[at] ?? 0; bits !== 0; bits &= bits - 1) {
      const index = (at << 5) + 31 - Math.clz32(bits & -bits);
      if (index >= from && index < to) found.push(index);
    }
  }
  return found;
}
