import { positionOf } from '../../text/ordered.ts';
import type { Context, ScannedSection } from '../context.ts';
import { headingConcepts } from '../concepts.ts';

type Sections = Context['sections'];

/** How the sections of a text stand to those of the text before it: the same at the front, and at the end. */
export interface Change {
  /** So many at the front are the same. */
  readonly head: number;
  /** The first of those at the end that are the same, as an index in the text before. */
  readonly tail: number;
  /** How far those have moved. */
  readonly delta: number;
}

export function changeOf(before: Sections, now: Sections): Change {
  const least = Math.min(now.length, before.length);
  const same = (a: number, b: number): boolean => now[a]?.placed.section === before[b]?.placed.section;
  let head = 0;
  while (head < least && same(head, head)) head++;
  let end = 0;
  while (end < least - head && same(now.length - 1 - end, before.length - 1 - end)) end++;
  return { head, tail: before.length - end, delta: now.length - before.length };
}

/** Whether those that are the same have the same frame as before (see `ScannedSection`). */
export function framesStay(before: Sections, now: Sections, { head, tail, delta }: Change): boolean {
  const sameFrame = (a?: ScannedSection, b?: ScannedSection): boolean => a?.frame === b?.frame;
  return (
    (head === 0 || sameFrame(before[0], now[0])) &&
    (tail === before.length || sameFrame(before.at(-1), now.at(-1))) &&
    outlineOf(before.slice(head, tail)) === outlineOf(now.slice(head, tail + delta))
  );
}

/** The levels of the headings and what they speak of: all that they do to the frames of others. */
function outlineOf(sections: Sections): unknown {
  // Of many, it is not worth the reading.
  if (sections.length > few) return sections;
  const headings = sections.flatMap(({ placed: { section }, rough: { library } }) =>
    section.headings().map((h) => `${h.level}:${[...headingConcepts(h, library)].join()}`),
  );
  return headings.join('|');
}

const few = 8;

/** Sections, as indices in order; of those from `from` to before `to` nobody knows yet whether they belong to them. */
export interface Places {
  readonly indices: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** In the text after a change: at the `first` position of the indices, those to before the `last` are gone. */
export interface Moved {
  readonly places: Places;
  readonly first: number;
  readonly last: number;
}

export function moved({ indices, from, to }: Places, { head, tail, delta }: Change): Moved {
  const open = { from: Math.min(from, head), to: Math.max(to, tail) };
  const first = positionOf(open.from, indices);
  const last = positionOf(open.to, indices);
  if (first === last && delta === 0) return { places: { indices, ...open }, first, last };
  const rest = delta === 0 ? indices.slice(last) : indices.slice(last).map((index) => index + delta);
  const places = { indices: [...indices.slice(0, first), ...rest], from: open.from, to: open.to + delta };
  return { places, first, last };
}
