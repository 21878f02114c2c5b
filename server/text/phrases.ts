import { foldedUnit, isLetter, isWide } from './fold.ts';
import { isWordUnit } from './phrase-form.ts';
import { compilePhrases, type PhraseTable } from './phrase-table.ts';
import type { Span } from './span.ts';

export { expand } from './phrase-form.ts';

/**
 * Finds many phrases in one pass over a text.
 *
 * A phrase is words with three marks: `collect~` stands for the word and its inflections, `(a|b|)` for
 * alternatives (an empty one makes it optional), ` ... ` for a gap inside one sentence: up to eight words, or
 * sixteen characters in Chinese. Latin words match as whole words, Chinese characters one by one. Time grows with
 * the text, not with the number of phrases.
 */
export class PhraseMatcher<Id> {
  readonly #ids: readonly Id[];
  readonly #table: PhraseTable;
  readonly #words: WordClasses;
  /** By symbol, the child of the root; 0 for none. */
  readonly #first: Uint32Array;
  /** By class, whether a phrase begins with it. */
  readonly #begins: Uint8Array;
  // The tokens of the text at hand: their classes, where each begins and ends.
  #classes = new Int32Array(256);
  #starts = new Int32Array(256);
  #stops = new Int32Array(256);
  #count = 0;
  #text = '';
  /** Of the phrases, which are looked for. */
  #from = 0;
  #to = Infinity;
  #hits: Hit<Id>[] = [];
  /** By part, where it was found, for phrases with gaps. */
  #open: Map<number, Span[]> | undefined;
  /** Where only the parts that occur are asked for. */
  #parts: number[] | undefined;
  /** By part, whether it is among them. */
  #marks: Uint8Array | undefined;

  /** The ids of phrases, and what `compilePhrases` made of the phrases in the same order. */
  constructor(ids: readonly Id[], table: PhraseTable) {
    this.#ids = ids;
    this.#table = table;
    const { tokens, tokenClass, childStart, symbolOf, classStart, symbols } = this.#table;
    this.#words = new WordClasses(tokens, tokenClass);
    let most = 0;
    for (let i = 0; i < symbols.length; i++) most = Math.max(most, symbols[i] ?? 0);
    this.#first = new Uint32Array(most + 1);
    const end = childStart[1] ?? 1;
    for (let node = 1; node < end; node++) this.#first[symbolOf[node] ?? 0] = node;
    this.#begins = new Uint8Array(classStart.length);
    for (let c = 0; c + 1 < classStart.length; c++) {
      for (let i = classStart[c] ?? 0; i < (classStart[c + 1] ?? 0); i++)
        if (this.#first[symbols[i] ?? 0] !== 0) this.#begins[c] = 1;
    }
  }

  /**
   * All hits in a folded text (see `fold`), by their start; overlapping ones included. Of the phrases, those from one
   * index to before another.
   */
  find(folded: string, from = 0, to = Infinity): Hit<Id>[] {
    this.#from = from;
    this.#to = to;
    this.#open = undefined;
    this.#hits = [];
    this.#tokenise(folded, false);
    this.#walk();
    return this.#hits;
  }

  #walk(): void {
    const { classStart, symbols } = this.#table;
    const classes = this.#classes;
    const begins = this.#begins;
    const first = this.#first;
    const count = this.#count;
    for (let at = 0; at < count; at++) {
      const c = classes[at] ?? 0;
      if (begins[c] !== 1) continue;
      const last = classStart[c + 1] ?? 0;
      for (let i = classStart[c] ?? 0; i < last; i++) {
        const child = first[symbols[i] ?? 0] ?? 0;
        if (child !== 0) this.#step(child, at, this.#starts[at] ?? 0);
      }
    }
  }

  /** The ids whose phrases have all their parts in a text, however far apart; the text need not be folded. */
  mayFind(text: string): Set<Id> {
    const { phraseOf } = this.#table;
    const marks = (this.#marks ??= new Uint8Array(phraseOf.length + 1));
    const parts: number[] = [];
    this.#parts = parts;
    this.#tokenise(text, true);
    this.#walk();
    this.#parts = undefined;
    const ids = new Set<Id>();
    for (const part of parts) {
      const phrase = phraseOf[part];
      // The last part stands for the phrase when all before it were found, too.
      if (phrase === undefined || phraseOf[part + 1] === phrase) continue;
      let first = part;
      while (phraseOf[first - 1] === phrase && marks[first - 1] === 1) first--;
      if (phraseOf[first - 1] !== phrase) ids.add(this.#ids[phrase] as Id);
    }
    for (const part of parts) marks[part] = 0;
    return ids;
  }

  /** The path from `start` reaches `node` with the token `at`. */
  #step(node: number, at: number, start: number): void {
    const { childStart, endStart, classStart, symbols } = this.#table;
    const lastEnd = endStart[node + 1] ?? 0;
    let end = endStart[node] ?? 0;
    if (end < lastEnd) {
      const { ends } = this.#table;
      for (; end < lastEnd; end++) this.#found(ends[end] ?? 0, start, this.#stops[at] ?? 0);
    }
    const next = at + 1;
    const low = childStart[node] ?? 0;
    const high = childStart[node + 1] ?? 0;
    if (low === high || next >= this.#count) return;
    const c = this.#classes[next] ?? 0;
    const lastSymbol = classStart[c + 1] ?? 0;
    for (let i = classStart[c] ?? 0; i < lastSymbol; i++) {
      const child = this.#child(low, high, symbols[i] ?? 0);
      if (child !== 0) this.#step(child, next, start);
    }
  }

  #child(low: number, high: number, symbol: number): number {
    const { symbolOf } = this.#table;
    while (low < high) {
      const middle = (low + high) >> 1;
      const here = symbolOf[middle] ?? 0;
      if (here === symbol) return middle;
      if (here < symbol) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  #found(part: number, start: number, end: number): void {
    if (this.#parts) {
      if (this.#marks?.[part] !== 0) return;
      this.#marks[part] = 1;
      this.#parts.push(part);
      return;
    }
    const { phraseOf } = this.#table;
    const phrase = phraseOf[part] ?? 0;
    if (phrase < this.#from || phrase >= this.#to) return;
    const from =
      phraseOf[part - 1] === phrase ? chainStart(this.#open?.get(part - 1), this.#text, start) : start;
    if (from === undefined) return;
    if (phraseOf[part + 1] !== phrase) {
      this.#hits.push({ id: this.#ids[phrase] as Id, start: from, end });
      return;
    }
    this.#open ??= new Map();
    let spans = this.#open.get(part) ?? [];
    if (spans.length >= 64) spans = spans.filter((span) => start - span.end <= longestGap);
    spans.push({ start: from, end });
    this.#open.set(part, spans);
  }

  #tokenise(text: string, folds: boolean): void {
    this.#text = text;
    const { length } = text;
    // A text has no more tokens than units.
    if (length > this.#classes.length) this.#grow(length);
    const words = this.#words;
    const { word, units } = words;
    const classes = this.#classes;
    const starts = this.#starts;
    const stops = this.#stops;
    let count = 0;
    let i = 0;
    while (i < length) {
      const start = i;
      const first = text.charCodeAt(i++);
      let code = folds ? foldedUnit(first) : first;
      if (code === 32 || code === 10) continue;
      if (isWordUnit(code)) {
        let hash = code;
        word[0] = code;
        for (; i < length; i++) {
          code = text.charCodeAt(i);
          if (folds) code = foldedUnit(code);
          if (!isWordUnit(code)) break;
          word[i - start] = code;
          hash = (Math.imul(hash, 31) + code) | 0;
        }
        classes[count] = words.classOf(i - start, hash);
      } else {
        if (code === 9 || code === 13) continue;
        // As `fold` has it: between letters a hyphen divides words.
        if (folds && first === 45 && isLetter(text.charCodeAt(start - 1)) && isLetter(text.charCodeAt(i)))
          continue;
        classes[count] = units[code] ?? 0;
      }
      starts[count] = start;
      stops[count] = i;
      count++;
    }
    this.#count = count;
  }

  #grow(least: number): void {
    let size = this.#classes.length;
    while (size < least) size *= 2;
    this.#classes = new Int32Array(size);
    this.#starts = new Int32Array(size);
    this.#stops = new Int32Array(size);
  }
}

/** A matcher for these phrases, compiled now. */
export function matchPhrases<Id>(
  phrases: readonly { readonly id: Id; readonly phrase: string }[],
): PhraseMatcher<Id> {
  const table = compilePhrases(phrases.map(({ phrase }) => phrase));
  return new PhraseMatcher(
    phrases.map(({ id }) => id),
    table,
  );
}

export interface Hit<Id> extends Span {
  readonly id: Id;
}

/** Classes of tokens, found without making strings of them. */
class WordClasses {
  readonly #classes: ArrayLike<number>;
  /** Classes of tokens that are one character, no word. */
  readonly units = new Uint16Array(65536);
  /** Open addressing: index of a token and one, 0 for empty. */
  readonly #slots: Uint32Array;
  readonly #mask: number;
  /** The units of all tokens in a row, and where each begins; one more at the end. */
  readonly #letters: Uint16Array;
  readonly #begin: Uint32Array;
  /** Room for the word that is asked for; what does not fit into it is none of ours. */
  readonly word: Uint16Array;

  constructor(tokens: readonly string[], classes: ArrayLike<number>) {
    this.#classes = classes;
    let size = 64;
    while (size < tokens.length * 2) size *= 2;
    this.#slots = new Uint32Array(size);
    this.#mask = size - 1;
    this.#begin = new Uint32Array(tokens.length + 1);
    tokens.forEach((token, index) => (this.#begin[index + 1] = (this.#begin[index] ?? 0) + token.length));
    this.#letters = new Uint16Array(this.#begin[tokens.length] ?? 0);
    this.word = new Uint16Array(tokens.reduce((longest, token) => Math.max(longest, token.length), 1));
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] ?? '';
      let hash = token.charCodeAt(0);
      const begin = this.#begin[index] ?? 0;
      for (let i = 0; i < token.length; i++) this.#letters[begin + i] = token.charCodeAt(i);
      if (token.length === 1 && !isWordUnit(hash)) {
        this.units[hash] = classes[index] ?? 0;
        continue;
      }
      for (let i = 1; i < token.length; i++) hash = Math.imul(hash, 31) + token.charCodeAt(i);
      let slot = spread(hash) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = index + 1;
    }
  }

  /** Of the word in `word`. */
  classOf(length: number, hash: number): number {
    const slots = this.#slots;
    const letters = this.#letters;
    const word = this.word;
    for (let slot = spread(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const index = slots[slot] ?? 0;
      if (index === 0) return 0;
      const begin = this.#begin[index - 1] ?? 0;
      if ((this.#begin[index] ?? 0) - begin !== length) continue;
      let i = 0;
      while (i < length && word[i] === letters[begin + i]) i++;
      if (i === length) return this.#classes[index - 1] ?? 0;
    }
  }
}

const spread = (hash: number): number => hash ^ (hash >>> 15);

/** Where the chain began whose last part stands near in front of `start`. */
const chainStart = (parts: readonly Span[] | undefined, folded: string, start: number): number | undefined =>
  parts?.findLast((part) => part.end <= start && gapIsShort(folded, part.end, start))?.start;

/** In UTF-16 units. */
const longestGap = 90;

function gapIsShort(text: string, from: number, to: number): boolean {
  if (to - from > longestGap) return false;
  let words = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3002 || code === 0x3b || (code === 0x2e && text.charCodeAt(i + 1) === 0x20)) return false;
    words += isWide(code) ? 0.5 : code === 32 ? 1 : 0;
  }
  return words <= 9;
}
