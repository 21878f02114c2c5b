import type { PhraseTable } from './phrase-table.ts';
import { Tokens } from './tokens.ts';
import { WordClasses } from './word-classes.ts';

/** A table of phrases made ready for walking along the tokens of a text. */
export class PhraseTree {
  readonly table: PhraseTable;
  readonly tokens: Tokens;
  /** By symbol, the node to which it leads from the root; 0 for none. */
  readonly first: Uint32Array;
  /** By class: 0 when no phrase begins with it, else `ends`, `goesOn` or both. */
  readonly #begins: Uint8Array;
  /** Bits of the pairs of classes with which a phrase begins: most pairs of a text begin none. */
  readonly #pairs: Uint32Array;
  readonly #shift: number;

  constructor(table: PhraseTable, tokens = new Tokens(new WordClasses(table.tokens, table.tokenClass))) {
    this.table = table;
    this.tokens = tokens;
    const { edgeStart, edgeSymbol, edgeTarget, classStart, symbols, endStart } = table;
    const classesOf: number[][] = [];
    for (let c = 0; c + 1 < classStart.length; c++) {
      for (let i = classStart[c] ?? 0; i < (classStart[c + 1] ?? 0); i++)
        (classesOf[symbols[i] ?? 0] ??= []).push(c);
    }
    this.first = new Uint32Array(classesOf.length);
    this.#begins = new Uint8Array(classStart.length);
    const rootEnd = edgeStart[1] ?? 0;
    let seconds = 0;
    for (let edge = 0; edge < rootEnd; edge++) {
      const node = edgeTarget[edge] ?? 0;
      seconds += (edgeStart[node + 1] ?? 0) - (edgeStart[node] ?? 0);
    }
    // Eight times as many bits as there are second steps, so that few pairs meet another's bit.
    const bits = Math.max(5, 35 - Math.clz32(seconds));
    this.#pairs = new Uint32Array(1 << (bits - 5));
    this.#shift = 32 - bits;
    for (let edge = 0; edge < rootEnd; edge++) {
      const symbol = edgeSymbol[edge] ?? 0;
      const node = edgeTarget[edge] ?? 0;
      this.first[symbol] = node;
      const low = edgeStart[node] ?? 0;
      const high = edgeStart[node + 1] ?? 0;
      const kind = ((endStart[node] ?? 0) < (endStart[node + 1] ?? 0) ? ends : 0) | (low < high ? goesOn : 0);
      for (const c of classesOf[symbol] ?? []) {
        this.#begins[c] = (this.#begins[c] ?? 0) | kind;
        for (let next = low; next < high; next++) {
          for (const d of classesOf[edgeSymbol[next] ?? 0] ?? []) {
            const bit = pair(c, d) >>> this.#shift;
            this.#pairs[bit >>> 5] = (this.#pairs[bit >>> 5] ?? 0) | (1 << (bit & 31));
          }
        }
      }
    }
  }

  /** Whether a phrase of one token begins, and ends, with a token of this class. */
  endsWith(c: number): boolean {
    return ((this.#begins[c] ?? 0) & ends) !== 0;
  }

  /** Whether a phrase may begin with a token of this class and go on with one of the other. */
  mayGoOn(c: number, next: number): boolean {
    if ((this.#begins[c] ?? 0) < goesOn) return false;
    const bit = pair(c, next) >>> this.#shift;
    return ((this.#pairs[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }

  /** Where a symbol leads, of the edges from `low` to before `high`; 0 for nowhere. */
  next(low: number, high: number, symbol: number): number {
    const { edgeSymbol, edgeTarget } = this.table;
    while (low < high) {
      const middle = (low + high) >> 1;
      const here = edgeSymbol[middle] ?? 0;
      if (here === symbol) return edgeTarget[middle] ?? 0;
      if (here < symbol) low = middle + 1;
      else high = middle;
    }
    return 0;
  }
}

const ends = 1;
const goesOn = 2;
const pair = (c: number, d: number): number => Math.imul(c, 0x9e3779b1) ^ Math.imul(d, 0x85ebca6b);
