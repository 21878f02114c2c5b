import type { ConceptName, Part, Way } from '../../catalogue/requirement.ts';
import type { Role } from '../../document/statement.ts';
import { shift, type Bilingual } from '../../text/span.ts';
import type { Lack, NearestPassage } from '../assessment.ts';
import type { Context, ScannedSection } from '../context.ts';
import { slotOf } from '../rough.ts';
import { sectionsNear } from './where.ts';
import { statementsWith, type ScannedStatement, type SectionScan } from '../scan.ts';

/**
 * For a clause that is missing: up to three passages that use its words, and what each lacks, a section a step.
 * Measured by the first way of each part, which is the full one.
 */
export function* nearestTo(parts: readonly Part[], context: Context): Generator<undefined, NearestPassage[]> {
  const near: PlacedNear[] = [];
  for (const {
    ways: [way],
  } of parts) {
    if (way) near.push(...(yield* placedNear(way, context, parts.length === 1)));
  }
  return distinct(near.sort(byPlace))
    .slice(0, 3)
    .map(({ way, near: { scanned }, section }) =>
      passageOf(scanned, section, lackingIn(way, scanned, context)),
    );
}

const byPlace = (a: PlacedNear, b: PlacedNear): number => b.near.score - a.near.score || a.start - b.start;

/** What stands near a way; for `one` way alone, three that are no worse than any other. */
function* placedNear(way: Way, context: Context, one: boolean): Generator<undefined, PlacedNear[]> {
  const found: PlacedNear[] = [];
  let least = -Infinity;
  const slot = slotOf(way);
  for (const section of sectionsNear(way, context)) {
    for (const near of nearIn(section, way, slot)) {
      // Sections come in order: what is no better than three before it is not among the three best.
      if (one && found.length >= 3 && near.score <= least) continue;
      found.push({ near, start: section.placed.offset + near.start, section, way });
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
  { statement }: ScannedStatement,
  { placed }: ScannedSection,
  lacking: Lack[],
): NearestPassage {
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

function lackingIn(way: Way, scanned: ScannedStatement, context: Context): Lack[] {
  const role = roleMessages[scanned.statement.role];
  if (role) return [{ particular: scanned.statement.role, message: role }];
  const unsaid = way.says.filter(
    (group) => !group.some((id) => scanned.hits.has(id) || scanned.lead.has(id)),
  );
  if (unsaid.length > 0)
    return unsaid.map((group) => ({ particular: group[0] ?? '', message: noMention(group, context) }));
  return [
    {
      particular: 'force',
      message: {
        en: 'the words are there, but not as an undertaking of the party in question',
        zh: '文字虽有，但不是相关一方作出的承诺',
      },
    },
  ];
}

export function noMention(group: readonly string[], { library }: Context): Bilingual {
  const concept = library.catalogue.concepts.find((c) => c.id === group[0]);
  return { en: `no mention of ${nameOf(concept, 'en')}`, zh: `未提及${nameOf(concept, 'zh')}` };
}

/** A concept in words: its id in English, its first phrase in Chinese. */
export function nameOf(concept: ConceptName | undefined, language: 'en' | 'zh'): string {
  if (!concept) return '';
  return language === 'en' ? concept.id.replace(/-/g, ' ') : `“${concept.name}”`;
}

export const roleMessages: Readonly<Partial<Record<Role, Bilingual>>> = {
  heading: { en: 'a heading only', zh: '只有标题' },
  definition: { en: 'a definition, which sets no duty', zh: '只是定义，未设定义务' },
  recital: { en: 'a recital, not an operative clause', zh: '只是鉴于条款，不是正文条款' },
  history: {
    en: 'an entry in the history of the document, not a clause in force',
    zh: '只是文件的修订记录，不是有效条款',
  },
  question: { en: 'a question, not a commitment', zh: '只是提问，不是承诺' },
  contents: { en: 'a table of contents', zh: '只是目录' },
  quotation: { en: 'quoted text', zh: '只是引文' },
  example: { en: 'an example', zh: '只是举例' },
  law: { en: 'a description of the law, not a promise of a party', zh: '只是对法律的描述，不是当事方的承诺' },
  blank: { en: 'left blank', zh: '留空' },
};
