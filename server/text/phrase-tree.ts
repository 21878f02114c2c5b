import { ends, goesOn, pairBit, shiftFor } from './beginnings.ts';
import type { PhraseTable } from './phrase-table.ts';
import { Tokens } from './tokens.ts';
import { WordClasses } from './word-classes.ts';

/** A table of phrases made ready for walking along the tokens of a text. */
export class PhraseTree {
  readonly table: PhraseTable;
  readonly tokens: Tokens;
  /** By symbol, the node to which it leads from the root; 0 for none. */
  readonly first: Uint32Array;
  readonly #shift: number;
  /** Pairs of classes that were found to lead nowhere, each at the place of its hash. */
  readonly #vain = new Uint32Array(1 << (32 - vainShift));

  constructor(table: PhraseTable, tokens = new Tokens(new WordClasses(table))) {
    this.table = table;
    this.tokens = tokens;
    this.#shift = shiftFor(table.pairs);
    const { edgeStart, edgeSymbol, edgeTarget } = table;
    const count = edgeStart[1] ?? 0;
    // The edges are ordered by symbol.
    this.first = new Uint32Array((edgeSymbol[count - 1] ?? 0) + 1);
    for (let edge = 0; edge < count; edge++) this.first[edgeSymbol[edge] ?? 0] = edgeTarget[edge] ?? 0;
  }

  /** Whether a phrase of one token begins, and ends, with a token of this class. */
  endsWith(c: number): boolean {
    return ((this.table.begins[c] ?? 0) & ends) !== 0;
  }

  /** Whether a phrase may begin with a token of this class and go on with one of the other. */
  mayGoOn(c: number, next: number): boolean {
    const { begins, pairs } = this.table;
    if ((begins[c] ?? 0) < goesOn) return false;
    const bit = pairBit(c, next, this.#shift);
    if (((pairs[bit >>> 4] ?? 0) & (1 << (bit & 15))) === 0) return false;
    return this.#vain[pairBit(c, next, vainShift)] !== pairOf(c, next);
  }

  /** Somebody went on from one class to the other, and no phrase does. */
  noteVain(c: number, next: number): void {
    this.#vain[pairBit(c, next, vainShift)] = pairOf(c, next);
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

const vainShift = 20;
const pairOf = (c: number, next: number): number => ((c << 16) | next) >>> 0;
