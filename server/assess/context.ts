import type { DocumentType } from '../catalogue/requirement.ts';
import type { LegalDocument, PlacedSection } from '../document/model.ts';
import { fold } from '../text/fold.ts';
import type { Library } from './library.ts';
import { roughConcepts } from './rough.ts';
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
  readonly above: ReadonlySet<string>;
  /** What a section is judged by besides its own text: answers are kept as long as it is the same. */
  readonly frame: string;
  /** Whether a concept may occur in it: answered without reading it. */
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
  #rough: Concepts | undefined;
  #scan: SectionScan | undefined;
  #above: ReadonlySet<string> | undefined;
  #frame: string | undefined;

  constructor(placed: PlacedSection, library: Library, shared: string) {
    this.placed = placed;
    this.#library = library;
    this.#shared = shared;
  }

  get scan(): SectionScan {
    return (this.#scan ??= scanSection(this.placed.section, this.#library));
  }

  get above(): ReadonlySet<string> {
    return (this.#above ??= conceptsAbove(this.placed, this.#library));
  }

  get frame(): string {
    return (this.#frame ??= `${this.#shared}|${[...this.above].join()}`);
  }

  mayHave(id: string): boolean {
    return (this.#rough ??= roughConcepts(this.placed.section, this.#library)).has(id);
  }

  has(id: string): boolean {
    return this.mayHave(id) && this.scan.concepts.has(id);
  }
}
