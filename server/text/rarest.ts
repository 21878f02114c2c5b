import type { Numbers } from './word-classes.ts';

/**
 * What `PhraseGraph` has as `ends`, for each node: of a phrase with gaps only the rarest part is looked for at first.
 * `partsAt`: by node, the parts that end there.
 */
export function rarestFirst(partsAt: readonly (readonly number[])[], phraseOf: Numbers): number[][] {
  const others = othersIn(partsAt, phraseOf);
  return partsAt.map((parts) => [
    ...parts.filter((part) => !others.has(part)).map((part) => 2 * part),
    ...parts.filter((part) => others.has(part)).map((part) => 2 * part + 1),
  ]);
}

/** The parts that are not the rarest of their phrase: the more parts end where one ends, the less it tells. */
function othersIn(partsAt: readonly (readonly number[])[], phraseOf: Numbers): Set<number> {
  const company = new Array<number>(phraseOf.length).fill(0);
  for (const parts of partsAt) for (const part of parts) company[part] = (company[part] ?? 0) + parts.length;
  const others = new Set<number>();
  for (let part = 0; part < phraseOf.length;) {
    const phrase = phraseOf[part];
    let rarest = part;
    let end = part + 1;
    for (; phraseOf[end] === phrase; end++) if ((company[end] ?? 0) < (company[rarest] ?? 0)) rarest = end;
    for (; part < end; part++) if (part !== rarest) others.add(part);
  }
  return others;
}
