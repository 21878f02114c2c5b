import type { LegalDocument } from '../document/model.ts';
import { maySay } from './checks/where.ts';
import type { Library } from './library.ts';
import { expectationOf, type ReviewSettings } from './review.ts';
import { roughConcepts } from './rough.ts';
import { scanSection } from './scan.ts';
import { typesOf } from './types.ts';

/**
 * Reads what a review for its findings will look at, a section a step. The review itself takes one requirement a step,
 * and a first look at a long document would be a long step.
 */
export function* readAhead(document: LegalDocument, library: Library, settings: ReviewSettings): Generator {
  if (!document.declaration.applies || settings.applies === false) return;
  const { sections } = document;
  for (const { section } of sections) yield roughConcepts(section, library);
  const type = typesOf(document, library, settings);
  yield;
  const ways = library.checked
    .filter((requirement) => expectationOf(requirement, type) === 'required')
    .flatMap(({ check }) => (check.verb === 'none' ? [] : check.parts.flatMap((part) => part.ways)));
  if (ways.length === 0) return;
  for (const { section } of sections) {
    const rough = roughConcepts(section, library);
    if (ways.some((way) => maySay(way, rough))) yield scanSection(section, library);
  }
}
