import type { Part, Particular, Way } from '../../catalogue/requirement.ts';
import type { Block } from '../../document/model.ts';
import type { Context, ScannedSection } from '../context.ts';
import { statementsWith, type ScannedStatement } from '../scan.ts';
import { keepAnswer, keptAnswer } from './kept.ts';
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

/** Kept with the section; `slot` is that of the part, `found` what its particulars found elsewhere. */
export function answerOf(
  part: Part,
  slot: number,
  particulars: readonly Particular[],
  found: string,
  section: ScannedSection,
  context: Context,
): SectionAnswer {
  const known = keptAnswer<SectionAnswer>(slot, section, found);
  if (known) return known;
  const ways = waysFor(part, section, context);
  if (ways.length === 0) return nothing;
  return keepAnswer(slot, section, judgeSection(part, ways, particulars, section, context), found);
}

/** What particulars look for in the whole document, as far as it is there. */
export const elsewhere = (particulars: readonly Particular[], { concepts }: Context): string =>
  particulars
    .flatMap(({ any, anywhere, less, where }) =>
      where === 'document' ? [...any, ...anywhere, ...Object.keys(less)] : anywhere,
    )
    .filter((id) => concepts.has(id))
    .join();

/** The ways for which it is worth reading the section. */
export const waysFor = (part: Part, section: ScannedSection, context: Context): readonly Way[] =>
  part.ways.filter(
    (way) => counts(way.in, context) && maySay(way, section.rough) && mayBeAbout(way, section, context),
  );

const mayBeAbout = ({ about }: Way, section: ScannedSection, { title }: Context): boolean =>
  about.length === 0 ||
  section.rough.hasOne(about) ||
  about.some((id) => title.has(id)) ||
  about.some((id) => section.above.has(id));

const nothing: SectionAnswer = { candidates: [], denials: [] };

function judgeSection(
  part: Part,
  ways: readonly Way[],
  particulars: readonly Particular[],
  section: ScannedSection,
  context: Context,
): SectionAnswer {
  const all = ways.flatMap((way) => candidatesFor(way, part, particulars, section, context));
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
  for (const scanned of statementsFor(way, section)) {
    const tried = tryStatement(scanned, section, way, particulars, context, part);
    if (typeof tried === 'object') found.push(tried);
  }
  return found;
}

/** The statements of a section that may say what a way asks for, in order. */
export function* statementsFor(way: Way, { scan }: ScannedSection): Generator<ScannedStatement> {
  if (!way.says.every((group) => group.some((id) => scan.concepts.has(id)))) return;
  for (const index of statementsWith(way.says[0] ?? [], scan, 'own or led')) {
    const scanned = scan.statements[index];
    if (scanned) yield scanned;
  }
}
