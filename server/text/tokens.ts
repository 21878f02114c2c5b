import { foldedUnit, isLetter } from './fold.ts';
import { isWordUnit } from './phrase-form.ts';
import { wordBytes, type WordClasses } from './word-classes.ts';

/**
 * The tokens of a text: the class of each (0: in no phrase), and where it begins and ends, in UTF-16 units. A word is a
 * token, and so is every other character that is no space. Read from the text's UTF-8: English is one byte a character.
 */
export class Tokens {
  classes = new Uint16Array(256);
  starts = new Uint32Array(256);
  stops = new Uint32Array(256);
  count = 0;
  readonly #words: WordClasses;
  #bytes = new Uint8Array(1024);
  /** Where the word ended that `#mixedWord` read: in bytes, and in bytes more than units. */
  #end = 0;
  #ahead = 0;

  constructor(words: WordClasses) {
    this.#words = words;
  }

  /** Takes the place of the text before. Every character is read as `fold` has it, folded or not. */
  read(text: string): void {
    // A text has no more tokens than units, and at most three bytes a unit.
    if (text.length > this.classes.length) this.#grow(text.length);
    const bytes = this.#bytes;
    const { written: size } = encoder.encodeInto(text, bytes);
    bytes[size] = 0;
    const { classes, starts, stops } = this;
    const words = this.#words;
    const { units } = words;
    let count = 0;
    let ahead = 0;
    for (let i = 0; i < size;) {
      const from = i;
      const byte = bytes[i++] ?? 0;
      const letter = wordBytes[byte] ?? 0;
      if (letter !== 0) {
        let hash = letter;
        for (; ; i++) {
          const next = wordBytes[bytes[i] ?? 0] ?? 0;
          if (next === 0) break;
          hash = (Math.imul(hash, 31) + next) | 0;
        }
        starts[count] = from - ahead;
        if ((bytes[i] ?? 0) < 0x80) classes[count] = words.ofBytes(bytes, from, i - from, hash);
        else {
          classes[count] = this.#mixedWord(from, ahead);
          i = this.#end;
          ahead = this.#ahead;
        }
        stops[count++] = i - ahead;
        continue;
      }
      let code = byte;
      let wider = 0;
      if (byte >= 0x80) {
        const second = (bytes[i++] ?? 0) & 0x3f;
        if (byte < 0xe0) {
          code = ((byte & 0x1f) << 6) | second;
          wider = 1;
        } else {
          code = ((byte & 0x0f) << 12) | (second << 6) | ((bytes[i++] ?? 0) & 0x3f);
          wider = 2;
          // Beyond the first plane: two units, in no phrase.
          if (byte >= 0xf0) {
            i++;
            code = 0xd800;
          }
        }
        code = foldedUnit(code);
        if (isWordUnit(code)) {
          starts[count] = from - ahead;
          classes[count] = this.#mixedWord(from, ahead);
          i = this.#end;
          ahead = this.#ahead;
          stops[count++] = i - ahead;
          continue;
        }
      }
      const start = from - ahead;
      ahead += wider;
      if (code === 32 || code === 10 || code === 9 || code === 13) continue;
      // Between letters a hyphen divides words.
      if (code === 45 && isLetter(bytes[from - 1] ?? 0) && isLetter(bytes[i] ?? 0)) continue;
      classes[count] = units[code] ?? 0;
      starts[count] = start;
      stops[count++] = i - ahead;
    }
    this.count = count;
  }

  /** A word that is not of plain letters alone. */
  #mixedWord(from: number, ahead: number): number {
    const bytes = this.#bytes;
    const { word } = this.#words;
    let length = 0;
    let hash = 0;
    let i = from;
    for (;;) {
      const byte = bytes[i] ?? 0;
      let code = byte;
      let size = 1;
      if (byte >= 0xf0) break;
      if (byte >= 0xe0) {
        code = ((byte & 0x0f) << 12) | (((bytes[i + 1] ?? 0) & 0x3f) << 6) | ((bytes[i + 2] ?? 0) & 0x3f);
        size = 3;
      } else if (byte >= 0x80) {
        code = ((byte & 0x1f) << 6) | ((bytes[i + 1] ?? 0) & 0x3f);
        size = 2;
      }
      code = foldedUnit(code);
      if (!isWordUnit(code)) break;
      hash = length === 0 ? code : (Math.imul(hash, 31) + code) | 0;
      word[length++] = code; // What lies beyond its room is lost: no word of ours is as long.
      i += size;
      ahead += size - 1;
    }
    this.#end = i;
    this.#ahead = ahead;
    return this.#words.ofUnits(length, hash);
  }

  #grow(least: number): void {
    let size = this.classes.length;
    while (size < least) size *= 2;
    this.classes = new Uint16Array(size);
    this.starts = new Uint32Array(size);
    this.stops = new Uint32Array(size);
    this.#bytes = new Uint8Array(3 * size + 1);
  }
}

const encoder = new TextEncoder();
