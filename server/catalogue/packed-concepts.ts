import type { Concept } from './requirement.ts';

/** By key, the values of all concepts in a row. */
export type ConceptColumns = { readonly [K in Exclude<keyof Concept, PhraseKey>]: readonly Concept[K][] };

/** Their phrases, each as its page has them: English beside English, Chinese beside Chinese compresses better. */
export type PhraseColumns = Readonly<Record<PhraseKey, readonly string[]>>;

type PhraseKey = 'en' | 'zh' | 'not';

/** By concept, two numbers: how many phrases say it, and how many hide it. */
export const phraseCountsOf = (concepts: readonly Concept[]): number[] =>
  concepts.flatMap(({ en, zh, not }) => [en.length + zh.length, not.length]);

export const packConcepts = (
  concepts: readonly Concept[],
): { columns: ConceptColumns; phrases: PhraseColumns } => ({
  columns: {
    id: concepts.map(({ id }) => id),
    term: concepts.map(({ term }) => term),
    path: concepts.map(({ path }) => path),
    line: concepts.map(({ line }) => line),
  },
  phrases: {
    en: concepts.map(({ en }) => en.join(';')),
    zh: concepts.map(({ zh }) => zh.join(';')),
    not: concepts.map(({ not }) => not.join(';')),
  },
});

/** `phrases` is called when the phrases of a concept are first looked at: most runs know them compiled. */
export function unpackConcepts(columns: ConceptColumns, phrases: () => PhraseColumns): Concept[] {
  let unpacked: PhraseColumns | undefined;
  const rows = (): PhraseColumns => (unpacked ??= phrases());
  return columns.id.map((_, index) => new PackedConcept(columns, index, rows));
}

class PackedConcept implements Concept {
  readonly id: string;
  readonly term: boolean;
  readonly path: string;
  readonly line: number;
  readonly #index: number;
  readonly #rows: () => PhraseColumns;

  constructor({ id, term, path, line }: ConceptColumns, index: number, rows: () => PhraseColumns) {
    this.id = id[index] ?? '';
    this.term = term[index] ?? false;
    this.path = path[index] ?? '';
    this.line = line[index] ?? 0;
    this.#index = index;
    this.#rows = rows;
  }

  get en(): readonly string[] {
    return this.#phrases('en');
  }

  get zh(): readonly string[] {
    return this.#phrases('zh');
  }

  get not(): readonly string[] {
    return this.#phrases('not');
  }

  toJSON(): Concept {
    const { id, en, zh, not, term, path, line } = this;
    return { id, en, zh, not, term, path, line };
  }

  #phrases(key: PhraseKey): readonly string[] {
    const row = this.#rows()[key][this.#index] ?? '';
    return row === '' ? [] : row.split(';');
  }
}
