import type { Heading } from '../document/model.ts';
import { fold } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import type { Hit } from '../text/phrases.ts';
import { contains, type Span } from '../text/span.ts';
import type { Library } from './library.ts';

/**
 * Concepts in a folded text, with their places in it. Words in a title (《…》) are the title's, unless it is a certificate's; words in a
 * blank ([job title]) are nobody's.
 */
export function conceptsIn(folded: string, library: Library): ReadonlyMap<string, readonly Span[]> {
  const found = library.findConcepts(folded);
  if (found.length === 0) return nothing;
  const hits = new Map<string, Span[]>();
  const titles = folded.includes('《') ? spansOf(folded, /《[^》]*(?<!证|证书|证明|报告)》/g) : undefined;
  const blanks = folded.includes('[') ? spansOf(folded, /\[[^\][]{3,90}\]/g) : undefined;
  const masks = masksIn(found);
  for (const hit of found) {
    const { id } = hit;
    if (isMask(id)) continue;
    if (titles?.some((title) => contains(title, hit))) continue;
    if (blanks?.some((blank) => contains(blank, hit))) continue;
    if (masks?.get(id)?.some((mask) => contains(mask, hit))) continue;
    addSpan(hits, id, hit);
  }
  return hits;
}

/** Concepts of the headings above a section. */
export function conceptsAbove(above: readonly Heading[], library: Library): ReadonlySet<string> {
  return new Set(above.flatMap((heading) => [...headingConcepts(heading, library)]));
}

export function headingConcepts(heading: Heading, library: Library): ReadonlySet<string> {
  let concepts = keptHeadings.get(heading);
  if (!concepts)
    keptHeadings.set(heading, (concepts = new Set(conceptsIn(fold(heading.text), library).keys())));
  return concepts;
}

const keptHeadings = memo<Heading, ReadonlySet<string>>();

/** By the concept that they hide. */
function masksIn(found: readonly Hit<string>[]): ReadonlyMap<string, readonly Span[]> | undefined {
  let masks: Map<string, Span[]> | undefined;
  for (const hit of found) {
    if (!isMask(hit.id)) continue;
    addSpan((masks ??= new Map<string, Span[]>()), hit.id.slice(1), hit);
  }
  return masks;
}

function addSpan(spans: Map<string, Span[]>, id: string, span: Span): void {
  const list = spans.get(id);
  if (list) list.push(span);
  else spans.set(id, [span]);
}

/** A phrase that hides a concept. */
const isMask = (id: string): boolean => id.charCodeAt(0) === 33;

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

const nothing: ReadonlyMap<string, readonly Span[]> = new Map();
