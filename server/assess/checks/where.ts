import type { Part, Way } from '../../catalogue/requirement.ts';
import type { Section } from '../../document/model.ts';
import { memo } from '../../text/memo.ts';
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
      const may = way.says.map((group) => mayHaveOne(group, rough));
      return may[0] === true || may.filter(Boolean).length / may.length > 0.5;
    });
  });

/** Whether the words of a way may occur in a section. */
export function maySay({ says }: Way, rough: Rough): boolean {
  for (const group of says) if (!mayHaveOne(group, rough)) return false;
  return true;
}

function mayHaveOne(group: readonly string[], rough: Rough): boolean {
  for (const id of group) if (rough.has(id)) return true;
  return false;
}

/** No word gives it away. */
const isQuantity = (id: string): boolean => id.startsWith('@');

/** What was found in the text before is taken over for the sections that are still the same. */
function whereIn(sections: Context['sections'], library: Library): Where {
  let where = known.get(sections);
  if (where) return where;
  const ends = [sections[0], sections.at(-1)].map((section) => section?.placed.section);
  const before = ends.map((end) => end && lastWith.get(end)).find((last) => last?.library === library);
  where = new Where(sections, library, before);
  known.set(sections, where);
  for (const end of ends) if (end) lastWith.set(end, where);
  return where;
}

const known = memo<Context['sections'], Where>();
/** The last text that began, or ended, with a section. */
const lastWith = memo<Section, Where>();

/** Where something was found: indices of sections, in order, but for those from `from` to before `to`, where nobody looked. */
interface Places {
  readonly indices: readonly number[];
  readonly from: number;
  readonly to: number;
}

class Where {
  readonly library: Library;
  readonly #sections: Context['sections'];
  readonly #places = new Map<Part | Way, Places>();
  readonly #found = new Map<Part | Way, readonly ScannedSection[]>();
  #holders: Holders | undefined;
  readonly #marks: Uint8Array;
  /** The sections to mark, as indices. */
  #from = 0;
  #to = 0;

  constructor(sections: Context['sections'], library: Library, before: Where | undefined) {
    this.#sections = sections;
    this.library = library;
    this.#marks = new Uint8Array(sections.length);
    if (before) this.#takeOver(before);
  }

  #takeOver(before: Where): void {
    const now = this.#sections;
    const old = before.#sections;
    const least = Math.min(now.length, old.length);
    const same = (a: number, b: number): boolean => now[a]?.placed.section === old[b]?.placed.section;
    let head = 0;
    while (head < least && same(head, head)) head++;
    let tail = 0;
    while (tail < least - head && same(now.length - 1 - tail, old.length - 1 - tail)) tail++;
    const delta = now.length - old.length;
    for (const [asked, { indices, from, to }] of before.#places) {
      const first = Math.min(from, head);
      const last = Math.max(to, old.length - tail);
      const kept: number[] = [];
      for (const index of indices) {
        if (index < first) kept.push(index);
        else if (index >= last) kept.push(index + delta);
      }
      this.#places.set(asked, { indices: kept, from: first, to: last + delta });
    }
  }

  /** Those that `gather` marks, in order; asked once. */
  of(asked: Part | Way, gather: (where: this) => void): readonly ScannedSection[] {
    let found = this.#found.get(asked);
    if (found) return found;
    const { length } = this.#sections;
    const before = this.#places.get(asked) ?? { indices: [], from: 0, to: length };
    let { indices } = before;
    if (before.from < before.to) {
      this.#from = before.from;
      this.#to = before.to;
      this.#marks.fill(0, this.#from, this.#to);
      gather(this);
      const all = indices.filter((index) => index < before.from);
      for (let index = before.from; index < before.to; index++) if (this.#marks[index] === 1) all.push(index);
      for (const index of indices) if (index >= before.to) all.push(index);
      indices = all;
    }
    this.#places.set(asked, { indices, from: length, to: 0 });
    found = indices.map((index) => this.#sections[index]).filter((section) => section !== undefined);
    this.#found.set(asked, found);
    return found;
  }

  /** Marks what passes, of the sections that may hold one of these concepts; without concepts, of all. */
  mark(ids: readonly string[] | undefined, passes: (section: ScannedSection) => boolean): void {
    const look = (index: number): void => {
      const section = this.#sections[index];
      if (this.#marks[index] === 0 && section && passes(section)) this.#marks[index] = 1;
    };
    if (!ids || this.#to - this.#from < few) {
      for (let index = this.#from; index < this.#to; index++) look(index);
      return;
    }
    const holders = (this.#holders ??= new Holders(this.#sections, this.library.numbers));
    for (const index of holders.unread) if (index >= this.#from && index < this.#to) look(index);
    for (const id of ids) {
      const number = this.library.numberOf(id);
      if (number === undefined) continue;
      for (const index of holders.of(number)) if (index >= this.#from && index < this.#to) look(index);
    }
  }
}

/** So few sections are looked at one by one. */
const few = 8;

/** By the number of a word, the sections that may hold it. */
class Holders {
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
