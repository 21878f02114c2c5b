import type { ClauseCheck, Requirement } from '../catalogue/requirement.ts';
import type { Assessment } from './assessment.ts';
import { isMet, isMissing } from './checks/brief.ts';
import { judgeClause, type Verdict } from './checks/clause.ts';
import type { Context } from './context.ts';

type Expected = Assessment['expected'];

/** What a document says on one requirement. A check that fails harms only itself. */
export function assessNow(requirement: Requirement, expected: Expected, context: Context): Assessment {
  const verdict = judge(requirement, context);
  const { outcome } = verdict;
  return { requirement, expected, met: outcome === 'met', missing: outcome === 'missing', ...verdict };
}

/** The same, as far as somebody asks for it. */
export function assessLate(requirement: Requirement, expected: Expected, context: Context): Assessment {
  return requirement.check.verb === 'none'
    ? assessNow(requirement, expected, context)
    : new LateAssessment(requirement, expected, requirement.check, context);
}

class LateAssessment implements Assessment {
  readonly requirement: Requirement;
  readonly expected: Expected;
  readonly #check: ClauseCheck;
  readonly #context: Context;
  #verdict: (Verdict & { readonly error?: string }) | undefined;
  #met: boolean | undefined;
  #missing: boolean | undefined;

  constructor(requirement: Requirement, expected: Expected, check: ClauseCheck, context: Context) {
    this.requirement = requirement;
    this.expected = expected;
    this.#check = check;
    this.#context = context;
  }

  get met(): boolean {
    return (this.#met ??= this.#ask(isMet, 'met'));
  }

  get missing(): boolean {
    return (this.#missing ??= this.#ask(isMissing, 'missing'));
  }

  get outcome(): Assessment['outcome'] {
    return this.#full.outcome;
  }

  get evidence(): Assessment['evidence'] {
    return this.#full.evidence;
  }

  get nearest(): Assessment['nearest'] {
    return this.#full.nearest;
  }

  get lacking(): Assessment['lacking'] {
    return this.#full.lacking;
  }

  get denied(): boolean {
    return this.#full.denied;
  }

  /** Of what was asked for up to now. */
  get error(): string | undefined {
    return this.#verdict?.error;
  }

  get #full(): Verdict & { readonly error?: string } {
    return (this.#verdict ??= judge(this.requirement, this.#context));
  }

  /** When the short way fails, so does the long one, which tells why. */
  #ask(brief: typeof isMet, outcome: Assessment['outcome']): boolean {
    if (this.#verdict) return this.#verdict.outcome === outcome;
    try {
      return brief(this.#check, this.#context);
    } catch {
      return this.#full.outcome === outcome;
    }
  }
}

function judge({ check }: Requirement, context: Context): Verdict & { readonly error?: string } {
  if (check.verb === 'none') return unknown;
  try {
    return judgeClause(check, context);
  } catch (error) {
    return { ...unknown, error: error instanceof Error ? error.message : String(error) };
  }
}

const unknown: Verdict = {
  outcome: 'not-applicable',
  evidence: [],
  nearest: [],
  lacking: [],
  denied: false,
};
