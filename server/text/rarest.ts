import type { PhraseGraph } from './phrase-table.ts';

/**
 * The ends of a graph whose `ends` are plain parts, as `PhraseGraph` has them: of a phrase with gaps only the rarest
 * part is looked for at first.
 */
export function rarestFirst(graph: PhraseGraph): number[] {
  const { endStart } = graph;
  const ends = Array.from(graph.ends);
  const others = othersIn(graph);
  const ordered: number[] = [];
  for (let node = 0; node + 1 < endStart.length; node++) {
    const own = ends.slice(endStart[node], endStart[node + 1]);
    for (const part of own) if (!others.has(part)) ordered.push(2 * part);
    for (const part of own) if (others.has(part)) ordered.push(2 * part + 1);
  }
  return ordered;
}

/** The parts that are not the rarest of their phrase: the more parts end where one ends, the less it tells. */
function othersIn({ endStart, ends, phraseOf }: PhraseGraph): Set<number> {
  const company = new Array<number>(phraseOf.length).fill(0);
  for (let node = 0; node + 1 < endStart.length; node++) {
    const from = endStart[node] ?? 0;
    const to = endStart[node + 1] ?? 0;
    for (let i = from; i < to; i++) {
      const part = ends[i] ?? 0;
      company[part] = (company[part] ?? 0) + to - from;
    }
  }
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
