import type { Catalogue, Check, Requirement } from '../catalogue/requirement.ts';
import { compilePhrases, type PhraseTable } from '../text/phrase-table.ts';
import { PhraseMatcher, type Hit } from '../text/phrases.ts';

/** A catalogue with its words compiled; made once and shared. */
export interface Library {
  readonly catalogue: Catalogue;
  /** Requirements that have a check. */
  readonly checked: readonly Requirement[];
  /** Finds all words in one pass: those of concepts, and behind them those of document types. */
  readonly words: PhraseMatcher<Word>;
  /** Finds concepts by id in a folded text; `!id` marks the longer phrases that hide one. */
  readonly findConcepts: (folded: string) => Hit<string>[];
  /** Finds what names document types, speaks for them or rules them out in a folded text. */
  readonly findTypes: (folded: string) => Hit<TypePhrase>[];
  readonly requirement: (id: string) => Requirement | undefined;
}

/** A concept's id, or a phrase about a document type. */
export type Word = string | TypePhrase;

export interface TypePhrase {
  readonly type: string;
  readonly part: 'name' | 'cue' | 'not';
  readonly phrase: string;
}

/** The words of a catalogue, compiled beforehand. */
export interface Compiled {
  readonly words: PhraseTable;
}

export function makeLibrary(catalogue: Catalogue, compiled?: Compiled): Library {
  const byId = new Map(catalogue.requirements.map((r) => [r.id, r]));
  let made: { readonly words: PhraseMatcher<Word>; readonly types: number } | undefined;
  const make = (): NonNullable<typeof made> => {
    const ids = wordsOf(catalogue);
    const types = ids.findIndex((id) => typeof id === 'object');
    return (made = {
      words: new PhraseMatcher(ids, compiled?.words ?? wordTableOf(catalogue)),
      types: types < 0 ? ids.length : types,
    });
  };
  return {
    catalogue,
    checked: catalogue.requirements.filter((r) => r.check.verb !== 'none'),
    get words() {
      return (made ?? make()).words;
    },
    findConcepts(folded) {
      const { words, types } = made ?? make();
      return words.find(folded, 0, types) as Hit<string>[];
    },
    findTypes(folded) {
      const { words, types } = made ?? make();
      return words.find(folded, types) as Hit<TypePhrase>[];
    },
    requirement: (id) => byId.get(id),
  };
}

/** The words of a catalogue, compiled: for a build, so that a start need not do it. */
export const wordTableOf = ({ concepts, types }: Catalogue): PhraseTable =>
  compilePhrases([
    ...concepts.flatMap(({ en, zh, not }) => [...en, ...zh, ...not]),
    ...types.flatMap((type) => typeParts.flatMap(([key]) => type[key])),
  ]);

/** For each phrase of the table, in its order, what it speaks of. */
function wordsOf({ concepts, types }: Catalogue): Word[] {
  const words: Word[] = [];
  for (const { id, en, zh, not } of concepts) {
    for (let left = en.length + zh.length; left > 0; left--) words.push(id);
    for (let left = not.length; left > 0; left--) words.push(`!${id}`);
  }
  for (const type of types) {
    for (const [key, part] of typeParts)
      for (const phrase of type[key]) words.push({ type: type.id, part, phrase });
  }
  return words;
}

const typeParts = [
  ['names', 'name'],
  ['cues', 'cue'],
  ['not', 'not'],
] as const;

/** Every concept a check speaks of. */
export function conceptsOf(check: Check): string[] {
  if (check.verb === 'none') return [];
  const ways = check.parts.flatMap((part) => part.ways);
  return [
    ...ways.flatMap((way) => [...way.says.flat(), ...way.about, ...way.unless]),
    ...check.particulars.flatMap((p) => [...p.any, ...Object.keys(p.less)]),
  ].filter((id) => !id.startsWith('@'));
}
