import { contains, type Span } from '../text/span.ts';
import { mayHoldQuantity } from './quantity-signs.ts';

/** What kinds of measure a text can name; pages refer to them with `@`: `@period`. */
export const quantityKinds = [
  'period',
  'frequency',
  'deadline',
  'standard',
  'level',
  'contact',
  'date',
  'amount',
  'placeholder',
] as const;
export type QuantityKind = (typeof quantityKinds)[number];

export interface Quantity extends Span {
  readonly kind: QuantityKind;
}

export const isQuantityKind = (name: string): name is QuantityKind =>
  (quantityKinds as readonly string[]).includes(name);

/**
 * All quantities in a folded text, in order of place, or those of one kind. An unfilled blank ("[●] days", 【 】日) is
 * only a placeholder.
 */
export function quantitiesIn(folded: string, only?: QuantityKind): Quantity[] {
  if (only && !mayHoldQuantity(folded, only)) return [];
  const found = (only ? [only] : quantityKinds).flatMap((kind) => ofKind(kind, folded));
  if (!found.some(({ kind }) => kind === 'period')) return inOrder(found);
  // A date is no period.
  const dates = only ? ofKind('date', folded) : found.filter((q) => q.kind === 'date');
  return inOrder(found.filter((q) => q.kind !== 'period' || !dates.some((date) => contains(date, q))));
}

const inOrder = (found: Quantity[]): Quantity[] => found.sort((a, b) => a.start - b.start || b.end - a.end);

function ofKind(kind: QuantityKind, folded: string): Quantity[] {
  const found: Quantity[] = [];
  for (const pattern of (patterns ??= makePatterns())[kind]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded); match; match = pattern.exec(folded))
      found.push({ kind, start: match.index, end: pattern.lastIndex });
  }
  return found;
}

const word =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|twenty[ -]four|thirty|' +
  'forty[ -]five|forty[ -]eight|sixty|seventy[ -]two|ninety|hundred)';
const number = `(?:${word}(?: ?\\( ?\\d+ ?\\))?|\\[?\\d+\\]?(?: ?\\( ?\\d+ ?\\))?)`;
const unit =
  '(?:minutes?|hours?|(?:calendar |business |working )?days?|weeks?|months?|years?|hrs?|h(?![a-z]))';
const han = '(?:【? ?[\\d一二三四五六七八九十百两半]+ ?】?)';
const hanUnit =
  '(?:分钟|个?小时|个?钟头|个?工作[日天]|个?自然日|日|天|周(?!岁)|个?星期|个?礼拜|个?月|年|个季度|h(?![a-z]))';

/** "each Contract Year": a year by another name. */
const kinds = '(?:calendar|contract|financial|fiscal|business|operating|service)';
const turn = '(?:years?|twelve[ -]?months?|months?|quarters?|weeks?|days?|terms?|semesters?)';

const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const weekday = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)';

const words = (pattern: string): RegExp => new RegExp(`\\b(?:${pattern})\\b`, 'g');

let patterns: ReturnType<typeof makePatterns> | undefined;

const makePatterns = (): Readonly<Record<QuantityKind, readonly RegExp[]>> => ({
  period: [
    // "under 13 years", "18 years of age": an age.
    new RegExp(
      `\\b(?:(?<!\\b(?:under|below|aged|younger than|age of) (?:the age of )?)${number}[ -]?years?\\b(?![- ](?:old|of age)\\b)|${number}[ -]?(?!years?\\b)${unit}\\b)`,
      'g',
    ),
    /\b(?:for|after|within|of) (?:half )?a (?:full )?(?:year|month|week|fortnight)\b/g,
    new RegExp(`${han} ?${hanUnit}`, 'g'),
  ],
  frequency: [
    // One large expression of all these takes several times as long to compile.
    words(
      '(?:(?:bi|semi)[ -]?)?annual(?:ly)?|(?:twice |half[ -])?yearly|twice monthly|monthly|quarterly|weekly|nightly|daily|hourly',
    ),
    words(
      `(?:once|twice|${number} times) (?:in |during )?(?:a|an|per|every|each|any|the) (?:${kinds} )?(?:${number} )?(?:half[ -]?)?${turn}`,
    ),
    words(`(?:every|each|every single) (?:${kinds} )?(?:${number} )?(?:other )?(?:half[ -]?)?${turn}`),
    words(
      `(?:every|each) (?:spring|summer|autumn|fall|winter|${month}|${weekday}|night|morning|shift)|on ${weekday}s`,
    ),
    words(`(?:every|each|in|on) (?:${month}|spring|autumn) and (?:in )?(?:${month}|spring|autumn)`),
    words(`on the (?:first|second|third|last) (?:day|week|${weekday}) (?:of|in) (?:the|each|every) ${turn}`),
    words(
      `no (?:${number} )?${turn} (?:shall |may |must |will )?(?:pass|passes|elapse|elapses|go by|goes by) without`,
    ),
    words(
      'in every (?:calendar )?(?:year|half[ -]year)|q[1-4] (?:of )?(?:each|every) year|' +
        'per (?:year|annum|quarter|month|week)|a year|24x7|continuous(?:ly)?',
    ),
    new RegExp(
      `每 ?(?:${han} ?)?(?:个)?(?:半年|年|季度?|月|周|天|日|学年|学期|星期|小时|逢[单双]月)|年度|季度|月度|半年|逐年|按年|按季度?|按月|按周|年年|${han}月(?:份)?(?:和|、|与|及)${han}月|${han}个?(?:年|季|月|周)(?:内|中)?(?:至少|不少于|不低于)?${han}[次轮回遍评查训练检测审考]|7 ?[×x*] ?24|24 ?[×x*] ?7`,
      'g',
    ),
  ],
  deadline: [
    new RegExp(
      `\\b(?:(?:within|no later than|not later than|in no event later than|in less than) (?:the )?(?:next |first |a maximum of )?${number}[ -]?${unit}|(?:have|has) ${number}[ -]?${unit} to\\b)`,
      'g',
    ),
    /\b(?:immediately|without (?:undue |unreasonable )?delay|at once|straight away|right away|forthwith|same day)\b/g,
    new RegExp(`${han} ?(?:个)?${hanUnit} ?(?:之?内|以内|前)|立即|立刻|马上|随即|即时|第一时间|当日`, 'g'),
  ],
  standard: [
    /\b(?:iso(?:\/iec)? ?\d{4,5}(?:[-:]\d+)*|gb(?:\/t|\/z)? ?\d{4,5}(?:\.\d+)?(?:-\d{4})?|yd(?:\/t|b)? ?\d{3,5}(?:-\d{4})?|ga\/t ?\d+(?:-\d{4})?|nist(?: sp)?(?: ?800[- ]\d+)?|soc ?[123]\b|pci[ -]?dss|fips ?(?:pub )?\d+|owasp(?: (?:top 10|asvs))?|fedramp|cis (?:benchmarks?|controls?)|3gpp|cwe|cve|hitrust|rfc ?\d+|fisma|section 508|wcag ?\d?)/g,
  ],
  level: [
    /\b(?:level|grade|class|tier|category)[ -]?(?:\d|[ivx]+\b|one|two|three|four|five)|\bmlps\b/g,
    /第?[一二三四五1-5]级(?!资质|建造|市|伤|分销|医院|标题)|等保(?![证险密障护留存管修持])/g,
  ],
  contact: [
    /[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}|\b[a-z0-9._-]+ ?(?:\[at\]|#at#) ?[a-z0-9.-]+/g,
    /(?:\+?\d{1,3}[ -])?\(?\d{3,4}\)?[ -]\d{3,4}[ -]?\d{4}\b|\b1[3-9]\d{9}\b|\b[48]00-?\d{3}-?\d{4}\b/g,
  ],
  date: [
    /\d{4} ?[年\-/.] ?\d{1,2} ?[月\-/.] ?\d{1,2} ?日?/g,
    /\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},? \d{4}/g,
    /\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december),? \d{4}/g,
  ],
  amount: [
    /(?:rmb|cny|usd|us\$|\$|€|£|¥|人民币) ?[\d,]+(?:\.\d+)?|[\d,.]+ ?(?:元|万元|%|percent|per cent)|\b\d[\d,.]*(?:k\b| ?(?:thousand|million)\b)/g,
  ],
  placeholder: [
    /\[[ ●•_.…]*\]|\[(?:date|insert)\b[^\]]{0,30}\]|_{3,}|【[ _…]*】|\{\{[^}]*\}\}|<insert[^>]*>|\btbd\b|待定|待填/g,
  ],
});
