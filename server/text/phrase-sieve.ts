import type { PhraseTree } from './phrase-tree.ts';
import type { Numbers } from './word-classes.ts';

/**
 * Tells of a text which phrases may be in it: those that are, and those with gaps all of whose parts are, however far
 * apart.
 */
export class PhraseSieve {
  readonly #tree: PhraseTree;
  /** What phrases tell, from 0; behind that, parts of phrases with gaps. */
  readonly #numbers: number;
  /** By part, its code: what its phrase tells, or for a part of a phrase with gaps the part itself, behind the numbers. */
  readonly #codeOf: Int32Array;
  /** By code, the last text in which it was seen; texts have numbers. */
  readonly #seen: Uint32Array;
  /** By class, the last text in which its one-token phrases were seen. */
  readonly #walked: Uint32Array;
  #round = 0;
  /** What was seen in the text at hand, each once: numbers, and parts of phrases with gaps. */
  readonly #told: Uint32Array;
  readonly #parts: Uint32Array;
  #toldCount = 0;
  #partCount = 0;
  readonly #numberOf: Numbers;

  /** `numberOf`: by phrase, the number to tell, one for several phrases perhaps; -1 for phrases not asked for. */
  constructor(tree: PhraseTree, numberOf: Numbers) {
    this.#tree = tree;
    this.#numberOf = numberOf;
    const { phraseOf, classStart } = tree.table;
    let most = -1;
    for (let i = 0; i < numberOf.length; i++) most = Math.max(most, numberOf[i] ?? -1);
    this.#numbers = most + 1;
    this.#codeOf = codesOf(phraseOf, numberOf, this.#numbers);
    this.#seen = new Uint32Array(this.#numbers + phraseOf.length);
    this.#told = new Uint32Array(this.#numbers);
    this.#parts = new Uint32Array(phraseOf.length);
    this.#walked = new Uint32Array(classStart.length);
  }

  /** The numbers, each once, in no order. The text need not be folded. */
  mayHold(text: string): readonly number[] {
    const tree = this.#tree;
    tree.tokens.read(text);
    const { classes, count } = tree.tokens;
    const walked = this.#walked;
    const round = ++this.#round;
    this.#toldCount = 0;
    this.#partCount = 0;
    for (let at = 0; at < count; at++) {
      const c = classes[at] ?? 0;
      if (c === 0) continue;
      if (tree.endsWith(c) && walked[c] !== round) walked[c] = round;
      else if (at + 1 >= count || !tree.mayGoOn(c, classes[at + 1] ?? 0)) continue;
      this.#walk(c, at);
    }
    this.#join();
    if (this.#toldCount === 0) return nothing;
    // As long as it is, and no longer: it is kept with every section.
    const told = new Array<number>(this.#toldCount);
    for (let i = 0; i < told.length; i++) told[i] = this.#told[i] ?? 0;
    return told;
  }

  #walk(c: number, at: number): void {
    const { first, table } = this.#tree;
    const { classStart, symbols } = table;
    const last = classStart[c + 1] ?? 0;
    for (let i = classStart[c] ?? 0; i < last; i++) {
      const child = first[symbols[i] ?? 0] ?? 0;
      if (child !== 0) this.#step(child, at);
    }
  }

  /** The token `at` leads to `node`. */
  #step(node: number, at: number): void {
    const { edgeStart, classStart, symbols, endStart, ends } = this.#tree.table;
    const last = endStart[node + 1] ?? 0;
    for (let i = endStart[node] ?? 0; i < last; i++) {
      const code = this.#codeOf[ends[i] ?? 0] ?? -1;
      if (code < 0 || this.#seen[code] === this.#round) continue;
      this.#seen[code] = this.#round;
      if (code < this.#numbers) this.#told[this.#toldCount++] = code;
      else this.#parts[this.#partCount++] = code - this.#numbers;
    }
    const low = edgeStart[node] ?? 0;
    const high = edgeStart[node + 1] ?? 0;
    const { classes, count } = this.#tree.tokens;
    const next = at + 1;
    if (low === high || next >= count) return;
    const c = classes[next] ?? 0;
    const lastSymbol = classStart[c + 1] ?? 0;
    for (let i = classStart[c] ?? 0; i < lastSymbol; i++) {
      const target = this.#tree.next(low, high, symbols[i] ?? 0);
      if (target !== 0) this.#step(target, next);
    }
  }

  /** Tells the phrases with gaps of which all parts were seen. */
  #join(): void {
    const { phraseOf } = this.#tree.table;
    for (let i = 0; i < this.#partCount; i++) {
      const part = this.#parts[i] ?? 0;
      const phrase = phraseOf[part] ?? 0;
      // The last part stands for the phrase.
      if (phraseOf[part + 1] === phrase) continue;
      const number = this.#numberOf[phrase] ?? -1;
      if (this.#seen[number] === this.#round) continue;
      let first = part;
      while (phraseOf[first - 1] === phrase && this.#seen[this.#numbers + first - 1] === this.#round) first--;
      if (phraseOf[first - 1] === phrase) continue;
      this.#seen[number] = this.#round;
      this.#told[this.#toldCount++] = number;
    }
  }
}

const nothing: readonly number[] = [];

function codesOf(phraseOf: Numbers, numberOf: Numbers, numbers: number): Int32Array {
  const codes = new Int32Array(phraseOf.length);
  let before = -1;
  let phrase = phraseOf[0] ?? -1;
  for (let part = 0; part < codes.length; part++) {
    const next = phraseOf[part + 1] ?? -1;
    const number = numberOf[phrase] ?? -1;
    codes[part] = number >= 0 && (phrase === before || phrase === next) ? numbers + part : number;
    before = phrase;
    phrase = next;
  }
  return codes;
}
