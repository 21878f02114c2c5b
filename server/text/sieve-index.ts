import type { PhraseGraph } from './phrase-table.ts';
import type { Numbers } from './word-classes.ts';

/** What the nodes of a graph of phrases tell. */
export interface SieveIndex {
  /** How many numbers there are to tell. */
  readonly numbers: number;
  /**
   * By node, where what it tells begins in `codes`; one more at the end. A code is a number; or, behind the numbers,
   * that of a part of a phrase with gaps: of each phrase only the rarest part is told, the others are looked up.
   */
  readonly codeStart: Uint32Array;
  readonly codes: Uint32Array;
  /** By part, where the nodes at which it ends begin in `nodes`; one more at the end. */
  readonly nodeStart: Uint32Array;
  readonly nodes: Uint32Array;
}

export function sieveIndex({ endStart, ends, phraseOf }: PhraseGraph, numberOf: Numbers): SieveIndex {
  let most = -1;
  for (let i = 0; i < numberOf.length; i++) most = Math.max(most, numberOf[i] ?? -1);
  const numbers = most + 1;
  const parts = phraseOf.length;
  const nodeCount = endStart.length - 1;
  const nodeStart = new Uint32Array(parts + 2);
  /** By part, how many end where it ends: the more, the less it tells. */
  const company = new Uint32Array(parts);
  for (let node = 0; node < nodeCount; node++) {
    const from = endStart[node] ?? 0;
    const to = endStart[node + 1] ?? 0;
    for (let i = from; i < to; i++) {
      const part = ends[i] ?? 0;
      company[part] = (company[part] ?? 0) + to - from;
      // Two places further on: filling moves each start to that of the next part.
      nodeStart[part + 2] = (nodeStart[part + 2] ?? 0) + 1;
    }
  }
  for (let part = 2; part < nodeStart.length; part++)
    nodeStart[part] = (nodeStart[part] ?? 0) + (nodeStart[part - 1] ?? 0);
  const codeOf = codesOf(phraseOf, numberOf, numbers, company);
  const nodes = new Uint32Array(ends.length);
  const codeStart = new Uint32Array(nodeCount + 1);
  const codes = new Uint32Array(ends.length);
  let count = 0;
  for (let node = 0; node < nodeCount; node++) {
    const own = count;
    for (let i = endStart[node] ?? 0; i < (endStart[node + 1] ?? 0); i++) {
      const part = ends[i] ?? 0;
      const at = nodeStart[part + 1] ?? 0;
      nodes[at] = node;
      nodeStart[part + 1] = at + 1;
      const code = codeOf[part] ?? -1;
      // Phrases of one concept come in a row.
      if (code >= 0 && (count === own || codes[count - 1] !== code)) codes[count++] = code;
    }
    codeStart[node + 1] = count;
  }
  return { numbers, codeStart, codes: codes.subarray(0, count), nodeStart, nodes };
}

/** By part, what is told where it ends; -1 for nothing. */
function codesOf(phraseOf: Numbers, numberOf: Numbers, numbers: number, company: Uint32Array): Int32Array {
  const codes = new Int32Array(phraseOf.length).fill(-1);
  for (let part = 0; part < codes.length;) {
    const phrase = phraseOf[part] ?? 0;
    let rarest = part;
    let end = part + 1;
    for (; phraseOf[end] === phrase; end++) if ((company[end] ?? 0) < (company[rarest] ?? 0)) rarest = end;
    const number = numberOf[phrase] ?? -1;
    if (number >= 0) codes[rarest] = end - part > 1 ? numbers + rarest : number;
    part = end;
  }
  return codes;
}
