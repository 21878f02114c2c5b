import type { PageReading } from './page.ts';
import type { Catalogue, ConceptName } from './requirement.ts';

/** What was read from the pages that a sound catalogue was made of: for whoever edits one of them. */
export function pagesOf<C extends ConceptName>(catalogue: Catalogue<C>): PageReading<C>[] {
  const readings = new Map<string, PageReading<C>>();
  const add = (path: string, read: Partial<PageReading<C>>): void => {
    readings.set(path, { path, references: [], problems: [], ...readings.get(path), ...read });
  };
  for (const requirement of catalogue.requirements) add(requirement.path, { requirement });
  for (const type of catalogue.types) add(type.path, { type });
  for (const instrument of catalogue.instruments) add(instrument.path, { instrument });
  for (const concept of catalogue.concepts) {
    add(concept.path, { concepts: [...(readings.get(concept.path)?.concepts ?? []), concept] });
  }
  return [...readings.values()];
}
