import type { Catalogue, Check, DocumentType, Requirement } from '../catalogue/requirement.ts';
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
    const concepts = [...conceptPhrases(catalogue)];
    const words = new PhraseMatcher<Word>([...concepts, ...typePhrases(catalogue)], compiled?.words);
    return (made = { words, types: concepts.length });
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
export const wordTableOf = (catalogue: Catalogue): PhraseTable =>
  compilePhrases([...conceptPhrases(catalogue), ...typePhrases(catalogue)].map(({ phrase }) => phrase));

function* conceptPhrases({ concepts }: Catalogue): Generator<{ id: string; phrase: string }> {
  for (const concept of concepts) {
    for (const phrase of [...concept.en, ...concept.zh]) yield { id: concept.id, phrase };
    for (const phrase of concept.not) yield { id: `!${concept.id}`, phrase };
  }
}

const typePhrases = ({ types }: Catalogue): { id: TypePhrase; phrase: string }[] => types.flatMap(phrasesOf);

const phrasesOf = (type: DocumentType): { id: TypePhrase; phrase: string }[] =>
  (['names', 'cues', 'not'] as const).flatMap((key) =>
    type[key].map((phrase) => ({ id: { type: type.id, part: partOf[key], phrase }, phrase })),
  );

const partOf = { names: 'name', cues: 'cue', not: 'not' } as const;

/** Every concept a check speaks of. */
export function conceptsOf(check: Check): string[] {
  if (check.verb === 'none') return [];
  const ways = check.parts.flatMap((part) => part.ways);
  return [
    ...ways.flatMap((way) => [...way.says.flat(), ...way.about, ...way.unless]),
    ...check.particulars.flatMap((p) => [...p.any, ...Object.keys(p.less)]),
  ].filter((id) => !id.startsWith('@'));
}
