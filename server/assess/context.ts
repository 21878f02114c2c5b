import type { DocumentType } from '../catalogue/requirement.ts';
import type { Heading, LegalDocument, PlacedSection } from '../document/model.ts';
import { fold } from '../text/fold.ts';
import type { Library } from './library.ts';
import { roughConcepts, type Rough } from './rough.ts';
import { conceptsAbove, conceptsIn, scanSection, type Concepts, type SectionScan } from './scan.ts';

/** What a check may look at: the document with its words found, and as what kind of document it is read. */
export interface Context {
  readonly document: LegalDocument;
  readonly library: Library;
  readonly types: readonly DocumentType[];
  /** Only duties count, not the plain present: contracts and bids. */
  readonly strict: boolean;
  readonly sections: readonly ScannedSection[];
  readonly title: ReadonlySet<string>;
  /** Concepts of the whole document. */
  readonly concepts: Concepts;
}

export interface ScannedSection {
  readonly placed: PlacedSection;
  readonly scan: SectionScan;
  /** Somebody has asked for `scan`: to look into it costs little. */
  readonly isScanned: boolean;
  readonly above: ReadonlySet<string>;
  /** What a section is judged by besides its own text: answers are kept as long as it is the same. */
  readonly frame: string;
  /** Concepts that may occur in it, known without reading it; the same object for the same section. */
  readonly rough: Rough;
  mayHave(id: string): boolean;
  has(id: string): boolean;
}

/** Reading and scanning wait until somebody asks for sections or words. */
export function makeContext(
  document: LegalDocument,
  library: Library,
  types: readonly DocumentType[],
): Context {
  let found: ReturnType<typeof find> | undefined;
  const words = (): ReturnType<typeof find> => (found ??= find(document, library, types));
  return {
    document,
    library,
    types,
    strict: types.length > 0 && types.every((type) => type.force === 'duty'),
    get sections() {
      return words().sections;
    },
    get title() {
      return words().title;
    },
    get concepts() {
      return words().concepts;
    },
  };
}

function find(document: LegalDocument, library: Library, types: readonly DocumentType[]) {
  const title = new Set(conceptsIn(fold(document.title?.text ?? ''), library).keys());
  const concepts: Concepts = {
    has: (id) => title.has(id) || sections.some((section) => section.has(id)),
  };
  const shared = [types.map(({ id }) => id), [...title]].join('|');
  const sections: readonly ScannedSection[] = document.sections.map(
    (placed) => new LazySection(placed, library, shared),
  );
  return { sections, title, concepts };
}

/** Read and scanned when somebody asks for it. */
class LazySection implements ScannedSection {
  readonly placed: PlacedSection;
  readonly #library: Library;
  readonly #shared: string;
  #rough: Rough | undefined;
  #scan: SectionScan | undefined;
  #around: Surroundings | undefined;

  constructor(placed: PlacedSection, library: Library, shared: string) {
    this.placed = placed;
    this.#library = library;
    this.#shared = shared;
  }

  get isScanned(): boolean {
    return this.#scan !== undefined;
  }

  get scan(): SectionScan {
    return (this.#scan ??= scanSection(this.placed.section, this.#library));
  }

  get above(): ReadonlySet<string> {
    return this.#surroundings.concepts;
  }

  get frame(): string {
    return this.#surroundings.frame;
  }

  get #surroundings(): Surroundings {
    return (this.#around ??= surroundingsOf(this.placed.above, this.#shared, this.#library));
  }

  get rough(): Rough {
    return (this.#rough ??= roughConcepts(this.placed.section, this.#library));
  }

  mayHave(id: string): boolean {
    return this.rough.has(id);
  }

  has(id: string): boolean {
    return this.mayHave(id) && this.scan.concepts.has(id);
  }
}

interface Surroundings {
  readonly above: readonly Heading[];
  readonly shared: string;
  readonly library: Library;
  readonly concepts: ReadonlySet<string>;
  readonly frame: string;
}

/** The same object while the headings stay the same, so that frames compare at a glance. */
function surroundingsOf(above: readonly Heading[], shared: string, library: Library): Surroundings {
  const key = above.at(-1) ?? nowhere;
  let known = surroundings.get(key);
  const same =
    known?.shared === shared &&
    known.library === library &&
    known.above.length === above.length &&
    known.above.every((heading, i) => heading === above[i]);
  if (!same || !known) {
    const concepts = conceptsAbove(above, library);
    known = { above, shared, library, concepts, frame: `${shared}|${[...concepts].join()}` };
    surroundings.set(key, known);
  }
  return known;
}

const nowhere = {};
const surroundings = new WeakMap<object, Surroundings>();
