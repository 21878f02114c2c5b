import { bareText } from '../document/bare.ts';
import type { Section } from '../document/model.ts';
import type { PhraseMatcher } from '../text/phrases.ts';
import type { Library } from './library.ts';
import type { Concepts } from './scan.ts';

/** Which concepts a section may hold, seen from its text without reading it: all that it holds, and perhaps more. */
export function roughConcepts(section: Section, library: Library): Concepts {
  let found = kept.get(section);
  if (!found || found.library !== library) {
    const ids = mayHold(section, library.concepts);
    found = { library, has: ids ? (id) => id.startsWith('@') || ids.has(id) : () => true };
    kept.set(section, found);
  }
  return found;
}

const kept = new WeakMap<Section, Concepts & { readonly library: Library }>();

/** Undefined when only reading tells. */
export function mayHold<Id>(section: Section, matcher: PhraseMatcher<Id>): ReadonlySet<Id> | undefined {
  if (section.whole) return undefined;
  let bare = texts.get(section);
  if (!bare) texts.set(section, (bare = { text: bareText(section.text) }));
  return bare.text === undefined ? undefined : matcher.mayFind(bare.text);
}

const texts = new WeakMap<Section, { readonly text: string | undefined }>();
