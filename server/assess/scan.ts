import type { Heading, PlacedSection, Section } from '../document/model.ts';
import { quantitiesIn, type QuantityKind } from '../document/quantities.ts';
import type { Statement } from '../document/statement.ts';
import { statementsOf } from '../document/statements.ts';
import { fold } from '../text/fold.ts';
import { contains, type Span } from '../text/span.ts';
import type { Library } from './library.ts';

/** Concept id → places in a statement's folded text. Quantities stand under `@period` and the like. */
export type Hits = ReadonlyMap<string, readonly Span[]>;

export interface ScannedStatement {
  readonly statement: Statement;
  readonly hits: Hits;
  /** What its lead-ins carry down. */
  readonly lead: Hits;
  /** Index of the group (a block with its list) it belongs to. */
  readonly clause: number;
  /** Concepts of the headings inside the section it stands under. */
  readonly under: ReadonlySet<string>;
}

/** A section with every concept in it found. Kept with the section. */
export interface SectionScan {
  readonly statements: readonly ScannedStatement[];
  /** All concepts of the section, headings included. */
  readonly concepts: ReadonlySet<string>;
}

export function scanSection(section: Section, library: Library): SectionScan {
  let scans = kept.get(library);
  if (!scans) kept.set(library, (scans = new WeakMap()));
  let scan = scans.get(section);
  if (!scan) scans.set(section, (scan = read(section, library)));
  return scan;
}

const kept = new WeakMap<Library, WeakMap<Section, SectionScan>>();

function read(section: Section, library: Library): SectionScan {
  const statements = statementsOf(section);
  const blocks = section.blocks();
  const headings = section.headings();
  const headingHits = headings.map((h) => [...findConcepts(fold(h.text), library).keys()]);
  const under = headings.map(
    (_, index) => new Set(chain(headings, index).flatMap((i) => headingHits[i] ?? [])),
  );
  const roots = blocks.map((block, index) => {
    let root = index;
    for (let lead = block.leadIn; lead !== undefined && lead < root; lead = blocks[root]?.leadIn) root = lead;
    return root;
  });
  const indexOf = new Map(blocks.map((block, index) => [block, index]));
  const none: ReadonlySet<string> = new Set();
  const own = new Map<Statement, Hits>();
  const hitsOf = (statement: Statement): Hits => {
    let hits = own.get(statement);
    if (!hits) own.set(statement, (hits = findConcepts(statement.folded, library, true)));
    return hits;
  };
  const scanned = statements.map((statement): ScannedStatement => {
    const block = statement.block;
    const header = block.row ? findConcepts(fold(block.row.header), library).keys() : [];
    const above = under[block.under] ?? none;
    return {
      statement,
      hits: hitsOf(statement),
      lead: leadHits(statement, hitsOf),
      clause: roots[indexOf.get(block) ?? 0] ?? 0,
      under: block.row ? new Set([...above, ...header]) : above,
    };
  });
  const concepts = new Set<string>(headingHits.flat());
  for (const { hits } of scanned) for (const id of hits.keys()) concepts.add(id);
  return { statements: scanned, concepts };
}

function leadHits(statement: Statement, hitsOf: (s: Statement) => Hits): Hits {
  const hits = new Map<string, readonly Span[]>();
  for (let lead = statement.leadIn; lead; lead = lead.leadIn) {
    for (const [id, spans] of hitsOf(lead)) if (!hits.has(id)) hits.set(id, spans);
  }
  return hits;
}

/** A heading and those it stands under, as indices. */
function chain(headings: readonly Heading[], index: number): number[] {
  const found = [index];
  let level = headings[index]?.level ?? 0;
  for (let i = index - 1; i >= 0; i--) {
    const at = headings[i]?.level ?? 0;
    if (at < level) {
      found.push(i);
      level = at;
    }
  }
  return found;
}

/** Concepts of the headings above a section. */
export function conceptsAbove(placed: PlacedSection, library: Library): ReadonlySet<string> {
  return new Set(placed.above.flatMap((heading) => [...headingConcepts(heading, library)]));
}

export function headingConcepts(heading: Heading, library: Library): ReadonlySet<string> {
  let concepts = keptHeadings.get(heading);
  if (!concepts)
    keptHeadings.set(heading, (concepts = new Set(findConcepts(fold(heading.text), library).keys())));
  return concepts;
}

const keptHeadings = new WeakMap<Heading, ReadonlySet<string>>();

/** Concepts in a folded text. Words in a title (《…》) are the title's, not the text's. */
export function findConcepts(folded: string, library: Library, quantities = false): Hits {
  const hits = new Map<string, Span[]>();
  const titles = [...folded.matchAll(/《[^》]*》/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  const found = library.concepts.find(folded);
  const masks = found.filter((hit) => hit.id.startsWith('!'));
  for (const { id, start, end } of found) {
    if (id.startsWith('!')) continue;
    const span = { start, end };
    if (titles.some((t) => contains(t, span))) continue;
    if (masks.some((mask) => mask.id.slice(1) === id && contains(mask, span))) continue;
    const list = hits.get(id);
    if (list) list.push(span);
    else hits.set(id, [span]);
  }
  if (quantities) {
    for (const { kind, start, end } of quantitiesIn(folded)) {
      const id = `@${kind satisfies QuantityKind}`;
      const list = hits.get(id);
      if (list) list.push({ start, end });
      else hits.set(id, [{ start, end }]);
    }
  }
  return hits;
}
