import type { Heading, Section } from '../document/model.ts';
import { isQuantityKind, quantitiesIn } from '../document/quantities.ts';
import type { Statement } from '../document/statement.ts';
import { statementsOf } from '../document/statements.ts';
import { fold } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { conceptsIn } from './concepts.ts';
import type { Library } from './library.ts';

/** Which concepts occur; quantities stand under `@period` and the like, and are looked for when asked for. */
export interface Concepts {
  has(id: string): boolean;
}

/** Concept id → places in a statement's folded text. */
export interface Hits extends Concepts {
  get(id: string): readonly Span[] | undefined;
}

export interface ScannedStatement {
  readonly statement: Statement;
  readonly hits: Hits & { readonly concepts: ReadonlyMap<string, readonly Span[]> };
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
  readonly concepts: Concepts;
  /** By concept, the statements that have it themselves: indices, in order. No quantities. */
  readonly own: Postings;
  /** … and those that have it from their lead-ins only. */
  readonly led: Postings;
}

type Postings = ReadonlyMap<string, readonly number[]>;

export function scanSection(section: Section, library: Library): SectionScan {
  let known = kept.get(section);
  if (known?.library !== library) kept.set(section, (known = { library, scan: read(section, library) }));
  return known.scan;
}

const kept = memo<Section, { readonly library: Library; readonly scan: SectionScan }>();

function read(section: Section, library: Library): SectionScan {
  const statements = statementsOf(section);
  const blocks = section.blocks();
  const headings = section.headings();
  const headingHits = headings.map((h) => [...conceptsIn(fold(h.text), library).keys()]);
  const under = headings.map(
    (_, index) => new Set(chain(headings, index).flatMap((i) => headingHits[i] ?? [])),
  );
  const roots = new Map<unknown, number>();
  blocks.forEach((block, index) => {
    let root = index;
    for (let lead = block.leadIn; lead !== undefined && lead < root; lead = blocks[root]?.leadIn) root = lead;
    roots.set(block, root);
  });
  const own = new Map<Statement, StatementHits>();
  const hitsOf = (statement: Statement): StatementHits => {
    let hits = own.get(statement);
    if (!hits) own.set(statement, (hits = new StatementHits(statement.folded, library)));
    return hits;
  };
  const headers = new Map<string, StatementHits>();
  const headerHits = (header: string): StatementHits => {
    let found = headers.get(header);
    if (!found) headers.set(header, (found = new StatementHits(fold(header), library)));
    return found;
  };
  const scanned = statements.map((statement): ScannedStatement => {
    const { block, leadIn } = statement;
    const above = under[block.under] ?? noConcepts;
    const header = block.row ? headerHits(block.row.header) : undefined;
    const lead = leadIn ? new LeadHits(leadIn, hitsOf) : noHits;
    return {
      statement,
      hits: hitsOf(statement),
      // What the head of a table says, its rows need not repeat.
      lead: header
        ? { has: (id) => lead.has(id) || header.has(id), get: (id) => lead.get(id) ?? header.get(id) }
        : lead,
      clause: roots.get(block) ?? 0,
      under: header && header.concepts.size > 0 ? new Set([...above, ...header.concepts.keys()]) : above,
    };
  });
  const has = new Map<string, number[]>();
  const led = new Map<string, number[]>();
  scanned.forEach(({ statement }, index) => {
    const mine = hitsOf(statement).concepts;
    for (const id of mine.keys()) add(has, id, index);
    const { row } = statement.block;
    if (row) for (const id of headerHits(row.header).concepts.keys()) if (!mine.has(id)) add(led, id, index);
    for (let lead = statement.leadIn; lead; lead = lead.leadIn) {
      for (const id of hitsOf(lead).concepts.keys()) if (!mine.has(id)) add(led, id, index);
    }
  });
  return {
    statements: scanned,
    concepts: new SectionConcepts(new Set([...headingHits.flat(), ...has.keys(), ...led.keys()]), scanned),
    own: has,
    led,
  };
}

/** The statements that have one of these concepts: indices, in order. */
export function statementsWith(
  ids: readonly string[],
  { own, led, statements }: SectionScan,
  how: 'own' | 'own or led',
): Iterable<number> {
  if (ids.some((id) => id.startsWith('@'))) return statements.keys();
  const lists: (readonly number[])[] = [];
  for (const id of ids) {
    for (const list of how === 'own' ? [own.get(id)] : [own.get(id), led.get(id)]) if (list) lists.push(list);
  }
  if (lists.length <= 1) return lists[0] ?? [];
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

function add(postings: Map<string, number[]>, id: string, index: number): void {
  const list = postings.get(id);
  if (!list) postings.set(id, [index]);
  else if (list.at(-1) !== index) list.push(index);
}

const noConcepts: ReadonlySet<string> = new Set();
const noHits: Hits = { has: () => false, get: () => undefined };

class StatementHits implements Hits {
  readonly concepts: ReadonlyMap<string, readonly Span[]>;
  readonly #folded: string;
  #quantities: Map<string, Span[]> | undefined;

  constructor(folded: string, library: Library) {
    this.#folded = folded;
    this.concepts = conceptsIn(folded, library);
  }

  has(id: string): boolean {
    return id.startsWith('@') ? this.get(id) !== undefined : this.concepts.has(id);
  }

  get(id: string): readonly Span[] | undefined {
    if (!id.startsWith('@')) return this.concepts.get(id);
    const kind = id.slice(1);
    if (!isQuantityKind(kind)) return undefined;
    let found = this.#quantities?.get(kind);
    if (!found) {
      found = quantitiesIn(this.#folded, kind).map(({ start, end }) => ({ start, end }));
      (this.#quantities ??= new Map()).set(kind, found);
    }
    return found.length > 0 ? found : undefined;
  }
}

/** What the nearest lead-in says counts before what stands further up. */
class LeadHits implements Hits {
  readonly #lead: Statement;
  readonly #hitsOf: (statement: Statement) => Hits;

  constructor(lead: Statement, hitsOf: (statement: Statement) => Hits) {
    this.#lead = lead;
    this.#hitsOf = hitsOf;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get(id: string): readonly Span[] | undefined {
    for (let lead: Statement | undefined = this.#lead; lead; lead = lead.leadIn) {
      const spans = this.#hitsOf(lead).get(id);
      if (spans) return spans;
    }
    return undefined;
  }
}

class SectionConcepts implements Concepts {
  /** Quantities are added once they have been looked for. */
  readonly #known: ReadonlySet<string>;
  readonly #quantities = new Map<string, boolean>();
  readonly #statements: readonly ScannedStatement[];

  constructor(known: ReadonlySet<string>, statements: readonly ScannedStatement[]) {
    this.#known = known;
    this.#statements = statements;
  }

  has(id: string): boolean {
    if (!id.startsWith('@')) return this.#known.has(id);
    let found = this.#quantities.get(id);
    if (found === undefined)
      this.#quantities.set(id, (found = this.#statements.some(({ hits }) => hits.has(id))));
    return found;
  }
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
