import type { QuantityKind } from './quantities.ts';

/**
 * Whether a text could name a quantity of this kind, told at a glance. The text need not be folded, and marks and line
 * breaks may stand between number and unit.
 */
export const mayHoldQuantity = (text: string, kind: QuantityKind): boolean =>
  (signs ??= makeSigns())[kind]?.test(text) ?? true;

/** One of these words or shapes every quantity of its kind has; full-width forms count as anything. */
const sign = (...shapes: readonly string[]): RegExp =>
  new RegExp([...shapes, '[０-９ａ-ｚＡ-Ｚ]'].join('|').replaceAll(' ', apart), 'i');

/** What may stand where a shape has a space. Counted: without an end, long runs are gone through again and again. */
const apart = '[^a-z\\d\\u4e00-\\u9fff]{0,40}';

const numeral =
  '(?:[\\d\\])】）]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|' +
  'forty|sixty|seventy|ninety|hundred)';
const han = '[\\d一二三四五六七八九十百两兩半】]';
const turn = '(?:year|twelve|month|quarter|week|day|term|semester)';
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const month =
  '(?:(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|spring|autumn)';

let signs: ReturnType<typeof makeSigns> | undefined;

const makeSigns = (): Readonly<Partial<Record<QuantityKind, RegExp>>> => ({
  period: sign(
    `(?:${numeral}|\\ba|full) (?:calendar |business |working )?(?:minute|hour|day|week|month|year|fortnight|hrs?|h(?![a-z]))`,
    `${han} (?:[个個] )?(?:[分日天周週月年h钟鐘工自星礼禮季]|小 [时時])`,
  ),
  frequency: sign(
    '(?:annual|year|month|quarter|week|night|dai|hour)ly|annual|once|twice|times|q[1-4]|24|continuous',
    `(?:every|each) (?:single )?(?:calendar|contract|financial|fiscal|business|operating|service|${numeral}|other|half|${turn}|` +
      `summer|fall|winter|${weekday}|${month}|night|morning|shift)`,
    `(?:in|on) ${month}|on ${weekday}|on the (?:first|second|third|last)`,
    'pass|elapse|go(?:es)? by|(?:per|a) (?:year|annum|quarter|month|week)',
    `每|年 度|季|月 度|半 年|逐|按|年 年|${han} 月|${han} [个個]? [年季月周週]`,
  ),
  deadline: sign(
    `within|(?:later|less) than|(?:have|has) ${numeral}`,
    'immediately|delay|at once|(?:straight|right) away|forthwith|same day',
    '[鐘钟頭头時时日天周週期拜月年度h] (?:[之以]? [内內]|前)',
    '立 [即刻]|[马馬] 上|[随隨] 即|即 [时時]|一 [时時]|[当當] 日',
  ),
  level: sign(
    '(?:level|grade|class|tier|category) (?:\\d|[ivx]+(?![a-z])|one|two|three|four|five)|mlps',
    '[一二三四五1-5] [级級]|等 保',
  ),
  contact: sign('@|＠|\\[at\\]|#at#', '\\d{3}(?=[^a-z\\d]) \\d{3}', '\\d{7}'),
});
