import type { Context, ScannedSection } from '../context.ts';
import type { Library } from '../library.ts';

type Sections = Context['sections'];

/** Which sections pass; those that hold none of the words are not asked. */
export class Marks {
  readonly #sections: Sections;
  readonly #library: Library;
  readonly #marked: Uint8Array;
  #holders: Holders | undefined;
  #from = 0;
  #to = 0;

  constructor(sections: Sections, library: Library) {
    this.#sections = sections;
    this.#library = library;
    this.#marked = new Uint8Array(sections.length);
  }

  /** Those from one index to before another that `gather` marks: indices, in order. */
  between(from: number, to: number, gather: (marks: this) => void): number[] {
    this.#from = from;
    this.#to = to;
    this.#marked.fill(0, from, to);
    gather(this);
    const found: number[] = [];
    for (let index = from; index < to; index++) if (this.#marked[index] === 1) found.push(index);
    return found;
  }

  /** Marks what passes, of the sections that may hold one of these concepts; without concepts, of all. */
  mark(ids: readonly string[] | undefined, passes: (section: ScannedSection) => boolean): void {
    const look = (index: number): void => {
      const section = this.#sections[index];
      if (this.#marked[index] === 0 && section && passes(section)) this.#marked[index] = 1;
    };
    if (!ids || this.#to - this.#from < few) {
      for (let index = this.#from; index < this.#to; index++) look(index);
      return;
    }
    const within = (index: number): boolean => index >= this.#from && index < this.#to;
    const holders = (this.#holders ??= new Holders(this.#sections, this.#library));
    for (const index of holders.unread) if (within(index)) look(index);
    for (const id of ids) for (const index of holders.of(id)) if (within(index)) look(index);
  }
}

/** So few sections are asked one by one. */
const few = 8;

/** By concept, the sections that may hold it. */
class Holders {
  readonly #library: Library;
  /** Those of which only reading tells what they hold: indices, in order. */
  readonly unread: readonly number[];
  /** By number, where its indices begin in `indices`; one more at the end. */
  readonly #start: Uint32Array;
  readonly #indices: Uint32Array;

  constructor(sections: Sections, library: Library) {
    this.#library = library;
    const unread: number[] = [];
    const start = new Uint32Array(library.numbers + 2);
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

  of(concept: string): Uint32Array {
    const number = this.#library.numberOf(concept);
    if (number === undefined) return none;
    return this.#indices.subarray(this.#start[number], this.#start[number + 1]);
  }
}

const none = new Uint32Array();
