import type { ExampleOutcome, Part, Particular, Way } from '../../catalogue/requirement.ts';
import { bearerAt, forceAt } from '../../document/force.ts';
import type { Block } from '../../document/model.ts';
import type { Force, Side } from '../../document/statement.ts';
import { shift, type Bilingual, type Span } from '../../text/span.ts';
import type { Lack, Passage } from '../assessment.ts';
import type { Context, ScannedSection } from '../context.ts';
import { statementsWith, type Hits, type ScannedStatement } from '../scan.ts';
import { counts, rank, worse } from './outcomes.ts';

/** A statement that says what a way asks for, and how good it is. Kept with its section: places are the section's. */
export interface Candidate {
  readonly outcome: ExampleOutcome;
  readonly denied: boolean;
  readonly score: number;
  readonly lacking: readonly Lack[];
  /** Offset in the section, in UTF-16 units. */
  readonly start: number;
  readonly block: Block;
  /** The passage as evidence, for a section that begins at this offset of the document. */
  passage(offset: number): Passage;
}

/** What a section says of one part of a requirement, best first; at most three passages. */
export interface SectionAnswer {
  readonly candidates: readonly Candidate[];
  readonly denials: readonly Candidate[];
}

/**
 * Kept with the section for as long as what it is judged by stays the same; `found` is what its particulars found
 * elsewhere.
 */
export function answerOf(
  part: Part,
  particulars: readonly Particular[],
  found: string,
  section: ScannedSection,
  context: Context,
): SectionAnswer {
  const { kept } = section.rough;
  const own = kept.get(part) as KeptAnswer | undefined;
  if (own === never) return nothing;
  if (own?.frame === section.frame && own.found === found) return own.answer;
  if (!own && !part.ways.some((way) => maySay(way, section))) {
    kept.set(part, never);
    return nothing;
  }
  const answer = judgeSection(part, particulars, section, context);
  kept.set(part, { frame: section.frame, found, answer });
  return answer;
}

interface KeptAnswer {
  readonly frame: string;
  readonly found: string;
  readonly answer: SectionAnswer;
}

/** What particulars look for in the whole document, as far as it is there. */
export const elsewhere = (particulars: readonly Particular[], { concepts }: Context): string =>
  particulars
    .filter(({ where }) => where === 'document')
    .flatMap(({ any, less }) => [...any, ...Object.keys(less)])
    .filter((id) => concepts.has(id))
    .join();

const maySay = ({ says }: Way, section: ScannedSection): boolean =>
  says.every((group) => group.some((id) => section.mayHave(id)));

export const nothing: SectionAnswer = { candidates: [], denials: [] };
/** Of words that the section does not have. */
const never: KeptAnswer = { frame: '', found: '', answer: nothing };

function judgeSection(
  part: Part,
  particulars: readonly Particular[],
  section: ScannedSection,
  context: Context,
): SectionAnswer {
  const all = part.ways.flatMap((way, index) =>
    counts(way.in, context) ? candidatesFor(way, particulars, section, context, 8 * index) : [],
  );
  if (all.length === 0) return nothing;
  const blocks = new Set<Block>();
  const candidates = all
    .filter((c) => !c.denied && c.outcome !== 'missing')
    .sort((a, b) => rank[b.outcome] - rank[a.outcome] || b.score - a.score || a.start - b.start)
    .filter((c) => !blocks.has(c.block) && blocks.add(c.block));
  return { candidates: candidates.slice(0, 3), denials: all.filter((c) => c.denied).slice(0, 3) };
}

/** A page lists its ways from the full clause down: evidence of an earlier one is better, by so much is a later one `less`. */
function candidatesFor(
  way: Way,
  particulars: readonly Particular[],
  section: ScannedSection,
  context: Context,
  less: number,
): Candidate[] {
  const { scan } = section;
  if (!maySay(way, section) || !way.says.every((group) => group.some((id) => scan.concepts.has(id))))
    return [];
  const found: Candidate[] = [];
  for (const index of statementsWith(way.says[0] ?? [], scan, 'own or led')) {
    const scanned = scan.statements[index];
    const tried = scanned && tryStatement(scanned, section, way, particulars, context, less);
    if (typeof tried === 'object') found.push(tried);
  }
  return found;
}

/** Why a statement does not say what a way asks for, in the order in which it is asked. */
export type Refusal = 'unsaid' | 'unless' | 'about' | 'role' | 'apart' | 'bearer' | 'force';

/** What a statement is worth to a way, or why it is worth nothing. */
export function tryStatement(
  scanned: ScannedStatement,
  section: ScannedSection,
  way: Way,
  particulars: readonly Particular[],
  context: Context,
  less: number,
): Candidate | Refusal {
  const { statement } = scanned;
  if (!isSaid(way, scanned, section)) return 'unsaid';
  if (way.unless.some((id) => scanned.hits.has(id) || scanned.lead.has(id))) return 'unless';
  if (way.about.length > 0 && !isAbout(way.about, scanned, section, context)) return 'about';
  if (statement.role !== 'provision') return 'role';

  const acts = actsOf(way, scanned);
  if (acts === 'apart') return acts;
  // Chinese clauses and tender specifications bind in the plain present, without a subject.
  const speaksPlainly = statement.language === 'zh' || context.types.some((type) => type.register === 'bid');
  const places = acts.length > 0 ? acts : [{ start: 0, end: 0 }];
  let best: { worth: Worth; force: Force; bearer: Side | undefined } | undefined;
  let refusal: Refusal = 'bearer';
  for (const { start, end } of places) {
    const force = forceAt(statement, start, end);
    const bearer = bearerAt(statement, start, end);
    if (bearer && way.bearer.length > 0 && !way.bearer.includes(bearer)) continue;
    if (bearer && way.notBearer.includes(bearer)) continue;
    refusal = 'force';
    const worth = worthOf(force, way, context.strict, bearer !== undefined || speaksPlainly);
    if (worth && (!best || value(worth) > value(best.worth))) best = { worth, force, bearer };
  }
  if (!best) return refusal;

  const denied = best.worth === 'denied';
  let outcome: ExampleOutcome = best.worth === 'denied' ? 'missing' : worse(best.worth, way.gives);
  const lacking: Lack[] = [];
  if (!denied && onOtherSide(best.bearer, way, context)) {
    outcome = worse(outcome, 'partial');
    lacking.push({ particular: 'bearer', message: otherSide });
  }
  if (way.lacks && way.gives !== 'met') lacking.push({ particular: way.gives, message: way.lacks });
  const supplied: { name: string; found: boolean }[] = [];
  for (const particular of particulars) {
    const near = hitsAround(particular.where, scanned, section, context);
    const found = particular.any.some((id) => near(id));
    supplied.push({ name: particular.name, found });
    if (found) continue;
    const less = Object.entries(particular.less).find(([id]) => near(id));
    lacking.push({ particular: particular.name, message: particular.message });
    if (less) outcome = worse(outcome, less[1]);
    else if (particular.absent !== 'note') outcome = worse(outcome, particular.absent);
  }
  const heading = way.says.flat().some((id) => scanned.under.has(id) || section.above.has(id));
  const score =
    supplied.filter((p) => p.found).length * 50 +
    placesOf(way, scanned).length * 8 +
    (heading ? 15 : 0) +
    (way.about.some((id) => has(scanned, id)) ? 12 : 0) +
    (weightOf[best.force] ?? 0) -
    less;
  const { force, bearer } = best;
  return {
    outcome,
    denied,
    score,
    lacking,
    start: statement.source(0),
    block: statement.block,
    passage: (offset) => ({
      span: shift(statement.span, offset),
      text: statement.text,
      trace: {
        concepts: placesOf(way, scanned).map(({ concept, start, end }) => ({
          start: statement.source(start) + offset,
          end: statement.source(end - 1) + 1 + offset,
          concept,
          text: statement.text.slice(start, end),
        })),
        force,
        bearer,
        outcome,
        particulars: supplied,
        why: lacking.map((l) => l.message.en).join('; '),
      },
    }),
  };
}

/** A firm word is better evidence than a mere right. */
const weightOf: Readonly<Partial<Record<Force, number>>> = {
  duty: 3,
  weak: -10,
  soft: -10,
  right: -10,
  past: -10,
};

/** Whether every group that a way asks for is said; one of them by the statement itself. */
function isSaid(way: Way, scanned: ScannedStatement, section: ScannedSection): boolean {
  let own = false;
  for (const group of way.says) {
    if (group.some((id) => scanned.hits.has(id))) own = true;
    else if (group.some((id) => scanned.lead.has(id))) continue;
    else if (group === way.says[0]) return false;
    else if (way.within === 'clause' && inClause(group, scanned, section)) continue;
    else if (way.within === 'paragraph' && inSentenceBefore(group, scanned, section)) continue;
    else return false;
  }
  return own;
}

/**
 * The places of the act, near which the other words stand that the statement itself says. In a run-on sentence the
 * words of two matters do not meet.
 */
function actsOf(way: Way, { hits, statement }: ScannedStatement): readonly Span[] | 'apart' {
  const acts = (way.says[0] ?? []).flatMap((id) => hits.get(id) ?? []);
  const reach = statement.language === 'zh' ? 80 : 220;
  if (acts.length === 0 || statement.folded.length <= reach) return acts;
  const others = way.says
    .slice(1)
    .map((group) => group.flatMap((id) => hits.get(id) ?? []))
    .filter((places) => places.length > 0);
  const near = acts.filter((act) =>
    others.every((places) => places.some((p) => p.start - act.end <= reach && act.start - p.end <= reach)),
  );
  return near.length > 0 ? near : 'apart';
}

/** The places in the statement of the words that a way asks for. */
const placesOf = (way: Way, { hits }: ScannedStatement): (Span & { concept: string })[] =>
  way.says.flatMap((group) => {
    const concept = group.find((id) => hits.has(id));
    if (concept === undefined) return [];
    return (hits.get(concept) ?? []).slice(0, 3).map(({ start, end }) => ({ start, end, concept }));
  });

const inSentenceBefore = (
  ids: readonly string[],
  scanned: ScannedStatement,
  { scan }: ScannedSection,
): boolean => {
  const before = scan.statements[scan.statements.indexOf(scanned) - 1];
  return before?.statement.block === scanned.statement.block && ids.some((id) => before.hits.has(id));
};

const inClause = (ids: readonly string[], scanned: ScannedStatement, { scan }: ScannedSection): boolean =>
  ids.some((id) =>
    id.startsWith('@')
      ? scan.statements.some((s) => s.clause === scanned.clause && s.hits.has(id))
      : scan.own.get(id)?.some((index) => scan.statements[index]?.clause === scanned.clause),
  );

function isAbout(
  ids: readonly string[],
  scanned: ScannedStatement,
  section: ScannedSection,
  context: Context,
): boolean {
  return (
    ids.some(
      (id) => has(scanned, id) || scanned.under.has(id) || section.above.has(id) || context.title.has(id),
    ) || inClause(ids, scanned, section)
  );
}

const inSection = (id: string, { scan }: ScannedSection): boolean =>
  id.startsWith('@') ? scan.statements.some(({ hits }) => hits.has(id)) : scan.own.has(id);

const has = ({ hits, lead }: { hits: Hits; lead: Hits }, id: string): boolean => hits.has(id) || lead.has(id);

/** Whether a concept occurs within the reach of a particular. */
function hitsAround(
  where: Particular['where'],
  scanned: ScannedStatement,
  section: ScannedSection,
  context: Context,
): (id: string) => boolean {
  switch (where) {
    case 'statement':
      return (id) => has(scanned, id);
    case 'clause':
      return (id) => has(scanned, id) || inClause([id], scanned, section);
    case 'section':
      return (id) => has(scanned, id) || inSection(id, section);
    case 'document':
      return (id) => context.concepts.has(id);
  }
}

/** In contracts and terms the duties looked for lie on the one who supplies; a page says where it is otherwise. */
const onOtherSide = (bearer: Side | undefined, way: Way, { types }: Context): boolean =>
  way.bearer.length === 0 &&
  way.force !== 'bar' &&
  ((bearer === 'purchaser' &&
    types.some(({ register }) => register === 'contract' || register === 'policy')) ||
    (bearer === 'user' &&
      types.some(
        (type) => (type.register === 'contract' || type.register === 'terms') && type.you === 'user',
      )));

const otherSide: Bilingual = { en: 'the duty lies on the other party', zh: '义务由另一方承担' };

type Worth = ExampleOutcome | 'denied';

const value = (worth: Worth): number => ['denied', 'missing', 'weak', 'partial', 'met'].indexOf(worth);

/** What a force is worth to a way; undefined when the words say something else. */
function worthOf(force: Force, way: Way, strict: boolean, named: boolean): Worth | undefined {
  if (force === 'denied') return 'denied';
  if (force === 'hollow' || force === 'soft') return 'weak';
  if (way.force === 'bar') return force === 'prohibition' ? 'met' : undefined;
  if (way.force === 'any') return 'met';
  switch (force) {
    case 'duty':
      return 'met';
    case 'prohibition':
      return undefined;
    case 'weak':
      return way.hedged;
    case 'right':
      return way.right;
    case 'past':
      return strict || way.force === 'duty' ? 'weak' : 'met';
    case 'statement':
      if (way.force === 'duty') return 'weak';
      return way.force === 'statement' || !strict || named ? 'met' : 'weak';
  }
}
