import { itemOf } from '../catalogue/items.ts';
import type { Requirement } from '../catalogue/requirement.ts';

/**
 * Requirements as a drafter orders their clauses: by what they belong to, and what a clause follows (collection before
 * storage, storage before deletion) in front of it. Two that may follow each other stay as they are.
 */
export function inOrder(requirements: readonly Requirement[]): Requirement[] {
  let left = requirements.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  const ordered: Requirement[] = [];
  while (left.length > 0) {
    const next = left.find((own) => !left.some((other) => comesFirst(other, own))) ?? left[0];
    if (next) ordered.push(next);
    left = left.filter((own) => own !== next);
  }
  return ordered;
}

/** The tasks, then the measures; other packs last. */
const rank = (requirement: Requirement): number => {
  const [, kind, number] = /^(task|measure)-(\d+)$/.exec(itemOf(requirement).id) ?? [];
  return kind ? Number(number) + (kind === 'task' ? 0 : 50) : 99;
};

const comesFirst = (other: Requirement, own: Requirement): boolean =>
  itemOf(other).id === itemOf(own).id && follows(own, other) && !follows(other, own);

const follows = (own: Requirement, other: Requirement): boolean =>
  own.pack === other.pack && own.place.after.some((slug) => other.id === `${own.pack}/${slug}`);
