import { bareText } from '../document/bare.ts';
import type { Section } from '../document/model.ts';
import { isQuantityKind, mayHoldQuantity } from '../document/quantities.ts';
import type { Library, TypePhrase, Word } from './library.ts';
import type { Concepts } from './scan.ts';

/** Concepts that a section may hold, seen from its text without reading it: all that it holds, and perhaps more. */
export interface Rough extends Concepts {
  readonly library: Library;
  /** What may speak for document types; undefined when only reading tells. */
  readonly cues: readonly TypePhrase[] | undefined;
  /** What was found out of the section, at the slot (see `slotOf`) of what it was asked for; whoever puts it in knows what it is. */
  readonly kept: unknown[];
}

/** A small number for a part or a way, always the same: every section is asked for each of them at every keystroke. */
export function slotOf(asked: object): number {
  let slot = slots.get(asked);
  if (slot === undefined) slots.set(asked, (slot = slotCount++));
  return slot;
}

const slots = new WeakMap<object, number>();
let slotCount = 0;

/** The same object for the same section. */
export function roughConcepts(section: Section, library: Library): Rough {
  let found = roughs.get(section);
  if (found?.library !== library) roughs.set(section, (found = new RoughConcepts(section, library)));
  return found;
}

const roughs = new WeakMap<Section, Rough>();

class RoughConcepts implements Rough {
  readonly library: Library;
  readonly kept: unknown[] = [];
  readonly cues: readonly TypePhrase[] | undefined;
  readonly #ids: ReadonlySet<Word> | undefined;
  readonly #section: Section;
  readonly #quantities = new Map<string, boolean>();

  constructor(section: Section, library: Library) {
    this.library = library;
    this.#section = section;
    const bare = bareOf(section);
    this.#ids = bare === undefined ? undefined : library.words.mayFind(bare);
    this.cues = this.#ids && [...this.#ids].filter(isCue);
  }

  has(id: string): boolean {
    if (this.#ids === undefined) return true;
    return id.startsWith('@') ? this.#mayHoldQuantity(id) : this.#ids.has(id);
  }

  #mayHoldQuantity(id: string): boolean {
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

const isCue = (word: Word): word is TypePhrase => typeof word === 'object' && word.part === 'cue';

function bareOf(section: Section): string | undefined {
  if (section.whole) return undefined;
  let bare = texts.get(section);
  if (!bare) texts.set(section, (bare = { text: bareText(section.text) }));
  return bare.text;
}

const texts = new WeakMap<Section, { readonly text: string | undefined }>();
