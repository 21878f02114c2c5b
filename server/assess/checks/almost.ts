import type { ClauseCheck, Part, Particular, Way } from '../../catalogue/requirement.ts';
import { memoized } from '../../text/memo.ts';
import type { Bilingual } from '../../text/span.ts';
import type { Lack } from '../assessment.ts';
import type { Context, ScannedSection } from '../context.ts';
import { slotOf } from '../rough.ts';
import { answerOf, elsewhere, type Placed } from './candidates.ts';
import type { Candidate } from './trial.ts';
import { sectionsSaying } from './where.ts';

/**
 * For a document of no known type that says a clause in no way that counts there: the passages that would be the whole
 * clause in a document of another type, or if they were about what is spoken of beside them; a section a step. They are
 * weak. A page bounds its ways by the type, which tells what a document is about; here none tells it.
 */
export function* almostSaid(
  check: ClauseCheck,
  particulars: readonly Particular[],
  context: Context,
): Generator<undefined, Placed[]> {
  if (context.types.length > 0) return [];
  const found = elsewhere(particulars, context);
  const placed: Placed[] = [];
  for (const part of check.parts) {
    for (const { near, about, lack } of nearWays(part)) {
      for (const section of sectionsSaying(near, context)) {
        yield;
        if (about.length > 0 && !section.rough.hasOne(about)) continue;
        const { candidates } = answerOf(near, slotOf(near), particulars, found, section, context);
        for (const candidate of candidates) {
          if (candidate.outcome !== 'met') continue;
          if (about.length === 0 || isBeside(about, candidate, section))
            placed.push(weakly(candidate, lack, section));
        }
      }
    }
  }
  return placed.sort((a, b) => b.candidate.merit - a.candidate.merit);
}

/** Whether that is all the document says: what stands there may be something else. */
export const isAlmost = ({ lacking }: { readonly lacking: readonly Lack[] }): boolean =>
  lacking[0]?.particular === 'almost';

/** A part that asks for less, what must be spoken of beside it, and what a passage lacks that says no more. */
interface NearWay {
  readonly near: Part;
  readonly about: readonly string[];
  readonly lack: Bilingual;
}

/** Only of ways that are a whole clause and take several words: a single one is often there by chance. */
const nearWays = memoized((part: Part): readonly NearWay[] => {
  const whole = part.ways.filter(
    ({ says, shortfall, force }) => says.length > 1 && !shortfall && force !== 'hedge',
  );
  const partOf = (ways: readonly Way[]): Part => ({ ...part, ways });
  const others = whole.filter((way) => way.in.length > 0 && !way.in.includes('policy'));
  return [
    ...(others.length > 0
      ? [{ near: partOf(others.map((way) => ({ ...way, in: [] }))), about: [], lack: otherType }]
      : []),
    ...whole
      .filter((way) => way.about.length > 0 && !others.includes(way))
      .map((way) => ({ near: partOf([{ ...way, about: [] }]), about: way.about, lack: besideOnly })),
  ];
});

const otherType: Bilingual = {
  en: 'a passage comes near: it would do in a document of another type, and the type of this one is not known; read it',
  zh: '有一处表述接近：在其他类型的文件中可以满足要求，而本文件类型不明，请阅读该处',
};
const besideOnly: Bilingual = {
  en: 'a passage comes near: it does not name the matter, of which the text beside it speaks; read it',
  zh: '有一处表述接近：该处未点明此事，仅上下文提及，请阅读该处',
};

/** Whether one of these is spoken of at most three blocks away. */
function isBeside(ids: readonly string[], { block }: Candidate, { scan }: ScannedSection): boolean {
  const clause = scan.statements.find(({ statement }) => statement.block === block)?.clause ?? -Infinity;
  return ids.some((id) =>
    scan.own.get(id)?.some((index) => Math.abs((scan.statements[index]?.clause ?? Infinity) - clause) <= 3),
  );
}

const weakly = (candidate: Candidate, lack: Bilingual, { placed }: ScannedSection): Placed => ({
  offset: placed.offset,
  candidate: {
    ...candidate,
    outcome: 'weak',
    lacking: [{ particular: 'almost', message: lack }],
    passage: (offset) => {
      const passage = candidate.passage(offset);
      return { ...passage, trace: { ...passage.trace, outcome: 'weak', why: lack.en } };
    },
  },
});
