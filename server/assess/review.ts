import type { Catalogue, Level } from '../catalogue/requirement.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Assessment, Report } from './assessment.ts';

/** A catalogue with its words compiled; made once and shared. */
export interface Library {
  readonly catalogue: Catalogue;
}

export function makeLibrary(catalogue: Catalogue): Library {
  return { catalogue };
}

/** What a configuration says for one document; the document's own declaration wins over it. */
export interface ReviewSettings {
  readonly types: readonly string[];
  /** Level by requirement id, or by pack (`opinions`). */
  readonly levels: Readonly<Record<string, Level>>;
  readonly addressee?: string;
  readonly actingFor?: string;
  readonly buyer?: string;
  readonly applies?: boolean;
}

export const noSettings: ReviewSettings = { types: [], levels: {} };

/** One assessment a step, so that a caller may pause or stop between two. Judges every requirement with a check. */
export function* assess(
  _document: LegalDocument,
  _library: Library,
  _settings: ReviewSettings,
): Generator<Assessment, void> {
  yield* [];
}

/** Reads the whole verdict on a document. Never throws. */
export function review(_document: LegalDocument, _library: Library, _settings: ReviewSettings): Report {
  return { type: { types: [], source: 'none', confidence: 0 }, assessments: [], findings: [] };
}
