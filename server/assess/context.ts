import type { DocumentType } from '../catalogue/requirement.ts';
import type { Heading, LegalDocument, PlacedSection } from '../document/model.ts';
import { fold } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import { conceptsAbove, conceptsIn, headingConcepts } from './concepts.ts';
import type { Library } from './library.ts';
import { roughConcepts, type Rough } from './rough.ts';
import { scanSection, type Concepts, type SectionScan } from './scan.ts';

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
  /** The same without what the title tells. */
  readonly untitled: Context;
}

export interface ScannedSection {
  readonly placed: PlacedSection;
  readonly scan: SectionScan;
  /** Somebody has asked for `scan`: to look into it costs little. */
  readonly isScanned: boolean;
  /** Concepts of all headings above. */
  readonly above: ReadonlySet<string>;
  /** … of those that still stand above a heading of the section: one of the same level or above has ended the others. */
  aboveAt(under: number): ReadonlySet<string>;
  /** What a section is judged by besides its own text: answers are kept as long as it is the same. */
  readonly frame: string;
  /** Concepts that may occur in it, known without reading it; the same object for the same section. */
  readonly rough: Rough;
  has(id: string): boolean;
}

/** Reading and scanning wait until somebody asks for sections or words. */
export const makeContext = (
  document: LegalDocument,
  library: Library,
  types: readonly DocumentType[],
): Context => new DocumentContext(document, library, types);

class DocumentContext implements Context {
  readonly document: LegalDocument;
  readonly library: Library;
  readonly types: readonly DocumentType[];
  readonly strict: boolean;
  #title: ReadonlySet<string> | undefined;
  #sections: readonly ScannedSection[] | undefined;
  #untitled: Context | undefined;

  constructor(document: LegalDocument, library: Library, types: readonly DocumentType[]) {
    this.document = document;
    this.library = library;
    this.types = types;
    this.strict = types.length > 0 && types.every((type) => type.force === 'duty');
  }

  get title(): ReadonlySet<string> {
    const { text = '', below = '' } = this.document.title ?? {};
    return (this.#title ??= new Set(conceptsIn(fold(`${text} · ${below}`), this.library).keys()));
  }

  get sections(): readonly ScannedSection[] {
    if (this.#sections) return this.#sections;
    const shared = [this.types.map(({ id }) => id), [...this.title]].join('|');
    return (this.#sections = this.document.sections.map(
      (placed) => new LazySection(placed, this.library, shared),
    ));
  }

  get concepts(): Concepts {
    return {
      // What is read costs nothing more.
      has: (id) =>
        this.title.has(id) ||
        this.sections.some((section) => section.isScanned && section.has(id)) ||
        this.sections.some((section) => !section.isScanned && section.has(id)),
    };
  }

  get untitled(): Context {
    return (this.#untitled ??= new UntitledContext(this));
  }
}

class UntitledContext implements Context {
  readonly document: LegalDocument;
  readonly library: Library;
  readonly types: readonly DocumentType[];
  readonly strict: boolean;
  readonly title: ReadonlySet<string> = new Set();
  readonly untitled = this;
  readonly #titled: Context;

  constructor(titled: Context) {
    ({ document: this.document, library: this.library, types: this.types, strict: this.strict } = titled);
    this.#titled = titled;
  }

  get sections(): readonly ScannedSection[] {
    return this.#titled.sections;
  }

  get concepts(): Concepts {
    return this.#titled.concepts;
  }
}

/** Read and scanned when somebody asks for it. */
class LazySection implements ScannedSection {
  readonly placed: PlacedSection;
  readonly #library: Library;
  readonly #shared: string;
  #rough: Rough | undefined;
  #scan: SectionScan | undefined;
  #around: Surroundings | undefined;
  #least: readonly number[] | undefined;

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

  aboveAt(under: number): ReadonlySet<string> {
    const { above, concepts } = this.#surroundings;
    const deepest = above.at(-1)?.level ?? 0;
    if (under < 0 || concepts.size === 0) return concepts;
    const least = (this.#least ??= leastLevels(this.placed.section))[under] ?? Infinity;
    if (deepest < least || above.length === 1) return concepts;
    // The title, which is the first, stands above everything.
    return conceptsAbove(
      above.filter(({ level }, i) => i === 0 || level < least),
      this.#library,
    );
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

  has(id: string): boolean {
    return this.rough.has(id) && this.scan.concepts.has(id);
  }
}

/** For each heading of a section, the level of the highest one so far. */
function leastLevels(section: PlacedSection['section']): number[] {
  let least = Infinity;
  return section.headings().map(({ level }) => (least = Math.min(least, level)));
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
    const framing = above.map(
      (heading) => `${heading.level}:${[...headingConcepts(heading, library)].join()}`,
    );
    known = { above, shared, library, concepts, frame: [shared, ...framing].join('|') };
    surroundings.set(key, known);
  }
  return known;
}

const nowhere = {};
const surroundings = memo<object, Surroundings>();
