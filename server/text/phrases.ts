import { isWide } from './fold.ts';
import { compilePhrases } from './phrase-table.ts';
import { PhraseTree } from './phrase-tree.ts';
import type { Span } from './span.ts';

export { expand, partsOf, sizeOf } from './phrase-form.ts';

/**
 * Finds many phrases in one pass over a text.
 *
 * A phrase is words with three marks: `collect~` stands for the word and its inflections, `(a|b|)` for
 * alternatives (an empty one makes it optional), ` ... ` for a gap inside one sentence: up to eight words, or
 * sixteen characters in Chinese, a title in 《》 counted as two. Latin words match as whole words, Chinese characters one
 * by one. Time grows with the text, not with the number of phrases.
 */
export class PhraseMatcher<Id> {
  readonly #ids: readonly Id[];
  readonly #tree: PhraseTree;
  /** By part, the last text in which it was seen; texts have numbers. */
  readonly #seen: Uint32Array;
  #round = 0;
  // Where parts end in the text at hand: the node, the first token and the last.
  #nodes = new Uint32Array(64);
  #from = new Uint32Array(64);
  #to = new Uint32Array(64);
  #count = 0;

  /** The ids of phrases, and the tree of the phrases in the same order. */
  constructor(ids: readonly Id[], tree: PhraseTree) {
    this.#ids = ids;
    this.#tree = tree;
    const { phraseOf } = tree.table;
    this.#seen = new Uint32Array(phraseOf.length);
  }

  /**
   * All hits in a folded text (see `fold`), by their start; overlapping ones included. Of the phrases, those from one
   * index to before another.
   */
  find(folded: string, from = 0, to = Infinity): Hit<Id>[] {
    const { tokens, table } = this.#tree;
    tokens.read(folded);
    this.#walk();
    if (this.#count === 0) return [];
    this.#markParts();
    const { endStart, ends, phraseOf } = table;
    const { starts, stops } = tokens;
    const hits: Hit<Id>[] = [];
    /** By part, where it was found, for phrases with gaps. */
    let open: Map<number, Span[]> | undefined;
    for (let i = 0; i < this.#count; i++) {
      const node = this.#nodes[i] ?? 0;
      const start = starts[this.#from[i] ?? 0] ?? 0;
      const end = stops[this.#to[i] ?? 0] ?? 0;
      const last = endStart[node + 1] ?? 0;
      for (let e = endStart[node] ?? 0; e < last; e++) {
        const part = (ends[e] ?? 0) >> 1;
        const phrase = phraseOf[part] ?? 0;
        if (phrase < from || phrase >= to) continue;
        let lastPart = part;
        while (phraseOf[lastPart + 1] === phrase) lastPart++;
        // A phrase whose last part is nowhere is not begun.
        if (this.#seen[lastPart] !== this.#round) continue;
        const first = phraseOf[part - 1] === phrase ? chainStart(open?.get(part - 1), folded, start) : start;
        if (first === undefined) continue;
        if (phraseOf[part + 1] !== phrase) hits.push({ id: this.#ids[phrase] as Id, start: first, end });
        else {
          open ??= new Map();
          let spans = open.get(part) ?? [];
          if (spans.length >= 64) spans = spans.filter((span) => start - span.end <= longestGap);
          spans.push({ start: first, end });
          open.set(part, spans);
        }
      }
    }
    return hits;
  }

  #markParts(): void {
    const { endStart, ends } = this.#tree.table;
    this.#round++;
    for (let i = 0; i < this.#count; i++) {
      const node = this.#nodes[i] ?? 0;
      const last = endStart[node + 1] ?? 0;
      for (let e = endStart[node] ?? 0; e < last; e++) this.#seen[(ends[e] ?? 0) >> 1] = this.#round;
    }
  }

  #walk(): void {
    this.#count = 0;
    const tree = this.#tree;
    const { first, table, tokens } = tree;
    const { classStart, symbols } = table;
    const { classes, count } = tokens;
    for (let at = 0; at < count; at++) {
      const c = classes[at] ?? 0;
      if (!tree.endsWith(c) && !tree.mayGoOn(c, at + 1 < count ? (classes[at + 1] ?? 0) : 0)) continue;
      const last = classStart[c + 1] ?? 0;
      for (let i = classStart[c] ?? 0; i < last; i++) {
        const child = first[symbols[i] ?? 0] ?? 0;
        if (child !== 0) this.#step(child, at, at);
      }
    }
  }

  /** The path from the token `from` reaches `node` with the token `at`. */
  #step(node: number, at: number, from: number): void {
    const { table, tokens } = this.#tree;
    const { edgeStart, endStart, classStart, symbols } = table;
    if ((endStart[node] ?? 0) < (endStart[node + 1] ?? 0)) this.#end(node, at, from);
    const next = at + 1;
    const low = edgeStart[node] ?? 0;
    const high = edgeStart[node + 1] ?? 0;
    if (low === high || next >= tokens.count) return;
    const c = tokens.classes[next] ?? 0;
    const lastSymbol = classStart[c + 1] ?? 0;
    for (let i = classStart[c] ?? 0; i < lastSymbol; i++) {
      const target = this.#tree.next(low, high, symbols[i] ?? 0);
      if (target !== 0) this.#step(target, next, from);
    }
  }

  #end(node: number, at: number, from: number): void {
    const count = this.#count++;
    if (count === this.#nodes.length) {
      this.#nodes = twice(this.#nodes);
      this.#from = twice(this.#from);
      this.#to = twice(this.#to);
    }
    this.#nodes[count] = node;
    this.#from[count] = from;
    this.#to[count] = at;
  }
}

function twice(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(numbers.length * 2);
  grown.set(numbers);
  return grown;
}

/** A matcher for these phrases, compiled now. */
export function matchPhrases<Id>(
  phrases: readonly { readonly id: Id; readonly phrase: string }[],
): PhraseMatcher<Id> {
  const table = compilePhrases(phrases.map(({ phrase }) => phrase));
  return new PhraseMatcher(
    phrases.map(({ id }) => id),
    new PhraseTree(table),
  );
}

export interface Hit<Id> extends Span {
  readonly id: Id;
}

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
    const title = code === 0x300a ? text.indexOf('》', i) : -1;
    if (title > 0 && title < to) {
      // The title of a law, however long, is one thing that is named.
      words++;
      i = title;
    } else words += isWide(code) ? 0.5 : code === 32 ? 1 : 0;
  }
  return words <= 9;
}
