import type { PhraseTree } from './phrase-tree.ts';
import { sieveIndex, type SieveIndex } from './sieve-index.ts';
import type { Numbers } from './word-classes.ts';

/**
 * Tells of a text which phrases may be in it: those that are, and those with gaps all of whose parts are, however far
 * apart.
 */
export class PhraseSieve {
  readonly #tree: PhraseTree;
  readonly #index: SieveIndex;
  readonly #numberOf: Numbers;
  /** By code (see `SieveIndex`), the last text in which it was seen; texts have numbers. */
  readonly #seen: Uint32Array;
  /** By node, the last text that reached it. */
  readonly #reached: Uint32Array;
  /** By class, the last text in which its one-token phrases were seen. */
  readonly #walked: Uint32Array;
  #round = 0;
  /** What was seen in the text at hand, each once: numbers, and the rarest parts of phrases with gaps. */
  readonly #told: Uint32Array;
  readonly #parts: Uint32Array;
  #toldCount = 0;
  #partCount = 0;

  /** `numberOf`: by phrase, the number to tell, one for several phrases perhaps; -1 for phrases not asked for. */
  constructor(tree: PhraseTree, numberOf: Numbers) {
    this.#tree = tree;
    this.#numberOf = numberOf;
    this.#index = sieveIndex(tree.table, numberOf);
    const { phraseOf, classStart, endStart } = tree.table;
    this.#seen = new Uint32Array(this.#index.numbers + phraseOf.length);
    this.#reached = new Uint32Array(endStart.length);
    this.#told = new Uint32Array(this.#index.numbers);
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
    if (this.#reached[node] !== this.#round) this.#reach(node);
    const { edgeStart, classStart, symbols } = this.#tree.table;
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

  /** The first time in a text. */
  #reach(node: number): void {
    this.#reached[node] = this.#round;
    const { codeStart, codes, numbers } = this.#index;
    const last = codeStart[node + 1] ?? 0;
    for (let i = codeStart[node] ?? 0; i < last; i++) {
      const code = codes[i] ?? 0;
      if (this.#seen[code] === this.#round) continue;
      this.#seen[code] = this.#round;
      if (code < numbers) this.#told[this.#toldCount++] = code;
      else this.#parts[this.#partCount++] = code - numbers;
    }
  }

  /** Tells the phrases with gaps of which all parts were seen. */
  #join(): void {
    const { phraseOf } = this.#tree.table;
    for (let i = 0; i < this.#partCount; i++) {
      const part = this.#parts[i] ?? 0;
      const phrase = phraseOf[part] ?? 0;
      const number = this.#numberOf[phrase] ?? 0;
      if (this.#seen[number] === this.#round) continue;
      let all = true;
      for (let other = part + 1; all && phraseOf[other] === phrase; other++) all = this.#wasSeen(other);
      for (let other = part - 1; all && phraseOf[other] === phrase; other--) all = this.#wasSeen(other);
      if (!all) continue;
      this.#seen[number] = this.#round;
      this.#told[this.#toldCount++] = number;
    }
  }

  #wasSeen(part: number): boolean {
    const { nodeStart, nodes } = this.#index;
    const last = nodeStart[part + 1] ?? 0;
    for (let i = nodeStart[part] ?? 0; i < last; i++)
      if (this.#reached[nodes[i] ?? 0] === this.#round) return true;
    return false;
  }
}

const nothing: readonly number[] = [];
