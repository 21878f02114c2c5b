import { fold, isWide } from './fold.ts';
import { inflections } from './inflections.ts';
import type { Span } from './span.ts';

/**
 * Finds many phrases in one pass over a text.
 *
 * A phrase is words with three marks: `collect~` stands for the word and its inflections, `(a|b|)` for
 * alternatives (an empty one makes it optional), ` ... ` for a gap inside one sentence: up to eight words, or
 * sixteen characters in Chinese. Latin words match as whole words, Chinese characters one by one. Time grows with
 * the text, not with the number of phrases.
 */
export class PhraseMatcher<Id> {
  readonly #trie = new Trie();
  /** By node of the trie: what ends there. */
  readonly #uses = new Map<number, Use<Id>[]>();

  constructor(phrases: Iterable<{ readonly id: Id; readonly phrase: string }>) {
    for (const { id, phrase } of phrases) {
      const parts = fold(phrase)
        .split(/\s*\.\.\.\s*/)
        .filter(Boolean);
      const key = {};
      parts.forEach((part, place) => {
        const use = { id, key, place, last: place === parts.length - 1 };
        for (const node of this.#trie.add(alternativesOf(part))) {
          const uses = this.#uses.get(node);
          if (uses) uses.push(use);
          else this.#uses.set(node, [use]);
        }
      });
    }
  }

  /** All hits in a folded text (see `fold`), by their start; overlapping ones included. */
  find(folded: string): Hit<Id>[] {
    const hits: Hit<Id>[] = [];
    const open = new Map<object, Span[][]>();
    this.#trie.run(folded, (node, start, end) => {
      for (const use of this.#uses.get(node) ?? []) {
        const from = use.place === 0 ? start : chainStart(open.get(use.key)?.[use.place - 1], folded, start);
        if (from === undefined) continue;
        if (use.last) hits.push({ id: use.id, start: from, end });
        else {
          const places = open.get(use.key) ?? [];
          (places[use.place] ??= []).push({ start: from, end });
          open.set(use.key, places);
        }
      }
    });
    return hits;
  }
}

/** Where the chain began whose last part stands near in front of `start`. */
const chainStart = (parts: readonly Span[] | undefined, folded: string, start: number): number | undefined =>
  parts?.findLast((part) => part.end <= start && gapIsShort(folded, part.end, start))?.start;

export interface Hit<Id> extends Span {
  readonly id: Id;
}

interface Use<Id> {
  readonly id: Id;
  readonly key: object;
  readonly place: number;
  readonly last: boolean;
}

/** The plain phrases a pattern stands for, inflections not yet spelt out. */
export function expand(pattern: string): string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (!group) return [pattern.trim().replace(/\s+/g, ' ')];
  return (group[1] ?? '')
    .split('|')
    .flatMap((choice) =>
      expand(pattern.slice(0, group.index) + choice + pattern.slice(group.index + group[0].length)),
    );
}

/** A pattern as a row of places, each with its alternatives, each of these a row of tokens. */
function alternativesOf(pattern: string): string[][][] {
  const places: string[] = [];
  let depth = 0;
  let place = '';
  for (const char of pattern) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === ' ' && depth === 0) {
      if (place) places.push(place);
      place = '';
    } else place += char;
  }
  if (place) places.push(place);
  return places.map((written) => expand(written).map((text) => text.match(tokenPattern) ?? []));
}

/** A Latin word, perhaps with its inflections, or any other character that is no space. */
const tokenPattern = /[a-z0-9_\u00c0-\u1fff]+~?|[^\s]/g;

const isWordUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || (code >= 0xc0 && code < 0x2000);

function gapIsShort(text: string, from: number, to: number): boolean {
  if (to - from > 90) return false;
  let words = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3002 || code === 0x3b || (code === 0x2e && text.charCodeAt(i + 1) === 0x20)) return false;
    words += isWide(code) ? 0.5 : code === 32 ? 1 : 0;
  }
  return words <= 9;
}

const nothing: readonly number[] = [];

/** Phrases as paths of tokens. A token of a text may stand for several symbols: itself, and words it inflects. */
class Trie {
  readonly #symbols = new Map<string, number>();
  /** Word → its symbols. */
  readonly #words = new Map<string, number[]>();
  /** UTF-16 unit of a character that is a token by itself → its symbol, 0 for none. */
  readonly #units = new Uint32Array(65536);
  /** Per symbol: node → child. Node 0 is the root. */
  readonly #edges: Map<number, number>[] = [new Map()];
  readonly #ends: boolean[] = [false];

  /** Adds a pattern; gives the nodes at which it ends. */
  add(places: readonly (readonly (readonly string[])[])[]): Iterable<number> {
    let nodes = new Set([0]);
    for (const alternatives of places) {
      const next = new Set<number>();
      for (const tokens of alternatives) {
        for (const node of nodes) next.add(tokens.reduce((at, token) => this.#child(at, token), node));
      }
      nodes = next;
    }
    nodes.delete(0);
    for (const node of nodes) this.#ends[node] = true;
    return nodes;
  }

  run(text: string, found: (node: number, start: number, end: number) => void): void {
    const starts: number[] = [];
    const ends: number[] = [];
    const symbols: (number | readonly number[])[] = [];
    for (let i = 0; i < text.length;) {
      const code = text.charCodeAt(i);
      let end = i + 1;
      if (isWordUnit(code)) {
        while (end < text.length && isWordUnit(text.charCodeAt(end))) end++;
        symbols.push(this.#words.get(text.slice(i, end)) ?? nothing);
      } else if (code === 32 || code === 10 || code === 9 || code === 13) {
        i = end;
        continue;
      } else symbols.push(this.#units[code] ?? 0);
      starts.push(i);
      ends.push(end);
      i = end;
    }
    const walk = (node: number, at: number, start: number): void => {
      const edges = this.#edges[node];
      if (!edges || edges.size === 0 || at >= symbols.length) return;
      const here = symbols[at] ?? 0;
      if (typeof here === 'number') {
        if (here !== 0) step(edges.get(here), at, start);
      } else for (const symbol of here) step(edges.get(symbol), at, start);
    };
    const step = (child: number | undefined, at: number, start: number): void => {
      if (child === undefined) return;
      if (this.#ends[child]) found(child, start, ends[at] ?? 0);
      walk(child, at + 1, start);
    };
    for (let at = 0; at < symbols.length; at++) walk(0, at, starts[at] ?? 0);
  }

  #child(node: number, token: string): number {
    const symbol = this.#symbol(token);
    const edges = this.#edges[node];
    let child = edges?.get(symbol);
    if (child === undefined) {
      child = this.#edges.length;
      this.#edges.push(new Map());
      this.#ends.push(false);
      edges?.set(symbol, child);
    }
    return child;
  }

  #symbol(token: string): number {
    let symbol = this.#symbols.get(token);
    if (symbol === undefined) {
      symbol = this.#symbols.size + 1;
      this.#symbols.set(token, symbol);
      const forms = token.endsWith('~') && token.length > 1 ? inflections(token.slice(0, -1)) : [token];
      for (const form of forms) {
        if (form.length === 1 && !isWordUnit(form.charCodeAt(0))) this.#units[form.charCodeAt(0)] = symbol;
        else this.#words.set(form, [...(this.#words.get(form) ?? []), symbol]);
      }
    }
    return symbol;
  }
}
