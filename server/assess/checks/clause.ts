import type { ClauseCheck, ExampleOutcome, Part, Particular } from '../../catalogue/requirement.ts';
import type { Lack, NearestPassage, Outcome, Passage } from '../assessment.ts';
import type { Context, ScannedSection } from '../context.ts';
import { slotOf } from '../rough.ts';
import { almostSaid } from './almost.ts';
import { answerOf, elsewhere, type Placed, type SectionAnswer } from './candidates.ts';
import { nearestTo } from './nearest.ts';
import { counts, rank } from './outcomes.ts';
import { answersSaying } from './where.ts';

export interface Verdict {
  readonly outcome: Outcome;
  readonly evidence: readonly Passage[];
  readonly nearest: readonly NearestPassage[];
  readonly lacking: readonly Lack[];
  readonly denied: boolean;
}

/**
 * Judges the verb `clause`, a section a step: every part must be said in one of its ways; particulars grade what is
 * said.
 */
export function* judgeClause(check: ClauseCheck, context: Context): Generator<undefined, Verdict> {
  const particulars = particularsOf(check, context);
  const parts: Best[] = [];
  for (const part of check.parts) parts.push(yield* bestOf(part, particulars, context));
  if (parts.every((part) => part.candidates.length === 0)) {
    const denials = parts.flatMap((part) => part.denials);
    const almost = denials.length > 0 ? [] : yield* almostSaid(check, particulars, context);
    if (almost[0]) {
      const { lacking } = almost[0].candidate;
      return { outcome: 'weak', evidence: passages(almost), nearest: [], lacking, denied: false };
    }
    return {
      outcome: 'missing',
      evidence: passages(denials),
      nearest: denials.length > 0 ? [] : yield* nearestTo(check.parts, context),
      lacking: check.parts.length > 1 ? parts.map(({ part }) => lackOf(part)) : [],
      denied: denials.length > 0,
    };
  }
  const unsaid = parts.filter((part) => part.candidates.length === 0);
  const best = parts.map((part) => part.candidates[0]).filter((c) => c !== undefined);
  return {
    outcome: together(parts.map((part) => part.candidates[0]?.candidate.outcome ?? 'missing')),
    evidence: passages(interleave(parts.map((part) => part.candidates))),
    nearest: [],
    lacking: distinct([
      ...unsaid.map(({ part }) => lackOf(part)),
      ...best.flatMap(({ candidate }) => candidate.lacking),
    ]),
    denied: false,
  };
}

/** Those that count for a document of these types. */
export const particularsOf = (check: ClauseCheck, context: Context): readonly Particular[] =>
  check.particulars.filter((p) => counts(p.in, context, p.notIn));

/** All parts met is met; one part of several is partial, or weak when nothing firm is said. */
function together(outcomes: readonly ExampleOutcome[]): ExampleOutcome {
  if (outcomes.every((o) => o === 'met')) return 'met';
  if (outcomes.length === 1) return outcomes[0] ?? 'missing';
  return outcomes.some((o) => rank[o] >= rank.partial) ? 'partial' : 'weak';
}

interface Best {
  readonly part: Part;
  /** Best first. */
  readonly candidates: readonly Placed[];
  readonly denials: readonly Placed[];
}

function* bestOf(
  part: Part,
  particulars: readonly Particular[],
  context: Context,
): Generator<undefined, Best> {
  // Sections come in order, and each has its own in order: what is equally good stays so.
  const byWorth = new Map<number, Placed[]>();
  const denials: Placed[] = [];
  const found = elsewhere(particulars, context);
  const slot = slotOf(part);
  const ask = (section: ScannedSection): SectionAnswer | undefined => {
    const answer = answerOf(part, slot, particulars, found, section, context);
    return answer.candidates.length + answer.denials.length > 0 ? answer : undefined;
  };
  const { places, answers } = yield* answersSaying(part, found, context, ask);
  answers.forEach((answer, at) => {
    const offset = context.sections[places.indices[at] ?? 0]?.placed.offset ?? 0;
    for (const candidate of answer.candidates) {
      const worth = rank[candidate.outcome] * 1e6 + candidate.merit;
      const same = byWorth.get(worth);
      if (same) same.push({ candidate, offset });
      else byWorth.set(worth, [{ candidate, offset }]);
    }
    for (const candidate of answer.denials) denials.push({ candidate, offset });
  });
  const candidates = [...byWorth].sort(([a], [b]) => b - a).flatMap(([, placed]) => placed);
  return { part, candidates, denials };
}

const lackOf = (part: Part): Lack => ({ particular: part.name, message: part.message });

/** The best of each part first, then the second best of each … */
function interleave(lists: readonly (readonly Placed[])[]): readonly Placed[] {
  if (lists.length === 1 && lists[0]) return lists[0];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.map((list) => list[i]))
    .flat()
    .filter((c) => c !== undefined);
}

/**
 * At most five passages, one a block; of equal ones, those from other parts of the document come first. The second may
 * stand in the same clause as the first, the others stand further off.
 */
function passages(candidates: readonly Placed[]): Passage[] {
  const kept: Placed[] = [];
  const at = (c: Placed): number => c.offset + c.candidate.start;
  const far = (c: Placed): boolean =>
    kept.every((k) => Math.abs(at(k) - at(c)) > (kept.length < 2 ? 600 : 1500));
  const blocks = new Set<unknown>();
  const left = candidates.filter(({ candidate: { block } }) => !blocks.has(block) && blocks.add(block));
  while (kept.length < 5 && left.length > 0) {
    const best = left[0]?.candidate.outcome;
    const next = Math.max(
      0,
      left.findIndex((c) => c.candidate.outcome === best && far(c)),
    );
    kept.push(...left.splice(next, 1));
  }
  return kept.map(({ candidate, offset }) => candidate.passage(offset));
}

/** Each thing that is lacking once, by what it says. */
const distinct = (lacking: readonly Lack[]): Lack[] => [
  ...new Map(lacking.map((lack) => [lack.message.en, lack])).values(),
];
