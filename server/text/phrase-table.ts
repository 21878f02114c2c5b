import { fold } from './fold.ts';
import { inflections } from './inflections.ts';
import { beginningsOf, type Beginnings } from './beginnings.ts';
import { alternativesOf, isWordUnit, partsOf } from './phrase-form.ts';
import { rarestFirst } from './rarest.ts';
import { tableOfWords, type Numbers, type WordTable } from './word-classes.ts';

/** Phrases in plain numbers, so that a build can make them beforehand. */
export interface PhraseTable extends WordTable, PhraseGraph, Beginnings {}

/**
 * Phrases as paths of tokens in a graph. A token of a text
 * belongs to a class: the symbols it may stand for, itself and words it inflects. Node 0 is the root, to which nothing
 * leads; what goes on alike from several places is there once. The edges of a node stand together, ordered by symbol.
 */
export interface PhraseGraph {
  /** By class, where its symbols begin in `symbols`; one more at the end. */
  readonly classStart: Numbers;
  readonly symbols: Numbers;
  /** By node, its first edge; one more at the end. */
  readonly edgeStart: Numbers;
  /** By edge, its symbol, and the node it leads to. */
  readonly edgeSymbol: Numbers;
  readonly edgeTarget: Numbers;
  /**
   * By node, where the parts that end there begin in `ends`; one more at the end. Each end is twice the number of the
   * part; and one more, and behind the others, if its phrase has another part that is rarer (see `rarestFirst`).
   */
  readonly endStart: Numbers;
  readonly ends: Numbers;
  /** By part (what stands between two gaps of a phrase), the index of its phrase; the parts of one stand together. */
  readonly phraseOf: Numbers;
}

export function compilePhrases(phrases: Iterable<string>): PhraseTable {
  const tree = new Tree();
  const phraseOf: number[] = [];
  let index = 0;
  for (const phrase of phrases) {
    for (const part of partsOf(fold(phrase))) {
      if (part) tree.add(alternativesOf(part), phraseOf.push(index) - 1);
    }
    index++;
  }
  const table = tree.table(phraseOf);
  return { ...table, ...beginningsOf(table) };
}

interface Node {
  readonly children: Map<number, Node>;
  parts: number[] | undefined;
}

class Tree {
  readonly #root: Node = { children: new Map(), parts: undefined };
  /** Token of a phrase, perhaps with `~` → its symbol. */
  readonly #symbols = new Map<string, number>();
  /** Token of a text → its symbols. */
  readonly #tokens = new Map<string, number[]>();

  add(places: readonly (readonly (readonly string[])[])[], part: number): void {
    let nodes = new Set([this.#root]);
    for (const alternatives of places) {
      const next = new Set<Node>();
      for (const tokens of alternatives) {
        for (const node of nodes) next.add(tokens.reduce((at, token) => this.#child(at, token), node));
      }
      nodes = next;
    }
    nodes.delete(this.#root);
    for (const node of nodes) (node.parts ??= []).push(part);
  }

  table(phraseOf: Numbers): WordTable & PhraseGraph {
    const nodes = distinct(this.#root);
    const classes = new Map([['', 0]]);
    const tokens = new Map<string, number>();
    for (const [token, symbols] of this.#tokens) {
      const key = symbols.join();
      if (!classes.has(key)) classes.set(key, classes.size);
      tokens.set(token, classes.get(key) ?? 0);
    }
    const [classStart, symbols] = flattened(
      [...classes.keys()].map((key) => (key === '' ? [] : key.split(',').map(Number))),
    );
    const [endStart, ends] = flattened(
      rarestFirst(
        nodes.map(({ parts }) => parts),
        phraseOf,
      ),
    );
    const [edgeStart, edgeSymbol] = flattened(nodes.map(({ edges }) => edges.map(({ symbol }) => symbol)));
    return {
      ...tableOfWords(tokens),
      classStart,
      symbols,
      edgeStart,
      edgeSymbol,
      edgeTarget: nodes.flatMap(({ edges }) => edges.map(({ target }) => target)),
      endStart,
      ends,
      phraseOf,
    };
  }

  #child(node: Node, token: string): Node {
    const symbol = this.#symbol(token);
    let child = node.children.get(symbol);
    if (!child) node.children.set(symbol, (child = { children: new Map(), parts: undefined }));
    return child;
  }

  #symbol(token: string): number {
    let symbol = this.#symbols.get(token);
    if (symbol === undefined) {
      this.#symbols.set(token, (symbol = this.#symbols.size + 1));
      const forms = token.endsWith('~') && token.length > 1 ? inflections(token.slice(0, -1)) : [token];
      for (const form of forms) {
        // Of two marked characters (`%~`, `%`) the later counts.
        if (form.length === 1 && !isWordUnit(form.charCodeAt(0))) this.#tokens.set(form, [symbol]);
        else this.#tokens.set(form, [...(this.#tokens.get(form) ?? []), symbol]);
      }
    }
    return symbol;
  }
}

interface Shared {
  readonly edges: readonly { readonly symbol: number; readonly target: number }[];
  readonly parts: readonly number[];
}

/** The nodes of a tree, those from which all goes on alike as one; the root is the first. */
function distinct(root: Node): readonly Shared[] {
  const nodes: Shared[] = [{ edges: [], parts: [] }];
  const known = new Map<string, number>();
  const edgesOf = ({ children }: Node): Shared['edges'] =>
    [...children].sort(([a], [b]) => a - b).map(([symbol, child]) => ({ symbol, target: share(child) }));
  function share(node: Node): number {
    const edges = edgesOf(node);
    const parts = node.parts ?? [];
    const key = `${parts.join()};${edges.map(({ symbol, target }) => `${symbol}:${target}`).join()}`;
    let index = known.get(key);
    if (index === undefined) {
      known.set(key, (index = nodes.length));
      nodes.push({ edges, parts });
    }
    return index;
  }
  nodes[0] = { edges: edgesOf(root), parts: [] };
  return inOrder(nodes);
}

/** Numbered as they are met from the root on: where an edge leads is then mostly the next number. */
function inOrder(nodes: readonly Shared[]): readonly Shared[] {
  const numbers = new Map([[0, 0]]);
  const order = [0];
  for (const index of order) {
    for (const { target } of nodes[index]?.edges ?? []) {
      if (numbers.has(target)) continue;
      numbers.set(target, order.length);
      order.push(target);
    }
  }
  return order.map((index) => {
    const { edges = [], parts = [] } = nodes[index] ?? {};
    return {
      edges: edges.map(({ symbol, target }) => ({ symbol, target: numbers.get(target) ?? 0 })),
      parts,
    };
  });
}

function flattened(lists: readonly (readonly number[])[]): [starts: number[], all: number[]] {
  const starts = [0];
  const all: number[] = [];
  for (const list of lists) {
    for (const value of list) all.push(value);
    starts.push(all.length);
  }
  return [starts, all];
}
