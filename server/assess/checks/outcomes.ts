import type { DocumentType, ExampleOutcome, Way } from '../../catalogue/requirement.ts';
import type { Context } from '../context.ts';

export const rank: Readonly<Record<ExampleOutcome, number>> = { missing: 0, weak: 1, partial: 2, met: 3 };
/** The best that a way can give. */
export const outcomeOf = ({ shortfall }: Way): ExampleOutcome => shortfall?.outcome ?? 'met';
export const worse = (a: ExampleOutcome, b: ExampleOutcome): ExampleOutcome => (rank[a] < rank[b] ? a : b);

/** Whether a way or a particular counts in documents of these types; `only` and `except` hold types and registers. */
export const counts = (
  only: readonly string[],
  { types }: Context,
  except: readonly string[] = [],
): boolean => {
  const holds = (list: readonly string[], { id, register }: DocumentType): boolean =>
    list.includes(id) || list.includes(register);
  if (types.length === 0) return only.length === 0 || only.includes('policy');
  return types.some((type) => (only.length === 0 || holds(only, type)) && !holds(except, type));
};
