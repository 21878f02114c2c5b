import type { Part, Particular, Way } from '../../catalogue/requirement.ts';
import type { Block } from '../../document/model.ts';
import type { Context, ScannedSection } from '../context.ts';
import { statementsWith, type ScannedStatement } from '../scan.ts';
import { counts, rank } from './outcomes.ts';
import { maySay } from './where.ts';
import { tryStatement, type Candidate } from './trial.ts';

/** What a section says of one part of a requirement, best first; at most three passages. */
export interface SectionAnswer {
  readonly candidates: readonly Candidate[];
  readonly denials: readonly Candidate[];
}

/** A candidate at its place in the document, with the offset of its section. */
export interface Placed {
  readonly candidate: Candidate;
  readonly offset: number;
}

/**
 * Kept with the section for as long as what it is judged by stays the same; `slot` is that of the part,
 * `found` what its particulars found elsewhere.
 */
export function answerOf(
  part: Part,
  slot: number,
  particulars: readonly Particular[],
  found: string,
  section: ScannedSection,
  context: Context,
): SectionAnswer {
  const known = keptAnswer(slot, found, section);
  if (known) return known;
  if (!part.ways.some((way) => mayAnswer(way, section, context))) return nothing;
  const answer = judgeSection(part, particulars, section, context);
  section.rough.kept.set(slot, { frame: section.frame, found, answer } satisfies KeptAnswer);
  return answer;
}

/** The answer, if it is known. */
export function keptAnswer(slot: number, found: string, section: ScannedSection): SectionAnswer | undefined {
  const own = section.rough.kept.get(slot) as KeptAnswer | undefined;
  // The frame costs something the first time.
  return own?.found === found && own.frame === section.frame ? own.answer : undefined;
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

/** Whether it is worth reading the section for this way. */
export const mayAnswer = (way: Way, section: ScannedSection, context: Context): boolean =>
  counts(way.in, context) && maySay(way, section.rough) && mayBeAbout(way, section, context);

const mayBeAbout = ({ about }: Way, section: ScannedSection, { title }: Context): boolean =>
  about.length === 0 ||
  about.some((id) => section.mayHave(id) || title.has(id)) ||
  about.some((id) => section.above.has(id));

export const nothing: SectionAnswer = { candidates: [], denials: [] };

function judgeSection(
  part: Part,
  particulars: readonly Particular[],
  section: ScannedSection,
  context: Context,
): SectionAnswer {
  const all = part.ways.flatMap((way) => candidatesFor(way, part, particulars, section, context));
  if (all.length === 0) return nothing;
  const blocks = new Set<Block>();
  const candidates = all
    .filter((c) => !c.denied && c.outcome !== 'missing')
    .sort((a, b) => rank[b.outcome] - rank[a.outcome] || b.merit - a.merit || a.start - b.start)
    .filter((c) => !blocks.has(c.block) && blocks.add(c.block));
  return { candidates: candidates.slice(0, 3), denials: all.filter((c) => c.denied).slice(0, 3) };
}

function candidatesFor(
  way: Way,
  part: Part,
  particulars: readonly Particular[],
  section: ScannedSection,
  context: Context,
): Candidate[] {
  const found: Candidate[] = [];
  for (const scanned of statementsFor(way, section, context)) {
    const tried = tryStatement(scanned, section, way, particulars, context, part);
    if (typeof tried === 'object') found.push(tried);
  }
  return found;
}

/** The statements of a section that may say what a way asks for, in order. */
export function* statementsFor(
  way: Way,
  section: ScannedSection,
  context: Context,
): Generator<ScannedStatement> {
  if (!mayAnswer(way, section, context)) return;
  const { scan } = section;
  if (!way.says.every((group) => group.some((id) => scan.concepts.has(id)))) return;
  for (const index of statementsWith(way.says[0] ?? [], scan, 'own or led')) {
    const scanned = scan.statements[index];
    if (scanned) yield scanned;
  }
}
