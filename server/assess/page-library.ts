import type { Concept, Requirement } from '../catalogue/requirement.ts';
import { makeLibrary, numbersBy, type Library } from './library.ts';

/** A library for one requirement whose page is being written: the words of the others, and those of its own. */
export function withPage(others: Library, requirement: Requirement, concepts: readonly Concept[]): Library {
  const catalogue = { ...others.catalogue, requirements: [requirement] };
  const own = makeLibrary({ ...catalogue, types: [], concepts });
  const isOwn = new Set(concepts.flatMap(({ id }) => [id, `!${id}`]));
  const ownNumber = (number: number): number => others.numbers + number;
  const numberOf = (concept: string): number | undefined => {
    if (!isOwn.has(concept)) return others.numberOf(concept);
    const number = own.numberOf(concept);
    return number === undefined ? undefined : ownNumber(number);
  };
  return {
    ...others,
    catalogue,
    checked: own.checked,
    requirement: own.requirement,
    mayHold: (text) => [...others.mayHold(text), ...own.mayHold(text).map(ownNumber)],
    numbers: others.numbers + own.numbers,
    numberOf,
    numbersOf: numbersBy(numberOf),
    findConcepts: (folded) =>
      [...others.findConcepts(folded).filter(({ id }) => !isOwn.has(id)), ...own.findConcepts(folded)].sort(
        (a, b) => a.start - b.start,
      ),
  };
}
