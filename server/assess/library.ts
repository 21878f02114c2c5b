import { phraseCountsOf } from '../catalogue/packed-concepts.ts';
import type { Catalogue, Check, Concept, ConceptName, Requirement } from '../catalogue/requirement.ts';
import { compilePhrases, type PhraseTable } from '../text/phrase-table.ts';
import { PhraseSieve } from '../text/phrase-sieve.ts';
import { PhraseTree } from '../text/phrase-tree.ts';
import { PhraseMatcher, type Hit } from '../text/phrases.ts';
import { Tokens } from '../text/tokens.ts';
import { WordClasses, type Numbers } from '../text/word-classes.ts';

/** A catalogue with its words compiled; made once and shared. */
export interface Library {
  readonly catalogue: Catalogue;
  /** Requirements that have a check. */
  readonly checked: readonly Requirement[];
  /** Of what a text may hold, by number: all that it holds, and perhaps more. The text need not be folded. */
  readonly mayHold: (text: string) => readonly number[];
  /** How many numbers there are. */
  readonly numbers: number;
  /** The concept's number, if it has words. */
  readonly numberOf: (concept: string) => number | undefined;
  /** Those of some concepts that have words; looked up once for each list, the same one every time. */
  readonly numbersOf: (concepts: readonly string[]) => readonly number[];
  /** The cue whose number this is. */
  readonly cueOf: (number: number) => TypePhrase | undefined;
  /** Finds concepts by id in a folded text; `!id` marks the longer phrases that hide one. */
  readonly findConcepts: (folded: string) => Hit<string>[];
  /** Finds what names document types, speaks for them or rules them out in a folded text. */
  readonly findTypes: (folded: string) => Hit<TypePhrase>[];
  readonly requirement: (id: string) => Requirement | undefined;
  readonly concept: (id: string) => ConceptName | undefined;
  /** Makes the words ready in steps; who asks for them earlier waits for the rest. */
  readonly prepare: () => Generator<undefined, unknown>;
}

/** A concept's id, or a phrase about a document type. */
export type Word = string | TypePhrase;

export interface TypePhrase {
  readonly type: string;
  readonly part: 'name' | 'hint' | 'cue' | 'not';
  readonly phrase: string;
}

/** The words of a catalogue, compiled beforehand. */
export interface Compiled {
  readonly words: PhraseTable;
  /** By concept, two numbers: how many phrases say it, and how many hide it. */
  readonly phraseCounts: Numbers;
}

/** Without words compiled beforehand they are compiled when they are first asked for. */
export function makeLibrary(catalogue: Catalogue<Concept>): Library;
export function makeLibrary(catalogue: Catalogue, compiled: Compiled): Library;
export function makeLibrary(
  catalogue: Catalogue,
  compiled = compiledLater(catalogue as Catalogue<Concept>),
): Library {
  const byId = new Map(catalogue.requirements.map((r) => [r.id, r]));
  // Only what is lacking is called by its name.
  let concepts: Map<string, ConceptName> | undefined;
  const numberOf = (concept: string): number | undefined => words().numbers.get(concept);
  let made: Words | undefined;
  const making = makeWords(catalogue, compiled);
  const words = (): Words => {
    while (!made) {
      const step = making.next();
      if (step.done) made = step.value;
    }
    return made;
  };
  return {
    *prepare() {
      for (let step = making.next(); !made; step = making.next()) {
        if (step.done) made = step.value;
        else yield;
      }
    },
    catalogue,
    checked: catalogue.requirements.filter((r) => r.check.verb !== 'none'),
    mayHold: (text) => words().sieve.mayHold(text),
    get numbers() {
      return words().count;
    },
    numberOf,
    numbersOf: numbersBy(numberOf),
    cueOf: (number) => words().cues[number],
    findConcepts: (folded) => words().matcher.find(folded, 0, words().types) as Hit<string>[],
    findTypes: (folded) => words().matcher.find(folded, words().types) as Hit<TypePhrase>[],
    requirement: (id) => byId.get(id),
    concept: (id) => (concepts ??= new Map(catalogue.concepts.map((c) => [c.id, c]))).get(id),
  };
}

/** Looks up the numbers of a list once: the lists are those of the pages. */
export function numbersBy(numberOf: Library['numberOf']): Library['numbersOf'] {
  const known = new Map<readonly string[], readonly number[]>();
  return (concepts) => {
    let found = known.get(concepts);
    if (!found) known.set(concepts, (found = concepts.flatMap((concept) => numberOf(concept) ?? [])));
    return found;
  };
}

const compiledLater = (catalogue: Catalogue<Concept>): Compiled => ({
  get words() {
    return wordTableOf(catalogue);
  },
  get phraseCounts() {
    return phraseCountsOf(catalogue.concepts);
  },
});

function* makeWords(catalogue: Catalogue, compiled: Compiled): Generator<undefined, Words> {
  const table = compiled.words;
  yield;
  const tokens = new Tokens(new WordClasses(table));
  yield;
  const tree = new PhraseTree(table, tokens);
  yield;
  return new Words(wordsOf(catalogue, compiled.phraseCounts), tree);
}

/** All words, looked for in one pass: those of concepts, and behind them those of document types. */
class Words {
  readonly matcher: PhraseMatcher<Word>;
  readonly sieve: PhraseSieve;
  /** Index of the first phrase about a type. */
  readonly types: number;
  /** How many numbers there are. */
  readonly count: number;
  /** By concept. */
  readonly numbers = new Map<string, number>();
  /** By number; concepts have none. */
  readonly cues: TypePhrase[] = [];

  constructor(words: readonly Word[], tree: PhraseTree) {
    const numberOf = new Int32Array(words.length).fill(-1);
    let next = 0;
    words.forEach((word, phrase) => {
      if (typeof word !== 'string') {
        if (word.part !== 'cue') return;
        this.cues[next] = word;
        numberOf[phrase] = next++;
      } else if (!word.startsWith('!')) {
        let number = this.numbers.get(word);
        if (number === undefined) this.numbers.set(word, (number = next++));
        numberOf[phrase] = number;
      }
    });
    this.count = next;
    const types = words.findIndex((word) => typeof word === 'object');
    this.types = types < 0 ? words.length : types;
    this.matcher = new PhraseMatcher(words, tree);
    this.sieve = new PhraseSieve(tree, numberOf, next);
  }
}

/** The words of a catalogue, compiled: for a build, so that a start need not do it. */
export const wordTableOf = ({ concepts, types }: Catalogue<Concept>): PhraseTable =>
  compilePhrases([
    ...concepts.flatMap(({ en, zh, not }) => [...en, ...zh, ...not]),
    ...types.flatMap((type) => typeParts.flatMap(([key]) => type[key])),
  ]);

/** For each phrase of the table, in its order, what it speaks of. */
function wordsOf({ concepts, types }: Catalogue, counts: Numbers): Word[] {
  const words: Word[] = [];
  concepts.forEach(({ id }, index) => {
    for (let left = counts[2 * index] ?? 0; left > 0; left--) words.push(id);
    for (let left = counts[2 * index + 1] ?? 0; left > 0; left--) words.push(`!${id}`);
  });
  for (const type of types) {
    for (const [key, part] of typeParts)
      for (const phrase of type[key]) words.push({ type: type.id, part, phrase });
  }
  return words;
}

const typeParts = [
  ['names', 'name'],
  ['hints', 'hint'],
  ['cues', 'cue'],
  ['not', 'not'],
] as const;

/** Every concept a check speaks of. */
export function conceptsOf(check: Check): string[] {
  if (check.verb === 'none') return [];
  const ways = check.parts.flatMap((part) => part.ways);
  return [
    ...ways.flatMap((way) => [...way.says.flat(), ...way.about, ...way.unless]),
    ...check.particulars.flatMap((p) => [...p.any, ...p.anywhere, ...Object.keys(p.less)]),
  ].filter((id) => !id.startsWith('@'));
}
