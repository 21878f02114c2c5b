import { ends as whole } from './beginnings.ts';
import type { PhraseGraph } from './phrase-table.ts';
import type { PhraseTree } from './phrase-tree.ts';
import type { Numbers } from './word-classes.ts';

/**
 * Tells of a text which phrases may be in it: those that are, and those with gaps all of whose parts are, however far
 * apart.
 */
export class PhraseSieve {
  readonly #tree: PhraseTree;
  readonly #numberOf: Numbers;
  // By class, node, part and number, the last text in which it was seen; texts have numbers.
  readonly #classes: Uint32Array;
  readonly #nodes: Uint32Array;
  readonly #parts: Uint32Array;
  readonly #numbers: Uint32Array;
  #round = 0;
  /** What was seen in the text at hand, each once: numbers, and the rarest parts of phrases with gaps. */
  readonly #told: Uint32Array;
  readonly #rarest: Uint32Array;
  #toldCount = 0;
  #rarestCount = 0;
  readonly #others: ReturnType<typeof endsOfOthers>;

  /**
   * `numberOf`: by phrase, the number to tell, one for several phrases perhaps; -1 for phrases not asked for. `count`:
   * how many numbers there are.
   */
  constructor(tree: PhraseTree, numberOf: Numbers, count: number) {
    this.#tree = tree;
    this.#numberOf = numberOf;
    const { phraseOf, classStart, endStart } = tree.table;
    this.#classes = new Uint32Array(classStart.length);
    this.#nodes = new Uint32Array(endStart.length);
    this.#parts = new Uint32Array(phraseOf.length);
    this.#numbers = new Uint32Array(count);
    this.#told = new Uint32Array(count);
    this.#rarest = new Uint32Array(phraseOf.length);
    this.#others = endsOfOthers(tree.table);
  }

  /** The numbers, each once, in no order. The text need not be folded. */
  mayHold(text: string): readonly number[] {
    const tree = this.#tree;
    tree.tokens.read(text);
    const { classes, count } = tree.tokens;
    const { begins } = tree.table;
    const seen = this.#classes;
    const round = ++this.#round;
    this.#toldCount = 0;
    this.#rarestCount = 0;
    for (let at = 0; at < count; at++) {
      const c = classes[at] ?? 0;
      const begin = begins[c] ?? 0;
      if (begin === 0) continue;
      if ((begin & whole) !== 0 && seen[c] !== round) {
        seen[c] = round;
        this.#begin(c);
      }
      if (at + 1 === count) continue;
      const next = classes[at + 1] ?? 0;
      if (tree.mayGoOn(c, next) && !this.#walk(c, at + 1)) tree.noteVain(c, next);
    }
    this.#join();
    if (this.#toldCount === 0) return nothing;
    // As long as it is, and no longer: it is kept with every section.
    const told = new Array<number>(this.#toldCount);
    for (let i = 0; i < told.length; i++) told[i] = this.#told[i] ?? 0;
    return told;
  }

  /** A token of this class stands in the text. */
  #begin(c: number): void {
    const { first, table } = this.#tree;
    const { classStart, symbols } = table;
    const last = classStart[c + 1] ?? 0;
    for (let i = classStart[c] ?? 0; i < last; i++) {
      const node = first[symbols[i] ?? 0] ?? 0;
      if (node !== 0) this.#reach(node);
    }
  }

  /** A token of this class stands in front of the token `next`: whether a phrase goes on so. */
  #walk(c: number, next: number): boolean {
    const { first, table } = this.#tree;
    const { classStart, symbols } = table;
    const last = classStart[c + 1] ?? 0;
    let goesOn = false;
    for (let i = classStart[c] ?? 0; i < last; i++) {
      const node = first[symbols[i] ?? 0] ?? 0;
      if (node !== 0 && this.#follow(node, next)) goesOn = true;
    }
    return goesOn;
  }

  /** Goes on from a node with the token `next`, if a phrase does. */
  #follow(node: number, next: number): boolean {
    const { edgeStart, classStart, symbols } = this.#tree.table;
    const low = edgeStart[node] ?? 0;
    const high = edgeStart[node + 1] ?? 0;
    const { classes, count } = this.#tree.tokens;
    if (low === high || next >= count) return false;
    const c = classes[next] ?? 0;
    const last = classStart[c + 1] ?? 0;
    let goesOn = false;
    for (let i = classStart[c] ?? 0; i < last; i++) {
      const target = this.#tree.next(low, high, symbols[i] ?? 0);
      if (target === 0) continue;
      goesOn = true;
      this.#reach(target);
      this.#follow(target, next + 1);
    }
    return goesOn;
  }

  #reach(node: number): void {
    if (this.#nodes[node] === this.#round) return;
    this.#nodes[node] = this.#round;
    const { endStart, ends, phraseOf } = this.#tree.table;
    const last = endStart[node + 1] ?? 0;
    for (let i = endStart[node] ?? 0; i < last; i++) {
      const end = ends[i] ?? 0;
      // The others are looked up once the rarest was seen.
      if (end & 1) return;
      const part = end >> 1;
      const phrase = phraseOf[part] ?? 0;
      const number = this.#numberOf[phrase] ?? -1;
      if (number < 0 || this.#numbers[number] === this.#round) continue;
      if (phraseOf[part + 1] !== phrase && phraseOf[part - 1] !== phrase) this.#tell(number);
      else if (this.#parts[part] !== this.#round) {
        this.#parts[part] = this.#round;
        this.#rarest[this.#rarestCount++] = part;
      }
    }
  }

  /** Tells the phrases with gaps of which all parts were seen. */
  #join(): void {
    const { phraseOf } = this.#tree.table;
    for (let i = 0; i < this.#rarestCount; i++) {
      const part = this.#rarest[i] ?? 0;
      const phrase = phraseOf[part] ?? 0;
      const number = this.#numberOf[phrase] ?? 0;
      if (this.#numbers[number] === this.#round) continue;
      let all = true;
      for (let other = part + 1; all && phraseOf[other] === phrase; other++) all = this.#wasSeen(other);
      for (let other = part - 1; all && phraseOf[other] === phrase; other--) all = this.#wasSeen(other);
      if (all) this.#tell(number);
    }
  }

  #wasSeen(part: number): boolean {
    const { first, nodes, next } = this.#others;
    for (let place = first[part] ?? 0; place > 0; place = next[place - 1] ?? 0)
      if (this.#nodes[nodes[place - 1] ?? 0] === this.#round) return true;
    return false;
  }

  #tell(number: number): void {
    this.#numbers[number] = this.#round;
    this.#told[this.#toldCount++] = number;
  }
}

const nothing: readonly number[] = [];

/**
 * Of the parts that are not the rarest of their phrase, the nodes at which they end: chains that begin at `first[part]`
 * and go on at `next`; the place of a node is one less, 0 ends a chain.
 */
function endsOfOthers({ endStart, ends, phraseOf }: PhraseGraph) {
  const first = new Uint32Array(phraseOf.length);
  const nodes: number[] = [];
  const next: number[] = [];
  for (let node = endStart.length - 2; node >= 0; node--) {
    const begin = endStart[node] ?? 0;
    for (let i = (endStart[node + 1] ?? 0) - 1; i >= begin; i--) {
      const end = ends[i] ?? 0;
      if ((end & 1) === 0) break;
      next.push(first[end >> 1] ?? 0);
      first[end >> 1] = nodes.push(node);
    }
  }
  return { first, nodes, next };
}
