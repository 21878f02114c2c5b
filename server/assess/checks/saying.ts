import type { Way } from '../../catalogue/requirement.ts';
import { bearerAt } from '../../document/bearer.ts';
import { exceptionsIn } from '../../document/exceptions.ts';
import { forceAt } from '../../document/force.ts';
import type { Force, Side, Statement } from '../../document/statement.ts';
import { contains, type Span } from '../../text/span.ts';
import type { Context, ScannedSection } from '../context.ts';
import type { ScannedStatement } from '../scan.ts';
import { inClause, inSentenceBefore, isAbout, reachOf } from './reach.ts';
import { onOtherSide, value, worthOf, type Worth } from './worth.ts';

/** What a statement says of what a way asks for: with what force, on whom, and what that is worth. */
export interface Saying {
  readonly worth: Worth;
  readonly force: Force;
  readonly bearer: Side | undefined;
  /** The place of the act; empty where the lead-in names it. */
  readonly act: Span;
}

/** The best that a statement says of what a way asks for, or why it says nothing of it. */
export function sayingOf(
  scanned: ScannedStatement,
  section: ScannedSection,
  way: Way,
  context: Context,
): Saying | Refusal {
  const { statement } = scanned;
  if (!isSaid(way, scanned, section)) return 'unsaid';
  // A title on the line names the matter; what rules a way out has to stand in the sentence.
  const isRuledOut = (id: string): boolean =>
    scanned.hits.has(id) || (!statement.isTitled && scanned.lead.has(id));
  if (way.unless.some(isRuledOut)) return 'unless';
  if (way.about.length > 0 && !isAbout(way.about, scanned, section, context)) return 'about';
  if (statement.role !== 'provision') return 'role';
  if (isExcepted(way, scanned)) return 'excepted';

  const acts = actsOf(way, scanned);
  if (acts === 'apart') return acts;
  // Chinese clauses, tender specifications and rows of tables bind in the plain present, without a subject.
  const speaksPlainly =
    statement.language === 'zh' ||
    statement.block.kind === 'cell' ||
    context.types.some((type) => type.register === 'bid');
  const places = acts.length > 0 ? acts : [{ start: 0, end: 0 }];
  let best: Saying | undefined;
  let refusal: Refusal = 'bearer';
  for (const act of places) {
    const { start, end } = act;
    const force = forceAt(statement, start, end);
    const bearer = bearerAt(statement, start, end);
    if (bearer && way.bearer.length > 0 && !way.bearer.includes(bearer)) continue;
    if (bearer && way.notBearer.includes(bearer)) continue;
    refusal = 'force';
    // "We may collect it from time to time" is a loose bar as little as a firm one.
    if (way.force === 'bar' && loose.has(force) && !bars(statement)) continue;
    const worth = worthOf(
      force,
      way,
      context.strict,
      bearer !== undefined ||
        speaksPlainly ||
        names.test(statement.text) ||
        agents.test(statement.text) ||
        offices.test(statement.folded),
    );
    if (!worth) continue;
    const gain = best ? value(worth) - value(best.worth) : 1;
    // "If you close your account, we delete your data": of two acts alike, that of the party in question.
    if (gain > 0 || (gain === 0 && onOtherSide(best?.bearer, way, context)))
      best = { worth, force, bearer, act };
  }
  return best ?? refusal;
}

const loose: ReadonlySet<Force> = new Set<Force>(['soft', 'hollow']);

const bars = ({ marks, leadIn }: Statement): boolean =>
  [...marks, ...(leadIn?.marks ?? [])].some(({ kind }) => kind === 'prohibition' || kind === 'not');

/** Why a statement does not say what a way asks for, in the order in which it is asked. */
export type Refusal = 'unsaid' | 'unless' | 'about' | 'role' | 'excepted' | 'apart' | 'bearer' | 'force';

/** "Northwind scans every app": a party by its own name. */
const names =
  /^\W*(?!(?:The|This|That|Such|Each|Every|All|Any|No|Data|Access|Staff)\b)[A-Z][\w&-]*(?<!s|tion|ment|ing|ity|ance|ence|ware|ure|al)(?: [A-Z][\w&-]*){0,3} (?:also |then )?(?!(?:is|was|has|does|means|includes|contains|applies|requires|occurs|takes)\b)[a-z]+s\b/;

/** "is anonymised by the Institute": the passive tells by whom. */
const agents = /\b(?:is|are|be|been) [^.;:]{2,60}\bby (?:the )?[A-Z][\w&-]+/;

/** "… to the desk, which investigates", "within a week the desk has looked into it": a part of a party. */
const offices =
  /\b(?:desk|team|office|department|committee|laboratory|engineers|reviewers?|moderators)(?:,? (?:which|who))? (?!is\b|was\b|has\b)(?:[a-z]+s|check|test|review|look|read|answer|examine) |\bwithin\b.*\b(?:desk|team|office|department|committee) has [a-z]+ed\b/;

/** Whether every group that a way asks for is said; one of them by the statement itself, unless it is a record. */
function isSaid(way: Way, scanned: ScannedStatement, section: ScannedSection): boolean {
  let own = scanned.statement.block.row?.record === true || scanned.statement.affirms;
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

/** Whether one of the things that a way asks for stands in an exception only. */
function isExcepted(way: Way, { hits, statement }: ScannedStatement): boolean {
  const exceptions = exceptionsIn(statement);
  return (
    exceptions.length > 0 &&
    way.says.some((group) => {
      const places = group.flatMap((id) => hits.get(id) ?? []);
      return places.length > 0 && places.every((p) => exceptions.some((e) => contains(e, p)));
    })
  );
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
