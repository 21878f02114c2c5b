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
}

export function makeContext(
  document: LegalDocument,
  library: Library,
  types: readonly DocumentType[],
): Context {
  const sections = document.sections.map((placed) => ({
    placed,
    scan: scanSection(placed.section, library),
    above: conceptsAbove(placed, library),
  }));
  const title = new Set(conceptsIn(fold(document.title?.text ?? ''), library).keys());
  return {
    document,
    library,
    types,
    strict: types.length > 0 && types.every((type) => type.force === 'duty'),
    sections,
    title,
    concepts: {
      has: (id) => title.has(id) || sections.some(({ scan }) => scan.concepts.has(id)),
    },
  };
}
