import type { DocumentType } from '../catalogue/requirement.ts';
import type { LegalDocument, PlacedSection } from '../document/model.ts';
import { fold } from '../text/fold.ts';
import type { Library } from './library.ts';
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
  /** All that a section is judged by besides its own text: answers are kept as long as it is the same. */
  readonly frame: string;
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
  const read = document.sections.map((placed) => ({
    placed,
    scan: scanSection(placed.section, library),
    above: conceptsAbove(placed, library),
  }));
  const concepts: Concepts = {
    has: (id) => title.has(id) || read.some(({ scan }) => scan.concepts.has(id)),
  };
  const frame = [
    types.map(({ id }) => id),
    [...title],
    library.documentWide.filter((id) => concepts.has(id)),
  ].join('|');
  const sections = read.map((section) => ({ ...section, frame: `${frame}|${[...section.above].join()}` }));
  return { sections, title, concepts };
}
