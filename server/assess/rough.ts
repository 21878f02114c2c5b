import { bareText } from '../document/bare.ts';
import type { LegalDocument, Section } from '../document/model.ts';
import { isQuantityKind } from '../document/quantities.ts';
import { mayHoldQuantity } from '../document/quantity-signs.ts';
import { memo, memoized } from '../text/memo.ts';
import type { Library, TypePhrase } from './library.ts';
import type { Concepts } from './scan.ts';

/** Concepts that a section may hold, seen from its text without reading it: all that it holds, and perhaps more. */
export interface Rough extends Concepts {
  readonly library: Library;
  /** Whether it may hold one of these. */
  hasOne(ids: readonly string[]): boolean;
  /** What it may hold, by number (see `Library`); undefined when only reading tells. */
  readonly numbers: readonly number[] | undefined;
  /** The cues of document types among them. */
  readonly cues: readonly TypePhrase[] | undefined;
  /** What was found out of the section, at the slot (see `slotOf`) of what it was asked for; whoever puts it in knows what it is. */
  readonly kept: Map<number, unknown>;
}

/** A small number for a part or a way, always the same: every section is asked for each of them at every keystroke. */
export const slotOf = memoized((_asked: object): number => slotCount++);

let slotCount = 0;

/** The same object for the same section. */
export function roughConcepts(section: Section, library: Library): Rough {
  let found = roughs.get(section);
  if (found?.library !== library) roughs.set(section, (found = new RoughConcepts(section, library)));
  return found;
}

/** For every section that is new, a section a step. */
export function* lookAtWords({ sections }: LegalDocument, library: Library): Generator<undefined, void> {
  for (const { section } of sections) {
    if (roughs.get(section)?.library === library) continue;
    roughConcepts(section, library);
    yield;
  }
}

const roughs = memo<Section, Rough>();

class RoughConcepts implements Rough {
  readonly library: Library;
  readonly numbers: readonly number[] | undefined;
  #cues: readonly TypePhrase[] | undefined;
  #kept: Map<number, unknown> | undefined;
  readonly #section: Section;
  #quantities: Map<string, boolean> | undefined;

  constructor(section: Section, library: Library) {
    this.library = library;
    this.#section = section;
    const bare = bareOf(section);
    this.numbers = bare === undefined ? undefined : library.mayHold(bare);
  }

  get kept(): Map<number, unknown> {
    return (this.#kept ??= new Map());
  }

  get cues(): readonly TypePhrase[] | undefined {
    if (!this.numbers) return undefined;
    if (!this.#cues) {
      const cues: TypePhrase[] = [];
      for (const number of this.numbers) {
        const cue = this.library.cueOf(number);
        if (cue) cues.push(cue);
      }
      this.#cues = cues;
    }
    return this.#cues;
  }

  has(id: string): boolean {
    if (this.numbers === undefined) return true;
    if (id.startsWith('@')) return this.#mayHoldQuantity(id);
    const number = this.library.numberOf(id);
    return number !== undefined && this.numbers.includes(number);
  }

  hasOne(ids: readonly string[]): boolean {
    const held = this.numbers;
    if (held === undefined) return ids.length > 0;
    const asked = this.library.numbersOf(ids);
    for (let i = 0; i < asked.length; i++) if (held.includes(asked[i] ?? -1)) return true;
    // The others are quantities, or have no words.
    return asked.length < ids.length && ids.some((id) => id.startsWith('@') && this.#mayHoldQuantity(id));
  }

  #mayHoldQuantity(id: string): boolean {
    this.#quantities ??= new Map();
    let may = this.#quantities.get(id);
    if (may === undefined) {
      const kind = id.slice(1);
      const bare = bareOf(this.#section);
      may = bare === undefined || !isQuantityKind(kind) || mayHoldQuantity(bare, kind);
      this.#quantities.set(id, may);
    }
    return may;
  }
}

const bareOf = (section: Section): string | undefined => (section.whole ? undefined : wordsFrom(section));

/** What is looked at for words: the bare text, or where only reading tells, what is read. */
const wordsFrom = memoized((section: Section): string => bareText(section.text) ?? textRead(section));

/** All that statements are made of, each piece in a line. */
const textRead = (section: Section): string =>
  [
    ...section.headings().map(({ text }) => text),
    ...section
      .blocks()
      .flatMap(({ prose, row }) => (row ? [prose.text, row.header, row.first] : [prose.text])),
  ].join('\n');
