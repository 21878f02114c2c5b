import type { Part, Way } from '../../catalogue/requirement.ts';
import type { Context, ScannedSection } from '../context.ts';
import type { Library } from '../library.ts';
import type { Rough } from '../rough.ts';

// In which sections to look, by the words they may hold: most hold none of what is asked for.

/** The sections that may say one of the ways of a part. */
export const sectionsSaying = (part: Part, { sections, library }: Context): readonly ScannedSection[] =>
  whereIn(sections, library).of(part, (where) => {
    for (const way of part.ways) {
      const key = way.says.find((group) => !group.some(isQuantity));
      where.mark(key, (section) => maySay(way, section.rough));
    }
  });

/** The sections that may come near a way: have the act itself, or most of the words. */
export const sectionsNear = (way: Way, { sections, library }: Context): readonly ScannedSection[] =>
  whereIn(sections, library).of(way, (where) => {
    const words = way.says.flat();
    where.mark(words.some(isQuantity) ? undefined : words, ({ rough }) => {
      const may = way.says.map((group) => group.some((id) => rough.has(id)));
      return may[0] === true || may.filter(Boolean).length / may.length > 0.5;
    });
  });

/** Whether the words of a way may occur in a section. */
export const maySay = ({ says }: Way, rough: Rough): boolean =>
  says.every((group) => group.some((id) => rough.has(id)));

/** No word gives it away. */
const isQuantity = (id: string): boolean => id.startsWith('@');

function whereIn(sections: Context['sections'], library: Library): Where {
  let where = known.get(sections);
  if (!where) known.set(sections, (where = new Where(sections, library)));
  return where;
}

const known = new WeakMap<Context['sections'], Where>();

class Where {
  readonly #sections: Context['sections'];
  readonly #library: Library;
  /** By the number of a word, where the sections that may hold it begin in `holders`: indices, in order. */
  readonly #start: Uint32Array;
  readonly #holders: Uint32Array;
  /** Those of which only reading tells what they hold. */
  readonly #unread: number[] = [];
  readonly #marks: Uint8Array;
  readonly #found = new Map<Part | Way, readonly ScannedSection[]>();

  constructor(sections: Context['sections'], library: Library) {
    this.#sections = sections;
    this.#library = library;
    this.#marks = new Uint8Array(sections.length);
    const start = new Uint32Array(library.numbers + 2);
    const held = sections.map(({ rough }) => rough.numbers);
    held.forEach((numbers, index) => {
      if (!numbers) this.#unread.push(index);
      // Two places further on: filling moves each start to that of the next number.
      else for (const number of numbers) start[number + 2] = (start[number + 2] ?? 0) + 1;
    });
    for (let i = 1; i < start.length; i++) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
    this.#holders = new Uint32Array(start.at(-1) ?? 0);
    held.forEach((numbers, index) => {
      for (const number of numbers ?? []) {
        const at = start[number + 1] ?? 0;
        this.#holders[at] = index;
        start[number + 1] = at + 1;
      }
    });
    this.#start = start;
  }

  /** Those that `gather` marks, in order; asked once. */
  of(asked: Part | Way, gather: (where: this) => void): readonly ScannedSection[] {
    let found = this.#found.get(asked);
    if (!found) {
      this.#marks.fill(0);
      gather(this);
      found = this.#sections.filter((_, index) => this.#marks[index] === 1);
      this.#found.set(asked, found);
    }
    return found;
  }

  /** Marks what passes, of the sections that may hold one of these concepts; without concepts, of all. */
  mark(ids: readonly string[] | undefined, passes: (section: ScannedSection) => boolean): void {
    const look = (index: number): void => {
      const section = this.#sections[index];
      if (this.#marks[index] === 0 && section && passes(section)) this.#marks[index] = 1;
    };
    if (!ids) return this.#sections.forEach((_, index) => look(index));
    this.#unread.forEach(look);
    for (const id of ids) {
      const number = this.#library.numberOf(id);
      if (number === undefined) continue;
      const end = this.#start[number + 1] ?? 0;
      for (let i = this.#start[number] ?? 0; i < end; i++) look(this.#holders[i] ?? 0);
    }
  }
}
