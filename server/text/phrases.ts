import { fold, isWide } from './fold.ts';
import type { Span } from './span.ts';

/**
 * Finds many phrases in one pass over a text.
 *
 * A phrase is words with three marks: `collect~` stands for the word and its inflections, `(a|b|)` for
 * alternatives (an empty one makes it optional), ` ... ` for a gap inside one sentence: up to eight words, or
 * sixteen characters in Chinese. Latin phrases match at word boundaries only. Time grows with the text, not
 * with the number of phrases.
 */
export class PhraseMatcher<Id> {
  readonly #nodes: Automaton;
  /** For every word sequence: what it completes, and at which place of which phrase. */
  readonly #uses: readonly Use<Id>[][];

  constructor(phrases: Iterable<{ readonly id: Id; readonly phrase: string }>) {
    const literals = new Map<string, Use<Id>[]>();
    for (const { id, phrase } of phrases) {
      for (const plain of expand(fold(phrase))) {
        const parts = plain.split(/\s*\.\.\.\s*/).filter(Boolean);
        const key = {};
        parts.forEach((part, place) => {
          const uses = literals.get(part) ?? [];
          uses.push({ id, key, place, last: place === parts.length - 1 });
          literals.set(part, uses);
        });
      }
    }
    this.#uses = [...literals.values()];
    this.#nodes = new Automaton([...literals.keys()]);
  }

  /** All hits in a folded text (see `fold`), by their end; overlapping ones included. */
  find(folded: string): Hit<Id>[] {
    const hits: Hit<Id>[] = [];
    const open = new Map<object, Span[]>();
    this.#nodes.run(folded, (word, start, end) => {
      if (!atBoundary(folded, start, end)) return;
      for (const use of this.#uses[word] ?? []) {
        if (use.place === 0) {
          if (use.last) hits.push({ id: use.id, start, end });
          else open.set(use.key, [...(open.get(use.key)?.filter((s) => start - s.end < 200) ?? []), { start, end }]);
          continue;
        }
        // Parts of a gapped phrase: keep the chain that began last and is near enough.
        const before = open.get(use.key)?.findLast((s) => s.end <= start && gapIsShort(folded, s.end, start));
        if (!before) continue;
        if (use.last) hits.push({ id: use.id, start: before.start, end });
        else open.set(use.key, [...(open.get(use.key) ?? []), { start: before.start, end }]);
      }
    });
    return hits;
  }
}

export interface Hit<Id> extends Span {
  readonly id: Id;
}

interface Use<Id> {
  readonly id: Id;
  readonly key: object;
  readonly place: number;
  readonly last: boolean;
}

/** The plain phrases a pattern stands for. */
export function expand(pattern: string): string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (group) {
    return (group[1] ?? '').split('|').flatMap((choice) =>
      expand(pattern.slice(0, group.index) + choice + pattern.slice(group.index + group[0].length)),
    );
  }
  const words = pattern.trim().replace(/\s+/g, ' ').split(' ');
  return words
    .map((word) => (word.endsWith('~') ? inflections(word.slice(0, -1)) : [word]))
    .reduce<string[]>((done, forms) => done.flatMap((d) => forms.map((f) => (d ? `${d} ${f}` : f))), ['']);
}

/** The inflected forms of an English word, as a noun and as a verb; a form too many does no harm. */
export function inflections(word: string): string[] {
  const irregular = irregulars.find((forms) => forms[0] === word);
  if (irregular) return [...irregular];
  const forms = new Set([word]);
  if (/[^aeiou]y$/.test(word)) {
    const stem = word.slice(0, -1);
    for (const end of ['ies', 'ied']) forms.add(stem + end);
    forms.add(word + 'ing');
  } else if (word.endsWith('e')) {
    const stem = word.slice(0, -1);
    for (const end of ['es', 'ed', 'ing']) forms.add(stem + end);
    if (/[aeiou]te$/.test(word)) forms.add(stem + 'ion').add(stem + 'ions');
    if (/(is|iz)e$/.test(word)) {
      const root = word.slice(0, -2);
      for (const s of ['s', 'z']) for (const end of ['e', 'es', 'ed', 'ing', 'ation', 'ations']) forms.add(root + s + end);
    }
  } else if (/(s|x|z|ch|sh)$/.test(word)) {
    for (const end of ['es', 'ed', 'ing']) forms.add(word + end);
  } else {
    for (const end of ['s', 'ed', 'ing']) forms.add(word + end);
    if (/[^aeiou][aeiou][bdgklmnprt]$/.test(word)) {
      const doubled = word + word.at(-1);
      forms.add(doubled + 'ed').add(doubled + 'ing');
    }
    if (word.endsWith('ct') || word.endsWith('pt')) forms.add(word + 'ion').add(word + 'ions');
  }
  return [...forms];
}

const irregulars: readonly (readonly string[])[] = [
  ['keep', 'keeps', 'kept', 'keeping'],
  ['hold', 'holds', 'held', 'holding'],
  ['tell', 'tells', 'told', 'telling'],
  ['take', 'takes', 'took', 'taken', 'taking'],
  ['give', 'gives', 'gave', 'given', 'giving'],
  ['make', 'makes', 'made', 'making'],
  ['find', 'finds', 'found', 'finding'],
  ['write', 'writes', 'wrote', 'written', 'writing'],
  ['send', 'sends', 'sent', 'sending'],
  ['sell', 'sells', 'sold', 'selling'],
  ['bar', 'bars', 'barred', 'barring'],
  ['ban', 'bans', 'banned', 'banning'],
  ['run', 'runs', 'ran', 'running'],
  ['undertake', 'undertakes', 'undertook', 'undertaken', 'undertaking'],
  ['withdraw', 'withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
  ['overwrite', 'overwrites', 'overwrote', 'overwritten', 'overwriting'],
  ['submit', 'submits', 'submitted', 'submitting', 'submission', 'submissions'],
  ['permit', 'permits', 'permitted', 'permitting'],
  ['person', 'persons', 'people'],
  ['be', 'be', 'is', 'are', 'was', 'were', 'been', 'being'],
  ['have', 'have', 'has', 'had', 'having'],
  ['seek', 'seeks', 'sought', 'seeking'],
  ['go', 'goes', 'went', 'gone', 'going'],
  ['bring', 'brings', 'brought', 'bringing'],
];

const isWordUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || (code > 0xbf && code < 0x2000);

function atBoundary(text: string, start: number, end: number): boolean {
  if (isWordUnit(text.charCodeAt(start)) && start > 0 && isWordUnit(text.charCodeAt(start - 1))) return false;
  return !(isWordUnit(text.charCodeAt(end - 1)) && end < text.length && isWordUnit(text.charCodeAt(end)));
}

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

/** Aho–Corasick over characters. Transitions live in one hash table, so memory grows with the phrases only. */
class Automaton {
  readonly #classes = new Map<number, number>();
  readonly #fail: Int32Array;
  readonly #word: Int32Array;
  readonly #nextWord: Int32Array;
  readonly #lengths: readonly number[];
  readonly #keys: Float64Array;
  readonly #targets: Int32Array;
  readonly #mask: number;
  readonly #stride: number;

  constructor(words: readonly string[]) {
    for (const word of words)
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i);
        if (!this.#classes.has(code)) this.#classes.set(code, this.#classes.size);
      }
    this.#stride = this.#classes.size + 1;
    const size = words.reduce((sum, word) => sum + word.length, 1);
    let capacity = 16;
    while (capacity < size * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#keys = new Float64Array(capacity).fill(-1);
    this.#targets = new Int32Array(capacity);
    const fail = new Int32Array(size);
    const word = new Int32Array(size).fill(-1);
    const nextWord = new Int32Array(size).fill(-1);
    this.#lengths = words.map((w) => w.length);
    let count = 1;
    const edges: [from: number, cls: number, to: number][] = [];
    words.forEach((text, index) => {
      let node = 0;
      for (let i = 0; i < text.length; i++) {
        const cls = this.#classes.get(text.charCodeAt(i)) ?? 0;
        let next = this.#go(node, cls);
        if (next < 0) {
          next = count++;
          this.#add(node, cls, next);
          edges.push([node, cls, next]);
        }
        node = next;
      }
      word[node] = index;
    });
    // Breadth first: an edge's target lies deeper than its source, and edges of one depth come before the next.
    const depth = new Int32Array(count);
    for (const [from, , to] of edges) depth[to] = (depth[from] ?? 0) + 1;
    edges.sort((a, b) => (depth[a[2]] ?? 0) - (depth[b[2]] ?? 0));
    for (const [from, cls, to] of edges) {
      if (from !== 0) {
        let back = fail[from] ?? 0;
        let next = this.#go(back, cls);
        while (next < 0 && back !== 0) {
          back = fail[back] ?? 0;
          next = this.#go(back, cls);
        }
        fail[to] = next < 0 ? 0 : next;
      }
      const target = fail[to] ?? 0;
      nextWord[to] = (word[target] ?? -1) >= 0 ? target : (nextWord[target] ?? -1);
    }
    this.#fail = fail;
    this.#word = word;
    this.#nextWord = nextWord;
  }

  run(text: string, found: (word: number, start: number, end: number) => void): void {
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      const cls = this.#classes.get(text.charCodeAt(i));
      if (cls === undefined) {
        node = 0;
        continue;
      }
      let next = this.#go(node, cls);
      while (next < 0 && node !== 0) {
        node = this.#fail[node] ?? 0;
        next = this.#go(node, cls);
      }
      node = next < 0 ? 0 : next;
      let at = (this.#word[node] ?? -1) >= 0 ? node : (this.#nextWord[node] ?? -1);
      while (at > 0) {
        const word = this.#word[at] ?? 0;
        found(word, i + 1 - (this.#lengths[word] ?? 0), i + 1);
        at = this.#nextWord[at] ?? -1;
      }
    }
  }

  #slot(key: number): number {
    let slot = (Math.imul(key % 0x7fffffff, 0x9e3779b1) >>> 7) & this.#mask;
    while (this.#keys[slot] !== key && this.#keys[slot] !== -1) slot = (slot + 1) & this.#mask;
    return slot;
  }

  #go(node: number, cls: number): number {
    const key = node * this.#stride + cls;
    const slot = this.#slot(key);
    return this.#keys[slot] === key ? (this.#targets[slot] ?? -1) : -1;
  }

  #add(node: number, cls: number, target: number): void {
    const key = node * this.#stride + cls;
    const slot = this.#slot(key);
    this.#keys[slot] = key;
    this.#targets[slot] = target;
  }
}
