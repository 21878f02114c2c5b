import type { ClauseCheck, ExampleOutcome, Part, Particular } from '../../catalogue/requirement.ts';
import type { Lack, NearestPassage, Outcome, Passage } from '../assessment.ts';
import type { Context } from '../context.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import { nearestTo } from './nearest.ts';
import { counts, rank } from './outcomes.ts';

export interface Verdict {
  readonly outcome: Outcome;
  readonly evidence: readonly Passage[];
  readonly nearest: readonly NearestPassage[];
  readonly lacking: readonly Lack[];
  readonly denied: boolean;
}

/** Judges the verb `clause`: every part must be said in one of its ways; particulars grade what is said. */
export function judgeClause(check: ClauseCheck, context: Context): Verdict {
  const particulars = check.particulars.filter((p) => counts(p.in, context));
  const parts = check.parts.map((part) => bestOf(part, particulars, context));
  const said = parts.flatMap((part) => part.candidates);
  if (said.length === 0) {
    const denials = parts.flatMap((part) => part.denials);
    return {
      outcome: 'missing',
      evidence: passages(denials),
      nearest: denials.length > 0 ? [] : nearestTo(check.parts, context),
      lacking: check.parts.length > 1 ? parts.map(({ part }) => lackOf(part)) : [],
      denied: denials.length > 0,
    };
  }
  const unsaid = parts.filter((part) => part.candidates.length === 0);
  const best = parts.map((part) => part.candidates[0]).filter((c) => c !== undefined);
  return {
    outcome: together(parts.map((part) => part.candidates[0]?.outcome ?? 'missing')),
    evidence: passages(interleave(parts.map((part) => part.candidates))),
    nearest: [],
    lacking: distinct([...unsaid.map(({ part }) => lackOf(part)), ...best.flatMap((c) => c.lacking)]),
    denied: false,
  };
}

/** All parts met is met; one part of several is partial, or weak when nothing firm is said. */
function together(outcomes: readonly ExampleOutcome[]): ExampleOutcome {
  if (outcomes.every((o) => o === 'met')) return 'met';
  if (outcomes.length === 1) return outcomes[0] ?? 'missing';
  return outcomes.some((o) => rank[o] >= rank.partial) ? 'partial' : 'weak';
}

function bestOf(part: Part, particulars: readonly Particular[], context: Context) {
  const all = part.ways
    .filter((way) => counts(way.in, context))
    .flatMap((way) =>
      // A page lists its ways from the full clause down: evidence of an earlier one is better evidence.
      candidatesFor(way, particulars, context).map((c) => ({
        ...c,
        score: c.score - 8 * part.ways.indexOf(way),
      })),
    );
  const candidates = all
    .filter((c) => !c.denied && c.outcome !== 'missing')
    .sort(
      (a, b) =>
        rank[b.outcome] - rank[a.outcome] || b.score - a.score || a.passage.span.start - b.passage.span.start,
    );
  return { part, candidates, denials: all.filter((c) => c.denied) };
}

const lackOf = (part: Part): Lack => ({ particular: part.name, message: part.message });

/** The best of each part first, then the second best of each … */
function interleave(lists: readonly (readonly Candidate[])[]): Candidate[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.map((list) => list[i]))
    .flat()
    .filter((c) => c !== undefined);
}

/** At most five passages, one a block; of equal ones, those from other parts of the document come first. */
function passages(candidates: readonly Candidate[]): Passage[] {
  const kept: Candidate[] = [];
  const far = (c: Candidate): boolean =>
    kept.every((k) => Math.abs(k.passage.span.start - c.passage.span.start) > 1500);
  const blocks = new Set<unknown>();
  const left = candidates.filter((c) => !blocks.has(c.block) && blocks.add(c.block));
  while (kept.length < 5 && left.length > 0) {
    const best = left[0]?.outcome;
    const next = Math.max(
      0,
      left.findIndex((c) => c.outcome === best && far(c)),
    );
    kept.push(...left.splice(next, 1));
  }
  return kept.map((c) => c.passage);
}

/** Each thing that is lacking once, by what it says. */
const distinct = (lacking: readonly Lack[]): Lack[] => [
  ...new Map(lacking.map((lack) => [lack.message.en, lack])).values(),
];
