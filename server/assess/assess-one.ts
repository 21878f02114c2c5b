import type { Requirement } from '../catalogue/requirement.ts';
import type { Assessment } from './assessment.ts';
import { isMet, isMissing } from './checks/brief.ts';
import { judgeClause, type Verdict } from './checks/clause.ts';
import type { Context } from './context.ts';

type Expected = Assessment['expected'];

/** What a document says on one requirement, found out now, a section a step. A check that fails harms only itself. */
export function* assessNow(
  requirement: Requirement,
  expected: Expected,
  context: Context,
): Generator<undefined, Assessment> {
  const verdict = yield* judge(requirement, context);
  const { outcome } = verdict;
  return { requirement, expected, met: outcome === 'met', missing: outcome === 'missing', ...verdict };
}

/** The same, as far as somebody asks for it. */
export class LateAssessment implements Assessment {
  readonly requirement: Requirement;
  readonly expected: Expected;
  readonly #context: Context;
  #verdict: Told | undefined;
  #met: boolean | undefined;
  #missing: boolean | undefined;

  constructor(requirement: Requirement, expected: Expected, context: Context) {
    this.requirement = requirement;
    this.expected = expected;
    this.#context = context;
  }

  get met(): boolean {
    return this.#met ?? drain(this.findMet());
  }

  get missing(): boolean {
    return this.#missing ?? drain(this.findMissing());
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

  /** `met`, a section a step; likewise the two that follow. */
  *findMet(): Generator<undefined, boolean> {
    return (this.#met ??= yield* this.#ask(isMet, 'met'));
  }

  *findMissing(): Generator<undefined, boolean> {
    return (this.#missing ??= yield* this.#ask(isMissing, 'missing'));
  }

  *findAll(): Generator<undefined, Told> {
    return (this.#verdict ??= yield* judge(this.requirement, this.#context));
  }

  get #full(): Told {
    return this.#verdict ?? drain(this.findAll());
  }

  /** When the short way fails, so does the long one, which tells why. */
  *#ask(brief: typeof isMet, outcome: Assessment['outcome']): Generator<undefined, boolean> {
    const { check } = this.requirement;
    if (!this.#verdict && check.verb !== 'none') {
      try {
        return yield* brief(check, this.#context);
      } catch {
        // Told below.
      }
    }
    return (yield* this.findAll()).outcome === outcome;
  }
}

/** All steps at a stretch. */
export function drain<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

type Told = Verdict & { readonly error?: string };

function* judge({ check }: Requirement, context: Context): Generator<undefined, Told> {
  if (check.verb === 'none') return unknown;
  try {
    return yield* judgeClause(check, context);
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
