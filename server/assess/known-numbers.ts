import type { Requirement, Way } from '../catalogue/requirement.ts';
import { counts } from './checks/outcomes.ts';
import { isAbout } from './checks/reach.ts';
import type { Context, ScannedSection } from './context.ts';
import type { ScannedStatement } from './scan.ts';

/**
 * Puts numbers that the document already has for the same duty into a draft's placeholders: where it says "notify
 * within 48 hours", `${1:24} hours` becomes `${1:48} hours`.
 */
export function withKnownNumbers(text: string, requirement: Requirement, context: Context): string {
  if (!/\$\{\d+:/.test(text)) return text;
  const known = numbersFor(requirement, context);
  if (known.size === 0) return text;
  return text.replace(placeholder, (whole, open: string, _proposed: string, close: string, unit: string) => {
    const number = known.get(unitOf(unit));
    return number ? `${open}${number}${close}${agreeing(unit, number)}` : whole;
  });
}

const units =
  'minutes?|hours?|(?:calendar |business |working )?days?|weeks?|months?|years?|分钟|小时|个?工作日|日|天|周|个?月|年';
const placeholder = new RegExp(`(\\$\\{\\d+:)([^}]*)(\\}[】\\]]?\\s*)(${units})`, 'g');
const measure = new RegExp(`(\\w+(?: ?\\(\\d+\\))?|[一二三四五六七八九十百]+)[ -]?(${units})`);

/** "one year", "ten years". */
const agreeing = (unit: string, number: string): string =>
  /[a-z]$/.test(unit) ? unit.replace(/s$/, '') + (/^(?:one|an?|1)\b/i.test(number) ? '' : 's') : unit;

/** Unit → number as written, from statements that say what the requirement asks for. */
function numbersFor({ check }: Requirement, context: Context): Map<string, string> {
  const numbers = new Map<string, string>();
  if (check.verb === 'none') return numbers;
  const ways = check.parts.flatMap((part) => part.ways);
  for (const section of context.sections) {
    for (const scanned of section.scan.statements) {
      const { statement, hits } = scanned;
      const times = [...(hits.get('@deadline') ?? []), ...(hits.get('@period') ?? [])];
      if (times.length === 0 || statement.role !== 'provision') continue;
      if (!ways.some((way) => says(way, scanned, section, context))) continue;
      for (const { start, end } of times) {
        const found = measure.exec(statement.text.slice(start, end));
        if (found?.[1] && found[2] && !numbers.has(unitOf(found[2]))) numbers.set(unitOf(found[2]), found[1]);
      }
    }
  }
  return numbers;
}

/** Its words are there, whoever must do it: the contract may run for a year, and data be kept for three. */
const says = (way: Way, scanned: ScannedStatement, section: ScannedSection, context: Context): boolean =>
  counts(way.in, context) &&
  way.says.every((group) => group.some((id) => scanned.hits.has(id))) &&
  !way.unless.some((id) => scanned.hits.has(id)) &&
  (way.about.length === 0 || isAbout(way.about, scanned, section, context));

function unitOf(written: string): string {
  const unit = written.toLowerCase().replace(/s$/, '').replace(/^个/, '');
  return (
    {
      分钟: 'minute',
      小时: 'hour',
      工作日: 'working day',
      日: 'day',
      天: 'day',
      周: 'week',
      月: 'month',
      年: 'year',
    }[unit] ?? unit
  );
}
