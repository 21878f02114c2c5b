import { bareText } from '../document/bare.ts';
import type { Section } from '../document/model.ts';
import type { PhraseMatcher } from '../text/phrases.ts';
import type { Library } from './library.ts';
import type { Concepts } from './scan.ts';

/** Concepts that a section may hold, seen from its text without reading it: all that it holds, and perhaps more. */
export interface Rough extends Concepts {
  readonly library: Library;
  /** What was found out of the section, by what it was asked for; whoever puts it in knows what it is. */
  readonly kept: Map<object, unknown>;
}

/** The same object for the same section. */
export function roughConcepts(section: Section, library: Library): Rough {
  let found = roughs.get(section);
  if (found?.library !== library) roughs.set(section, (found = new RoughConcepts(section, library)));
  return found;
}

const roughs = new WeakMap<Section, Rough>();

class RoughConcepts implements Rough {
  readonly library: Library;
  readonly kept = new Map<object, unknown>();
  readonly #ids: ReadonlySet<string> | undefined;

  constructor(section: Section, library: Library) {
    this.library = library;
    this.#ids = mayHold(section, library.concepts);
  }

  has(id: string): boolean {
    return this.#ids === undefined || this.#ids.has(id) || id.startsWith('@');
  }
}

/** Undefined when only reading tells. */
export function mayHold<Id>(section: Section, matcher: PhraseMatcher<Id>): ReadonlySet<Id> | undefined {
  if (section.whole) return undefined;
  let bare = texts.get(section);
  if (!bare) texts.set(section, (bare = { text: bareText(section.text) }));
  return bare.text === undefined ? undefined : matcher.mayFind(bare.text);
}

const texts = new WeakMap<Section, { readonly text: string | undefined }>();
