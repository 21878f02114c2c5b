import type { Way } from '../../catalogue/requirement.ts';
import { bearerAt } from '../../document/bearer.ts';
import { forceAt } from '../../document/force.ts';
import { forceWordsAt } from '../../document/force-words.ts';
import type { Bilingual } from '../../text/span.ts';
import type { Lack } from '../assessment.ts';
import type { Library } from '../library.ts';
import type { ScannedStatement } from '../scan.ts';
import { eitherOf, nameOf, quoted } from './concept-names.ts';
import { forces, roleMessages, roles, sides } from './judged-words.ts';
import type { Refusal } from './saying.ts';
import { noMention } from './unsaid.ts';

/** Why a statement does not count for a way, in words. `particular` names what is looked for. */
export function whyRefused(
  reason: Refusal,
  way: Way,
  scanned: ScannedStatement,
  library: Library,
  most = 3,
): readonly Lack[] {
  if (reason === 'unsaid') return unsaid(way, scanned, library, most);
  return [{ particular: reason, message: messageFor(reason, way, scanned, library) }];
}

/** In the order in which they are asked: what comes later came nearer. */
export const stages: readonly Refusal[] = [
  'unsaid',
  'unless',
  'about',
  'role',
  'excepted',
  'apart',
  'bearer',
  'force',
];

/** The groups of a way that neither the statement nor its lead-in says. */
export const unsaidOf = (way: Way, { hits, lead }: ScannedStatement): Way['says'] =>
  way.says.filter((group) => !group.some((id) => hits.has(id) || lead.has(id)));

function unsaid(way: Way, scanned: ScannedStatement, library: Library, most: number): readonly Lack[] {
  const groups = unsaidOf(way, scanned);
  if (groups.length === 0) return [{ particular: way.says[0]?.[0] ?? '', message: onlyLedIn }];
  return groups.map((group) => ({
    particular: group[0] ?? '',
    message: noMention(group, scanned, library, most),
  }));
}

function messageFor(
  reason: Exclude<Refusal, 'unsaid'>,
  way: Way,
  scanned: ScannedStatement,
  library: Library,
): Bilingual {
  const { role } = scanned.statement;
  switch (reason) {
    case 'unless':
      return opposite(way, scanned) ?? ruledOut(way, scanned, library);
    case 'about': {
      const names = eitherOf(way.about.slice(0, 4), library);
      return {
        en: `not about ${names.en}, by its words, headings or title`,
        zh: `从词语、标题和文件名称看，均与${names.zh}无关`,
      };
    }
    case 'role':
      return roleMessages[role] ?? roles[role];
    case 'excepted':
      return {
        en: 'said of what is taken out, or in contrast only',
        zh: '只在除外或者对比的部分提及',
      };
    case 'apart':
      return { en: 'the words stand too far apart in one sentence', zh: '相关词语在同一句中相距过远' };
    case 'bearer':
      return otherBearer(way, scanned);
    case 'force':
      return otherForce(way, scanned);
  }
}

/** The act itself, by which force and bearer are told. */
function actOf(way: Way, { hits }: ScannedStatement): { start: number; end: number } {
  return way.says[0]?.flatMap((id) => hits.get(id) ?? [])[0] ?? { start: 0, end: 0 };
}

function ruledOut(way: Way, { hits, statement }: ScannedStatement, library: Library): Bilingual {
  const words = way.unless.flatMap((id) =>
    (hits.get(id) ?? [])
      .slice(0, 1)
      .map(({ start, end }) => ({ id, text: statement.text.slice(start, end) })),
  );
  if (words.length === 0) return { en: 'ruled out by its lead-in', zh: '因引导句而排除' };
  // What it is called is told where the words themselves do not.
  const told = (locale: keyof Bilingual, open: string, close: string): string[] =>
    words.map(({ id, text }) => {
      const name = nameOf(id, library)[locale];
      return name.includes(text) ? quoted(text) : `${quoted(text)}${open}${name}${close}`;
    });
  return {
    en: `ruled out by ${told('en', ' (', ')').join(', ')}`,
    zh: `因${told('zh', '（', '）').join('、')}而排除`,
  };
}

function otherBearer(way: Way, scanned: ScannedStatement): Bilingual {
  const { start, end } = actOf(way, scanned);
  const { en, zh } = sides[bearerAt(scanned.statement, start, end) ?? 'operator'];
  if (way.bearer.length === 0 || way.bearer.length > 3)
    return { en: `the duty lies on ${en}, where it does not count`, zh: `义务由${zh}承担，不计入` };
  const wanted = way.bearer.map((side) => sides[side as keyof typeof sides]);
  return {
    en: `the duty lies on ${en}; it counts on ${wanted.map((w) => w.en).join(' or ')} only`,
    zh: `义务由${zh}承担，仅由${wanted.map((w) => w.zh).join('或')}承担时计入`,
  };
}

function otherForce(way: Way, scanned: ScannedStatement): Bilingual {
  const { statement } = scanned;
  const { start, end } = actOf(way, scanned);
  const force = forceAt(statement, start, end);
  const wanted = way.force === 'bar' || way.force === 'hedge' ? looked[way.force] : looked.duty;
  if (wanted === looked.duty) {
    const words = forceWordsAt(statement, start, end, 'prohibition');
    const denied = opposite(way, scanned);
    if (denied) return denied;
    if (force === 'prohibition' && words)
      return {
        en: `“${words.text}” is a prohibition, where ${wanted.en} is looked for`,
        zh: `“${words.text}”属禁止，此处要求的是${wanted.zh}`,
      };
  }
  return {
    en: `said as ${forces[force].en}, where ${wanted.en} is looked for`,
    zh: `属${forces[force].zh}，此处要求的是${wanted.zh}`,
  };
}

/** "The Customer is not entitled to audits": what is looked for, denied. */
function opposite(way: Way, scanned: ScannedStatement): Bilingual | undefined {
  const { statement } = scanned;
  const { start, end } = actOf(way, scanned);
  const force = forceAt(statement, start, end);
  if (way.force === 'bar' || (force !== 'prohibition' && force !== 'denied')) return undefined;
  const words = forceWordsAt(statement, start, end, force);
  return words?.kind === 'not' || words?.kind === 'no-duty' ? saysOpposite(words.text) : undefined;
}

export const saysOpposite = (words: string | undefined): Bilingual => ({
  en: `the document says the opposite here${words ? ` (${quoted(words)})` : ''}`,
  zh: `文件此处作了相反的表述${words ? `（${quoted(words)}）` : ''}`,
});

const looked = {
  bar: { en: 'a prohibition', zh: '禁止' },
  hedge: { en: 'a hedged statement', zh: '留有余地的表述' },
  duty: { en: 'an undertaking', zh: '承诺' },
} as const;

const onlyLedIn: Bilingual = {
  en: 'its words stand in the lead-in only',
  zh: '相关词语仅见于引导句',
};
