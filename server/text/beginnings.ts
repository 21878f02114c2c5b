import type { PhraseGraph } from './phrase-table.ts';
import type { Numbers } from './word-classes.ts';

/** With what phrases begin, in plain numbers: most tokens of a text begin none, and are seen here not to. */
export interface Beginnings {
  /** By class: 0 when no phrase begins with it, else `ends` (it is a phrase alone), `goesOn` or both. */
  readonly begins: Numbers;
  /** Bits, sixteen a number, of the pairs of classes with which a phrase begins; the bit of one may be that of another. */
  readonly pairs: Numbers;
}

export const ends = 1;
export const goesOn = 2;

/** The place of a pair's bit among as many as `shift` leaves of 32. */
export const pairBit = (c: number, d: number, shift: number): number =>
  (Math.imul(c, 0x9e3779b1) ^ Math.imul(d, 0x85ebca6b)) >>> shift;

export const shiftFor = (pairs: Numbers): number => Math.clz32(pairs.length) - 3;

export function beginningsOf(graph: PhraseGraph): Beginnings {
  const { edgeStart, edgeSymbol, edgeTarget, classStart, symbols, endStart } = graph;
  const classesOf: number[][] = [];
  for (let c = 0; c + 1 < classStart.length; c++) {
    for (let i = classStart[c] ?? 0; i < (classStart[c + 1] ?? 0); i++)
      (classesOf[symbols[i] ?? 0] ??= []).push(c);
  }
  const begins = new Array<number>(classStart.length).fill(0);
  const found: (readonly [c: number, d: number])[] = [];
  for (let edge = 0; edge < (edgeStart[1] ?? 0); edge++) {
    const node = edgeTarget[edge] ?? 0;
    const low = edgeStart[node] ?? 0;
    const high = edgeStart[node + 1] ?? 0;
    const kind = ((endStart[node] ?? 0) < (endStart[node + 1] ?? 0) ? ends : 0) | (low < high ? goesOn : 0);
    for (const c of classesOf[edgeSymbol[edge] ?? 0] ?? []) {
      begins[c] = (begins[c] ?? 0) | kind;
      for (let next = low; next < high; next++)
        for (const d of classesOf[edgeSymbol[next] ?? 0] ?? []) found.push([c, d]);
    }
  }
  // Four to eight times as many bits as there are pairs, so that few meet another's bit.
  const pairs = new Array<number>(1 << Math.max(1, 30 - Math.clz32(found.length))).fill(0);
  for (const [c, d] of found) {
    const bit = pairBit(c, d, shiftFor(pairs));
    pairs[bit >>> 4] = (pairs[bit >>> 4] ?? 0) | (1 << (bit & 15));
  }
  return { begins, pairs };
}
