import { carried, governing, governs, relative } from './governing.ts';
import type { Force, Mark, Statement } from './statement.ts';

/**
 * With what force the word at `start` … `end` of a statement is said. The mark in front of it governs, in its own
 * clause first; a noun ("destruction of data shall …") is governed by the mark behind it; a list item by its
 * lead-in. A soft condition anywhere ("as far as practicable") weakens the whole.
 */
export function forceAt(statement: Statement, start: number, end: number): Force {
  const soft = [statement, statement.leadIn].some((s) =>
    s?.marks.some((m) => m.kind === 'condition' && !boundsTime.test(s.folded.slice(m.end))),
  );
  const force = plainForce(statement, start, end);
  const emptied = [statement, statement.leadIn].some((s) => s?.marks.some((m) => m.kind === 'exclusion'));
  if (emptied && force !== 'denied') return 'hollow';
  return soft && (force === 'duty' || force === 'statement' || force === 'weak' || force === 'prohibition')
    ? 'soft'
    : force;
}

/** "without undue delay and, where feasible, within 72 hours": the condition is of the time alone. */
const boundsTime = /^[\s,，]*(?:within|(?:not|no) later than|不晚于|不迟于)/;

function plainForce(statement: Statement, start: number, end: number): Force {
  const mark = governing(statement, start, end);
  if (isLifting(statement, mark, start, end)) return 'duty';
  // "Only encrypted services may be bought": what is allowed alone is asked for.
  if (
    /^\W*only\b/.test(statement.folded) &&
    statement.marks.some((m) => m.kind === 'weak' && m.start >= end) &&
    !statement.marks.some((m) => m.start < start)
  )
    return 'duty';
  // "need not ask and may pass them on": what is allowed in the same breath is the freedom itself.
  if (mark?.kind === 'weak' && statement.marks.some((m) => m.kind === 'no-duty' && m.end <= mark.start))
    return 'denied';
  // "You may not: attempt to gain access": the trying is barred as well.
  if (mark?.kind === 'effort' && isBarredBy(statement.leadIn)) return 'prohibition';
  if (mark) return forceOf(mark);
  if (statement.leadIn) {
    const lead = statement.leadIn;
    const marks = governs(lead.marks);
    // "to the extent that the purpose requires:" does not govern the list.
    const last = marks.findLast((m) => !relative.test(lead.folded.slice(0, m.start))) ?? marks.at(-1);
    if (last) return forceOf(carried(lead, last, marks) ?? last);
    if (lead.leadIn) return plainForce(lead, lead.text.length, lead.text.length);
  }
  return 'statement';
}

const isBarredBy = (lead: Statement | undefined): boolean => {
  const last = lead && governs(lead.marks).at(-1);
  return last?.kind === 'prohibition' || last?.kind === 'not';
};

const forceOf = (mark: Mark): Force => {
  switch (mark.kind) {
    case 'duty':
      return 'duty';
    case 'prohibition':
    case 'not':
      return 'prohibition';
    case 'weak':
      return 'weak';
    case 'effort':
      return 'soft';
    case 'right':
      return 'right';
    case 'no-duty':
      return 'denied';
    case 'past':
      return 'past';
    default:
      return 'statement';
  }
};

/**
 * What lifts a prohibition is asked for: "shall not go live without a test", "no product is used until it is tested",
 * 未经检测不得上线.
 */
function isLifting(statement: Statement, mark: Mark | undefined, start: number, end: number): boolean {
  const { folded, marks } = statement;
  if (statement.language === 'zh') {
    if (
      !/(?:未经|未通过|未取得|未完成|未进行|未签|不经|除非|没有(?!义务|责任|必要)|缺少|不具备|没过)[^，,。；;]{0,16}$/.test(
        folded.slice(0, start),
      )
    )
      return false;
    return marks.some((m) => m.kind === 'prohibition' && m.start >= end);
  }
  if (mark?.kind === 'weak' && mark.end <= start)
    return /\b(?:only|solely) (?:after|once|when|if|with|upon)\b[^;]*$/.test(folded.slice(mark.end, start));
  // "Developers are admitted only once their identity is confirmed": the rule is the condition.
  if (!mark || mark.kind === 'past')
    if (/\b(?:only (?:after|once|upon)|solely (?:after|once|upon|on))\b[^,;]*$/.test(folded.slice(0, start)))
      return true;
  if (mark && mark.kind !== 'prohibition' && mark.kind !== 'not' && mark.end <= start) return false;
  const bars = marks.filter((m) => (m.kind === 'prohibition' || m.kind === 'not') && m.end <= start);
  const from = /^\W*(?:no|none|nothing|nobody|neither)\b/.test(folded) ? 0 : bars[0]?.end;
  const passed = from === undefined ? '' : folded.slice(from, start);
  return lifts.test(passed) || (from === 0 && lacks.test(passed));
}

const lifts =
  /\b(?:until|unless|before|without|prior to|except (?:with|after|where|when)|other than after)\b[^,;]*(?:, (?:upon|on|after|by)\b[^,;]*)?$/;

/** "Nothing is listed that has not passed a scan." */
const lacks = /\b(?:that|which|who) (?:has|have|is|are) not\b[^,;]*$/;
