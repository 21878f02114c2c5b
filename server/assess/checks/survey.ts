import type { Part, Way } from '../../catalogue/requirement.ts';
import type { Section } from '../../document/model.ts';
import { memo } from '../../text/memo.ts';
import { positionOf } from '../../text/ordered.ts';
import type { Context, ScannedSection } from '../context.ts';
import type { Library } from '../library.ts';
import { changeOf, framesStay, moved, type Places } from './change.ts';
import { Held, marked, type Marks } from './held.ts';

/** What the sections of a text were asked. What is known of the text before is taken over where nothing changed. */
export function surveyOf({ sections, library }: Context): Survey {
  let survey = known.get(sections);
  if (survey) return survey;
  const ends = [sections[0], sections.at(-1)].map((section) => section?.placed.section);
  const before = ends.map((end) => end && lastWith.get(end)).find((last) => last?.library === library);
  survey = new Survey(sections, library, before);
  known.set(sections, survey);
  for (const end of ends) if (end) lastWith.set(end, survey);
  return survey;
}

const known = memo<Context['sections'], Survey>();
/** The last text that began, or ended, with a section. */
const lastWith = memo<Section, Survey>();

/** What sections answered, of those that had something to say. */
export interface Answers<Answer> {
  readonly places: Places;
  /** One for each of the places. */
  readonly answers: readonly Answer[];
  /** What had been found elsewhere in the document. */
  readonly elsewhere: string;
}

/** What is asked of every section. Of many, the words of all tell more quickly than to ask each. */
export interface Question {
  readonly passes: (section: ScannedSection) => boolean;
  /** The sections that pass, and perhaps more. */
  readonly mark: (held: Held) => Marks;
  /** Those that are too many do no harm. */
  readonly isEnough: boolean;
}

export class Survey {
  readonly library: Library;
  readonly #sections: Context['sections'];
  /** Of all sections nobody knows. */
  readonly #unasked: Places;
  readonly #places = new Map<Part | Way, Places>();
  /** Whoever asks knows what kind of answer it is. */
  readonly #answers = new Map<Part, Answers<unknown>>();
  #held: Held | undefined;

  constructor(sections: Context['sections'], library: Library, before: Survey | undefined) {
    this.#sections = sections;
    this.library = library;
    this.#unasked = { indices: [], from: 0, to: sections.length };
    if (before) this.#takeOver(before);
  }

  #takeOver(before: Survey): void {
    const change = changeOf(before.#sections, this.#sections);
    for (const [asked, places] of before.#places) this.#places.set(asked, moved(places, change).places);
    if (before.#answers.size === 0 || !framesStay(before.#sections, this.#sections, change)) return;
    for (const [asked, { places: old, answers, elsewhere }] of before.#answers) {
      const { places, first, last } = moved(old, change);
      const kept = first === last ? answers : [...answers.slice(0, first), ...answers.slice(last)];
      this.#answers.set(asked, { places, answers: kept, elsewhere });
    }
  }

  /** The sections that pass, and perhaps more where that does no harm, as indices in order. */
  placesOf(asked: Part | Way, question: Question): readonly number[] {
    const { indices, from, to } = this.#places.get(asked) ?? this.#unasked;
    if (from >= to) return indices;
    const all = inserted(this.#ask(question, from, to), indices, positionOf(from, indices));
    this.#places.set(asked, this.#wholly(all));
    return all;
  }

  #ask({ mark, isEnough, passes }: Question, from: number, to: number): readonly number[] {
    const pass = (index: number): boolean => {
      const section = this.#sections[index];
      return section !== undefined && passes(section);
    };
    if (to - from < few) return Array.from({ length: to - from }, (_, at) => from + at).filter(pass);
    this.#held ??= new Held(this.#sections, this.library);
    const found = marked(mark(this.#held), from, to);
    return isEnough ? found : found.filter(pass);
  }

  /** What these sections answer, a section a step. */
  *answersOf<Answer>(
    asked: Part,
    among: readonly number[],
    elsewhere: string,
    ask: (section: ScannedSection) => Answer | undefined,
  ): Generator<undefined, Answers<Answer>> {
    const before = this.#answers.get(asked) as Answers<Answer> | undefined;
    const taken = before?.elsewhere === elsewhere ? before : undefined;
    const { indices, from, to } = taken?.places ?? this.#unasked;
    if (taken && from >= to) return taken;
    const heard: number[] = [];
    const answers: Answer[] = [];
    for (const index of among.slice(positionOf(from, among), positionOf(to, among))) {
      const section = this.#sections[index];
      const answer = section && ask(section);
      yield;
      if (answer === undefined) continue;
      heard.push(index);
      answers.push(answer);
    }
    const at = positionOf(from, indices);
    const told = {
      places: this.#wholly(inserted(heard, indices, at)),
      answers: inserted(answers, taken?.answers ?? [], at),
      elsewhere,
    };
    this.#answers.set(asked, told);
    return told;
  }

  /** Nothing is left to ask. */
  #wholly(indices: readonly number[]): Places {
    return { indices, from: this.#sections.length, to: 0 };
  }
}

const inserted = <T>(some: readonly T[], list: readonly T[], at: number): readonly T[] =>
  some.length === 0 ? list : list.length === 0 ? some : [...list.slice(0, at), ...some, ...list.slice(at)];

/** So few sections are asked one by one. */
const few = 8;
