import type { ExampleOutcome, Way } from '../../catalogue/requirement.ts';
import type { Context } from '../context.ts';

export const rank: Readonly<Record<ExampleOutcome, number>> = { missing: 0, weak: 1, partial: 2, met: 3 };
/** The best that a way can give. */
export const outcomeOf = ({ shortfall }: Way): ExampleOutcome => shortfall?.outcome ?? 'met';
export const worse = (a: ExampleOutcome, b: ExampleOutcome): ExampleOutcome => (rank[a] < rank[b] ? a : b);

/** Whether a way or a particular counts in documents of these types; `only` holds types, registers and `untyped`. */
export const counts = (only: readonly string[], { types }: Context): boolean =>
  only.length === 0 ||
  (types.length === 0
    ? only.includes('policy') || only.includes('untyped')
    : types.some((type) => only.includes(type.id) || only.includes(type.register)));
