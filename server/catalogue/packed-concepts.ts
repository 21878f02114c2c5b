import type { Concept, ConceptName } from './requirement.ts';

/** By key, the values of all concepts in a row: like beside like compresses better. Their words are compiled. */
export type ConceptColumns = { readonly [K in keyof ConceptName]: readonly ConceptName[K][] };

/** By concept, two numbers: how many phrases say it, and how many hide it. */
export const phraseCountsOf = (concepts: readonly Concept[]): number[] =>
  concepts.flatMap(({ en, zh, not }) => [en.length + zh.length, not.length]);

export const packConcepts = (concepts: readonly ConceptName[]): ConceptColumns => ({
  id: concepts.map(({ id }) => id),
  name: concepts.map(({ name }) => name),
  term: concepts.map(({ term }) => term),
  path: concepts.map(({ path }) => path),
  line: concepts.map(({ line }) => line),
});

export const unpackConcepts = ({ id, name, term, path, line }: ConceptColumns): ConceptName[] =>
  id.map((id, i) => ({
    id,
    name: name[i] ?? { en: id, zh: id },
    term: term[i] ?? false,
    path: path[i] ?? '',
    line: line[i] ?? 0,
  }));
