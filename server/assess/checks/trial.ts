import type { ExampleOutcome, Part, Particular, Way } from '../../catalogue/requirement.ts';
import { bearerAt } from '../../document/bearer.ts';
import { forceAt } from '../../document/force.ts';
import type { Block } from '../../document/model.ts';
import type { Force, Side } from '../../document/statement.ts';
import { shift, type Span } from '../../text/span.ts';
import type { Lack, Passage } from '../assessment.ts';
import type { Context, ScannedSection } from '../context.ts';
import type { ScannedStatement } from '../scan.ts';
import { meritOf } from './merit.ts';
import { worse } from './outcomes.ts';
import { hitsAround, inClause, inSentenceBefore, isAbout, reachOf } from './reach.ts';
import { onOtherSide, otherSide, value, worthOf, type Worth } from './worth.ts';

/** "Northwind scans every app": a party by its own name. */
const names =
  /^\W*(?!(?:The|This|That|Such|Each|Every|All|Any|No|Data|Access|Staff)\b)[A-Z][\w&-]*(?<!s|tion|ment|ing|ity|ance|ence|ware|ure|al)(?: [A-Z][\w&-]*){0,3} (?:also |then )?(?!(?:is|was|has|does|means|includes|contains|applies|requires|occurs|takes)\b)[a-z]+s\b/;

/** "… to the desk, which investigates", "within a week the desk has looked into it": a part of a party. */
const offices =
  /\b(?:desk|team|office|department|committee|laboratory|engineers|reviewers?|moderators)(?:,? (?:which|who))? (?!is\b|was\b|has\b)(?:[a-z]+s|check|test|review|look|read|answer|examine) |\bwithin\b.*\b(?:desk|team|office|department|committee) has [a-z]+ed\b/;

/** What a statement is worth to a way, or why it is worth nothing. */
export function tryStatement(
  scanned: ScannedStatement,
  section: ScannedSection,
  way: Way,
  particulars: readonly Particular[],
  context: Context,
  part: Part,
): Candidate | Refusal {
  const { statement } = scanned;
  if (!isSaid(way, scanned, section)) return 'unsaid';
  if (way.unless.some((id) => scanned.hits.has(id) || scanned.lead.has(id))) return 'unless';
  if (way.about.length > 0 && !isAbout(way.about, scanned, section, context)) return 'about';
  if (statement.role !== 'provision') return 'role';

  const acts = actsOf(way, scanned);
  if (acts === 'apart') return acts;
  // Chinese clauses, tender specifications and rows of tables bind in the plain present, without a subject.
  const speaksPlainly =
    statement.language === 'zh' ||
    statement.block.kind === 'cell' ||
    context.types.some((type) => type.register === 'bid');
  const places = acts.length > 0 ? acts : [{ start: 0, end: 0 }];
  let best: { worth: Worth; force: Force; bearer: Side | undefined } | undefined;
  let refusal: Refusal = 'bearer';
  for (const { start, end } of places) {
    const force = forceAt(statement, start, end);
    const bearer = bearerAt(statement, start, end);
    if (bearer && way.bearer.length > 0 && !way.bearer.includes(bearer)) continue;
    if (bearer && way.notBearer.includes(bearer)) continue;
    refusal = 'force';
    const worth = worthOf(
      force,
      way,
      context.strict,
      bearer !== undefined || speaksPlainly || names.test(statement.text) || offices.test(statement.folded),
    );
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
  const { force, bearer } = best;
  const words = placesOf(way, scanned);
  const tried = { way, force, supplied: supplied.filter((p) => p.found).length, places: words.length };
  return {
    outcome,
    denied,
    merit: meritOf(tried, part, scanned, section),
    lacking,
    start: statement.source(0),
    block: statement.block,
    passage: (offset) => ({
      span: shift(statement.span, offset),
      text: statement.text,
      trace: {
        concepts: words.map(({ concept, start, end }) => ({
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

/** A statement that says what a way asks for, and how good it is. Kept with its section: places are the section's. */
export interface Candidate {
  readonly outcome: ExampleOutcome;
  readonly denied: boolean;
  /** Among candidates of the same outcome, the higher is the better evidence. */
  readonly merit: number;
  readonly lacking: readonly Lack[];
  /** Offset in the section, in UTF-16 units. */
  readonly start: number;
  readonly block: Block;
  /** The passage as evidence, for a section that begins at this offset of the document. */
  passage(offset: number): Passage;
}

/** Why a statement does not say what a way asks for, in the order in which it is asked. */
export type Refusal = 'unsaid' | 'unless' | 'about' | 'role' | 'apart' | 'bearer' | 'force';

/** Whether every group that a way asks for is said; one of them by the statement itself, unless it is a record. */
function isSaid(way: Way, scanned: ScannedStatement, section: ScannedSection): boolean {
  let own = scanned.statement.block.row?.record === true;
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
  const reach = reachOf(statement);
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
