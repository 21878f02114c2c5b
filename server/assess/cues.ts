import type { LegalDocument, Section } from '../document/model.ts';
import { memo } from '../text/memo.ts';
import type { Library, TypePhrase } from './library.ts';
import { roughConcepts } from './rough.ts';

/** How many different cues of a type there are. */
export type CountCues = (type: string) => number;

/** All that there are, and perhaps more: told without reading. */
export function cuesAtMost(document: LegalDocument, library: Library): CountCues {
  const found = new Phrases();
  for (const { section } of document.sections) {
    for (const cue of roughConcepts(section, library).cues ?? cuesOf(section, library)) found.add(cue);
  }
  return found.count;
}

/** The cues of some types, read section by section, those first that may tell most. */
export class CueReader {
  readonly #library: Library;
  readonly #found = new Phrases();
  readonly #left: { readonly section: Section; readonly cues: readonly TypePhrase[] }[] = [];

  constructor(document: LegalDocument, library: Library, types: ReadonlySet<string>) {
    this.#library = library;
    for (const { section } of document.sections) {
      const all = roughConcepts(section, library).cues;
      const cues = all?.filter(({ type }) => types.has(type));
      if (!cues) this.#read(section);
      else if (cues.length > 0) this.#left.push({ section, cues });
    }
    this.#left.sort((a, b) => a.cues.length - b.cues.length);
  }

  /** So many at least: those found. */
  readonly atLeast: CountCues = (type) => this.#found.count(type);

  /** So many at most: those found, and those that the sections not yet read may add. */
  atMost(): CountCues {
    const all = this.#found.copy();
    for (const { cues } of this.#left) for (const cue of cues) all.add(cue);
    return all.count;
  }

  /** Reads one more section that may tell something new of these types; false when there is none. */
  read(types: ReadonlySet<string>): boolean {
    for (;;) {
      const next = this.#left.pop();
      if (!next) return false;
      if (!next.cues.some((cue) => types.has(cue.type) && !this.#found.has(cue))) continue;
      this.#read(next.section);
      return true;
    }
  }

  #read(section: Section): void {
    for (const cue of cuesOf(section, this.#library)) this.#found.add(cue);
  }
}

/** Each once: the library has one object for each. */
class Phrases {
  readonly #all: Set<TypePhrase>;
  readonly #counts: Map<string, number>;

  constructor(all = new Set<TypePhrase>(), counts = new Map<string, number>()) {
    this.#all = all;
    this.#counts = counts;
  }

  copy(): Phrases {
    return new Phrases(new Set(this.#all), new Map(this.#counts));
  }

  add(cue: TypePhrase): void {
    if (this.#all.has(cue)) return;
    this.#all.add(cue);
    this.#counts.set(cue.type, this.count(cue.type) + 1);
  }

  has(cue: TypePhrase): boolean {
    return this.#all.has(cue);
  }

  readonly count: CountCues = (type) => this.#counts.get(type) ?? 0;
}

/** Kept with the section. */
function cuesOf(section: Section, library: Library): readonly TypePhrase[] {
  let cues = kept.get(section);
  if (!cues) {
    const prose = section.blocks().filter((block) => block.kind !== 'code' && block.kind !== 'contents');
    cues = prose
      .flatMap((block) => library.findTypes(block.prose.folded).map((hit) => hit.id))
      .filter((id) => id.part === 'cue');
    kept.set(section, cues);
  }
  return cues;
}

const kept = memo<Section, readonly TypePhrase[]>();
