import { foldedUnit } from './fold.ts';
import { isWordUnit } from './phrase-form.ts';

/** Tokens in plain numbers, so that a build can make them beforehand: words first, then single characters. */
export interface WordTable {
  /** The units of all tokens in a row, and where each begins; one more at the end. */
  readonly letters: Numbers;
  readonly wordStart: Numbers;
  /** By token, its class; class 0 is that of tokens in no phrase. */
  readonly tokenClass: Numbers;
}

export type Numbers = ArrayLike<number>;

/** Classes of tokens, found without making strings of them. */
export class WordClasses {
  /** Classes of tokens that are one character, no word. */
  readonly units = new Uint16Array(65536);
  /** Room for the word that `ofUnits` is asked for; what does not fit into it is none of ours. */
  readonly word = new Uint16Array(longestWord);
  readonly #table: WordTable;
  /** Of words, by hash with open addressing: index of a token and one, 0 for none. */
  readonly #slots: Uint32Array;
  readonly #mask: number;

  constructor(table: WordTable) {
    this.#table = table;
    const { letters, wordStart, tokenClass } = table;
    let words = tokenClass.length;
    for (; words > 0; words--) {
      const unit = letters[wordStart[words - 1] ?? 0] ?? 0;
      if (isWordUnit(unit)) break;
      this.units[unit] = tokenClass[words - 1] ?? 0;
    }
    this.#slots = slotsOf(table, words);
    this.#mask = this.#slots.length - 1;
  }

  /**
   * Of a word of plain letters, digits and `_`, in upper or lower case. The search is that of `ofUnits`, written out: one
   * for both costs a hundredth of a run.
   */
  ofBytes(bytes: Uint8Array, from: number, length: number, hash: number): number {
    const slots = this.#slots;
    const { letters, wordStart, tokenClass } = this.#table;
    for (let slot = spread(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const index = slots[slot] ?? 0;
      if (index === 0) return 0;
      const begin = wordStart[index - 1] ?? 0;
      if ((wordStart[index] ?? 0) - begin !== length) continue;
      let i = 0;
      while (i < length && wordBytes[bytes[from + i] ?? 0] === letters[begin + i]) i++;
      if (i === length) return tokenClass[index - 1] ?? 0;
    }
  }

  /** Of the word in `word`. */
  ofUnits(length: number, hash: number): number {
    const slots = this.#slots;
    const { letters, wordStart, tokenClass } = this.#table;
    for (let slot = spread(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const index = slots[slot] ?? 0;
      if (index === 0) return 0;
      const begin = wordStart[index - 1] ?? 0;
      if ((wordStart[index] ?? 0) - begin !== length) continue;
      let i = 0;
      while (i < length && this.word[i] === letters[begin + i]) i++;
      if (i === length) return tokenClass[index - 1] ?? 0;
    }
  }
}

/** By byte, the letter of a word as it is folded; 0 for what is in no word, or not one byte. */
export const wordBytes = Uint8Array.from({ length: 256 }, (_, byte) => {
  const code = byte < 0x80 ? foldedUnit(byte) : 0;
  return isWordUnit(code) ? code : 0;
});

/** In UTF-16 units. */
const longestWord = 64;

/** The table of tokens, each with its class. */
export function tableOfWords(tokens: ReadonlyMap<string, number>): WordTable {
  const isUnit = (token: string): boolean => token.length === 1 && !isWordUnit(token.charCodeAt(0));
  const all = [...tokens].filter(([token]) => token.length <= longestWord);
  const words = all.filter(([token]) => !isUnit(token));
  const ordered = [...words, ...all.filter(([token]) => isUnit(token))];
  const letters = ordered.flatMap(([token]) => unitsOf(token));
  const wordStart = [0];
  for (const [token] of ordered) wordStart.push((wordStart.at(-1) ?? 0) + token.length);
  return { letters, wordStart, tokenClass: ordered.map(([, c]) => c) };
}

/** The hash is that which `Tokens` makes while it reads. Made at the start: in a package they would take as much room as the words. */
function slotsOf({ letters, wordStart }: WordTable, words: number): Uint32Array {
  let size = 64;
  while (size < words * 1.5) size *= 2;
  const slots = new Uint32Array(size);
  for (let index = 0; index < words; index++) {
    const end = wordStart[index + 1] ?? 0;
    let at = wordStart[index] ?? 0;
    let hash = letters[at] ?? 0;
    while (++at < end) hash = (Math.imul(hash, 31) + (letters[at] ?? 0)) | 0;
    let slot = spread(hash) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
  }
  return slots;
}

const unitsOf = (token: string): number[] =>
  Array.from({ length: token.length }, (_, i) => token.charCodeAt(i));

const spread = (hash: number): number => hash ^ (hash >>> 15);
