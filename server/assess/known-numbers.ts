import type { Requirement } from '../catalogue/requirement.ts';
import type { Context } from './context.ts';

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
    return number ? `${open}${number}${close}${unit}` : whole;
  });
}

const units =
  'minutes?|hours?|(?:calendar |business |working )?days?|weeks?|months?|years?|分钟|小时|个?工作日|日|天|周|个?月|年';
const placeholder = new RegExp(`(\\$\\{\\d+:)([^}]*)(\\}[】\\]]?\\s*)(${units})`, 'g');
const measure = new RegExp(`(\\w+(?: ?\\(\\d+\\))?|[一二三四五六七八九十百]+)[ -]?(${units})`);

/** Unit → number as written, from statements that speak of the requirement's act. */
function numbersFor({ check }: Requirement, { sections }: Context): Map<string, string> {
  const numbers = new Map<string, string>();
  if (check.verb === 'none') return numbers;
  const acts = new Set(check.parts.flatMap((part) => part.ways.flatMap((way) => way.says[0] ?? [])));
  for (const { scan } of sections) {
    for (const { statement, hits } of scan.statements) {
      if (statement.role !== 'provision' || ![...acts].some((id) => hits.has(id))) continue;
      for (const { start, end } of [...(hits.get('@deadline') ?? []), ...(hits.get('@period') ?? [])]) {
        const found = measure.exec(statement.text.slice(start, end));
        if (found?.[1] && found[2] && !numbers.has(unitOf(found[2]))) numbers.set(unitOf(found[2]), found[1]);
      }
    }
  }
  return numbers;
}

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
