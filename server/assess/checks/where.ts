import type { Part, Way } from '../../catalogue/requirement.ts';
import { memoized } from '../../text/memo.ts';
import type { Context, ScannedSection } from '../context.ts';
import type { Rough } from '../rough.ts';
import { surveyOf, type Answers, type Question } from './survey.ts';

// In which sections to look, by the words they may hold: most hold none of what is asked for.

/** The sections that may say one of the ways of a part. */
export const sectionsSaying = (part: Part, context: Context): Iterable<ScannedSection> =>
  sectionsAt(placesSaying(part, context), context);

/** What they answer, if it is worth hearing, a section a step; `elsewhere` is what the answers hang on besides. */
export const answersSaying = <Answer>(
  part: Part,
  elsewhere: string,
  context: Context,
  ask: (section: ScannedSection) => Answer | undefined,
): Generator<undefined, Answers<Answer>> =>
  surveyOf(context).answersOf(part, placesSaying(part, context), elsewhere, ask);

const placesSaying = (part: Part, context: Context): readonly number[] =>
  surveyOf(context).placesOf(part, questionOf(part));

const questionOf = memoized(({ ways }: Part): Question => {
  // Quantities are looked for once a section is asked.
  const words = ways.map(({ says }) => says.filter((group) => !group.some(isQuantity)));
  return {
    passes: ({ rough }) => ways.some((way) => maySay(way, rough)),
    mark: (held) => held.oneOfEachIn(words),
    isEnough: true,
  };
});

/** The sections that may come near a way: have the act itself, or most of the words. */
export const sectionsNear = (way: Way, context: Context): Iterable<ScannedSection> =>
  sectionsAt(surveyOf(context).placesOf(way, nearQuestionOf(way)), context);

const nearQuestionOf = memoized(({ says }: Way): Question => {
  const words = says.flat();
  return {
    passes: ({ rough }) => {
      const may = says.map((group) => rough.hasOne(group));
      return may[0] === true || may.filter(Boolean).length / may.length > 0.5;
    },
    mark: (held) => (words.some(isQuantity) ? held.all : held.one(words)),
    isEnough: false,
  };
});

function* sectionsAt(places: readonly number[], { sections }: Context): Generator<ScannedSection> {
  for (const index of places) {
    const section = sections[index];
    if (section) yield section;
  }
}

/** Whether the words of a way may occur in a section. */
export function maySay({ says }: Way, rough: Rough): boolean {
  for (const group of says) if (!rough.hasOne(group)) return false;
  return true;
}

/** No word gives it away. */
const isQuantity = (id: string): boolean => id.startsWith('@');
