import type { Part, Way } from '../../catalogue/requirement.ts';
import { shift, type Bilingual } from '../../text/span.ts';
import type { Lack, NearestPassage } from '../assessment.ts';
import type { Context, ScannedSection } from '../context.ts';
import { slotOf } from '../rough.ts';
import { roleMessages } from './judged-words.ts';
import { counts } from './outcomes.ts';
import { saysOpposite, stages, unsaidOf, whyRefused } from './refused.ts';
import { sayingOf, type Refusal, type Saying } from './saying.ts';
import { weaknessOf } from './weakness.ts';
import { sectionsNear } from './where.ts';
import { statementsWith, type ScannedStatement, type SectionScan } from '../scan.ts';

/**
 * For a clause that is missing: up to three passages that use its words, and what each lacks, a section a step.
 * Measured by the first way of each part, which is the full one.
 */
export function* nearestTo(parts: readonly Part[], context: Context): Generator<undefined, NearestPassage[]> {
  const near: PlacedNear[] = [];
  for (const part of parts) near.push(...(yield* placedNear(part, context, parts.length === 1)));
  return distinct(near.sort(byPlace))
    .slice(0, 3)
    .map((placed) => passageOf(placed, lackingIn(placed, context)));
}

const byPlace = (a: PlacedNear, b: PlacedNear): number => b.near.score - a.near.score || a.start - b.start;

/** What stands near the first way of a part; for `one` part alone, three that are no worse than any other. */
function* placedNear(part: Part, context: Context, one: boolean): Generator<undefined, PlacedNear[]> {
  const found: PlacedNear[] = [];
  const [way] = part.ways;
  if (!way) return found;
  let least = -Infinity;
  const slot = slotOf(way);
  for (const section of sectionsNear(way, context)) {
    for (const near of nearIn(section, way, slot)) {
      // Sections come in order: what is no better than three before it is not among the three best.
      if (one && found.length >= 3 && near.score <= least) continue;
      found.push({ near, start: section.placed.offset + near.start, section, way, part });
      if (!one || found.length < 3) continue;
      found.sort(byPlace).length = 3;
      least = found[2]?.near.score ?? least;
    }
    yield;
  }
  return found;
}

interface Near {
  readonly score: number;
  /** Offset in the section. */
  readonly start: number;
  readonly scanned: ScannedStatement;
}

interface PlacedNear {
  readonly near: Near;
  /** Offset in the document. */
  readonly start: number;
  readonly section: ScannedSection;
  readonly way: Way;
  readonly part: Part;
}

/** At most three a section, kept with it. */
function nearIn(section: ScannedSection, way: Way, slot: number): readonly Near[] {
  const { kept } = section.rough;
  let near = kept.get(slot) as readonly Near[] | undefined;
  if (!near) kept.set(slot, (near = findNear(section.scan, way)));
  return near;
}

function findNear(scan: SectionScan, way: Way): readonly Near[] {
  const near = [...statementsWith(way.says.flat(), scan, 'own')].flatMap((index): Near[] => {
    const scanned = scan.statements[index];
    if (!scanned) return [];
    const said = way.says.map((group) => group.some((id) => scanned.hits.has(id)));
    const share = said.filter(Boolean).length / Math.max(1, way.says.length);
    // The act itself, or most of the words; a heading only when it has them all.
    if (share < 1 && (scanned.statement.role === 'heading' || !(said[0] || share > 0.5))) return [];
    const score = share + (said[0] ? 0.1 : 0) - (scanned.statement.role === 'heading' ? 0.3 : 0);
    return [{ score, start: scanned.statement.source(0), scanned }];
  });
  return near.length > 3 ? near.sort((a, b) => b.score - a.score || a.start - b.start).slice(0, 3) : near;
}

/** The best of those at one place. */
const distinct = (near: readonly PlacedNear[]): PlacedNear[] =>
  [...new Map([...near].reverse().map((n) => [n.start, n])).values()].reverse();

function passageOf(
  { near: { scanned }, section: { placed } }: PlacedNear,
  lacking: readonly Lack[],
): NearestPassage {
  const { statement } = scanned;
  return {
    span: shift(statement.span, placed.offset),
    text: statement.text,
    lacking,
    trace: {
      concepts: [],
      force: 'statement',
      bearer: undefined,
      outcome: 'missing',
      particulars: [],
      why: lacking.map((l) => l.message.en).join('; '),
    },
  };
}

/** Why the statement is no answer: by the first way that is a whole clause, unless another finds all that it looks for. */
function lackingIn({ way, part, near: { scanned }, section }: PlacedNear, context: Context): readonly Lack[] {
  const { library } = context;
  const role = roleMessages[scanned.statement.role];
  if (role) return [{ particular: scanned.statement.role, message: role }];
  let nearest: { readonly stage: number; readonly way: Way; readonly said: Saying | Refusal } | undefined;
  for (const one of part.ways) {
    // What falls short anyhow, or counts elsewhere, tells nothing of what is asked for here.
    if (one.shortfall || one.force === 'hedge' || !counts(one.in, context)) continue;
    const said = sayingOf(scanned, section, one, context);
    const stage = typeof said === 'string' ? stages.indexOf(said) : stages.length;
    // That another way is about something else is told by what the first one misses.
    if (!nearest || (stage > nearest.stage && said !== 'about')) nearest = { stage, way: one, said };
  }
  if (!nearest && unsaidOf(way, scanned).length === 0)
    return [{ particular: 'type', message: elsewhereOnly }];
  const { way: by, said } = nearest ?? { way, said: 'unsaid' };
  return typeof said === 'string' ? whyRefused(said, by, scanned, library) : [shortOf(said, scanned)];
}

/** What is said, and worth nothing. */
const shortOf = (said: Saying, { statement }: ScannedStatement): Lack =>
  said.worth === 'denied'
    ? { particular: 'force', message: saysOpposite(undefined) }
    : weaknessOf(said, statement);

const elsewhereOnly: Bilingual = {
  en: 'the words are there, but they do not count in a document of this type',
  zh: '文字虽有，但在此类文件中不计入',
};
