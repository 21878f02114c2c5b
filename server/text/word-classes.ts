import { isWordUnit } from './phrase-form.ts';

/** Classes of tokens, found without making strings of them. */
export class WordClasses {
  /** Classes of tokens that are one character, no word. */
  readonly units = new Uint16Array(65536);
  /** Room for the word that `ofUnits` is asked for; what does not fit into it is none of ours. */
  readonly word: Uint16Array;
  readonly #classes: ArrayLike<number>;
  /** Open addressing, two numbers a slot: index of a token and one, 0 for empty; and the hash of the token. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** The units of all tokens in a row, and where each begins; one more at the end. */
  readonly #letters: Uint16Array;
  readonly #begin: Uint32Array;

  constructor(tokens: readonly string[], classes: ArrayLike<number>) {
    this.#classes = classes;
    let size = 64;
    while (size < tokens.length * 2) size *= 2;
    const slots = new Int32Array(2 * size);
    const mask = size - 1;
    const begin = new Uint32Array(tokens.length + 1);
    let total = 0;
    let longest = 1;
    for (let index = 0; index < tokens.length; index++) {
      const length = tokens[index]?.length ?? 0;
      longest = Math.max(longest, length);
      begin[index + 1] = total += length;
    }
    const letters = new Uint16Array(total);
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] ?? '';
      const at = begin[index] ?? 0;
      let hash = 0;
      for (let i = 0; i < token.length; i++) {
        const code = token.charCodeAt(i);
        letters[at + i] = code;
        hash = i === 0 ? code : (Math.imul(hash, 31) + code) | 0;
      }
      if (token.length === 1 && !isWordUnit(hash)) {
        this.units[hash] = classes[index] ?? 0;
        continue;
      }
      let slot = spread(hash) & mask;
      while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = index + 1;
      slots[2 * slot + 1] = hash;
    }
    this.word = new Uint16Array(longest);
    this.#slots = slots;
    this.#mask = mask;
    this.#letters = letters;
    this.#begin = begin;
  }

  /** Of a word of plain letters, digits and `_`, in upper or lower case. */
  ofBytes(bytes: Uint8Array, from: number, length: number, hash: number): number {
    // Most words are none of ours, and seen to be so here.
    if (this.#slots[2 * (spread(hash) & this.#mask)] === 0) return 0;
    for (let i = 0; i < length; i++) {
      const byte = bytes[from + i] ?? 0;
      this.word[i] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
    }
    return this.ofUnits(length, hash);
  }

  /** Of the word in `word`. */
  ofUnits(length: number, hash: number): number {
    const slots = this.#slots;
    const word = this.word;
    for (let slot = spread(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const index = slots[2 * slot] ?? 0;
      if (index === 0) return 0;
      if (slots[2 * slot + 1] !== hash) continue;
      const begin = this.#begin[index - 1] ?? 0;
      if ((this.#begin[index] ?? 0) - begin !== length) continue;
      let i = 0;
      while (i < length && word[i] === this.#letters[begin + i]) i++;
      if (i === length) return this.#classes[index - 1] ?? 0;
    }
  }
}

const spread = (hash: number): number => hash ^ (hash >>> 15);
