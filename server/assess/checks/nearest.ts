import type { Concept, Part, Way } from '../../catalogue/requirement.ts';
import type { Role } from '../../document/statement.ts';
import { shift, type Bilingual } from '../../text/span.ts';
import type { Lack, NearestPassage } from '../assessment.ts';
import type { Context, ScannedSection } from '../context.ts';
import type { ScannedStatement } from '../scan.ts';

/** For a clause that is missing: up to three passages that use its words, and what each lacks. */
export function nearestTo(parts: readonly Part[], context: Context): NearestPassage[] {
  const near: { score: number; passage: NearestPassage }[] = [];
  const seen = new Set<ScannedStatement>();
  for (const way of parts.flatMap((part) => part.ways)) {
    for (const section of context.sections) {
      for (const scanned of section.scan.statements) {
        if (seen.has(scanned)) continue;
        const said = way.says.filter((group) => group.some((id) => scanned.hits.has(id)));
        if (said.length === 0 || (said.length < 2 && way.says.length > 2)) continue;
        const lacking = lackingIn(way, scanned, context);
        seen.add(scanned);
        near.push({
          score: said.length / way.says.length - (scanned.statement.role === 'heading' ? 0.3 : 0),
          passage: passageOf(scanned, section, lacking),
        });
      }
    }
  }
  return near
    .sort((a, b) => b.score - a.score || a.passage.span.start - b.passage.span.start)
    .slice(0, 3)
    .map(({ passage }) => passage);
}

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

function noMention(group: readonly string[], { library }: Context): Bilingual {
  const concept = library.catalogue.concepts.find((c) => c.id === group[0]);
  return { en: `no mention of ${nameOf(concept, 'en')}`, zh: `未提及${nameOf(concept, 'zh')}` };
}

/** The first phrase of a concept, without the marks of the phrase language. */
function nameOf(concept: Concept | undefined, language: 'en' | 'zh'): string {
  const phrase = concept?.[language][0] ?? concept?.id ?? '';
  return phrase
    .replace(/\(([^|()]*)\|[^()]*\)/g, '$1')
    .replace(/~/g, '')
    .replace(/\s*\.\.\.\s*/g, ' … ');
}

const roleMessages: Readonly<Partial<Record<Role, Bilingual>>> = {
  heading: { en: 'a heading only', zh: '只有标题' },
  definition: { en: 'a definition, which sets no duty', zh: '只是定义，未设定义务' },
  recital: { en: 'a recital, not an operative clause', zh: '只是鉴于条款，不是正文条款' },
  question: { en: 'a question, not a commitment', zh: '只是提问，不是承诺' },
  contents: { en: 'a table of contents', zh: '只是目录' },
  quotation: { en: 'quoted text', zh: '只是引文' },
  example: { en: 'an example', zh: '只是举例' },
  law: { en: 'a description of the law, not a promise of a party', zh: '只是对法律的描述，不是当事方的承诺' },
  blank: { en: 'left blank', zh: '留空' },
};
