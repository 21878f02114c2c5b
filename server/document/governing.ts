import type { Mark, MarkKind, Statement } from './statement.ts';

/** The mark (shall, not, 应当 …) that governs a word of a statement: in front of it, over it, or behind its noun. */
export function governing(statement: Statement, start: number, end: number): Mark | undefined {
  const marks = governs(statement.marks);
  const before = marks.findLast((m) => m.end <= start && reaches(statement, m, start));
  if (before)
    return (
      forbidden(before, marks) ??
      granted(statement, before, marks) ??
      carried(statement, before, marks) ??
      before
    );
  // "is responsible for" is mark and act in one.
  const inside = marks.find((m) => m.start < end && start < m.end);
  if (inside) return carried(statement, inside, marks) ?? inside;
  const lost = inCondition(statement, marks, start, end);
  if (lost) return lost;
  const after = marks.find((m) => m.start >= end && m.start - end < 60);
  if (!after || !isNoun(statement, start, end)) return undefined;
  const between = statement.folded.slice(end, after.start).replace(enumeration, '');
  return /[,，.。:：]|\b(?:before|until|so that)\b|\b(?:is|are|was|were) (?!not\b)\S/.test(between)
    ? undefined
    : after;
}

export const governs = (marks: readonly Mark[]): Mark[] =>
  marks.filter((m) => m.kind !== 'condition' && m.kind !== 'exclusion');

/** "Review records, complaints and decisions are not …": one subject of several nouns. */
const enumeration = /^(?: [\w-]+){0,2}(?:, [\w-]+(?: [\w-]+)?)+ and [\w-]+(?: [\w-]+)? $/;

/** "Do not try to …" forbids; the trying weakens nothing. */
const forbidden = (mark: Mark, marks: readonly Mark[]): Mark | undefined =>
  mark.kind === 'weak' || mark.kind === 'effort'
    ? marks.find(
        (m) =>
          (m.kind === 'prohibition' || m.kind === 'not') && m.end <= mark.start && mark.start - m.end <= 3,
      )
    : undefined;

/** "Reserves the right, but has no obligation, to audit": a right, no denial. */
const granted = ({ folded }: Statement, mark: Mark, marks: readonly Mark[]): Mark | undefined =>
  mark.kind === 'no-duty'
    ? marks.find(
        (m) =>
          (m.kind === 'right' || m.kind === 'weak') &&
          m.end <= mark.start &&
          /^[ ,(]*(?:but|though|although)(?: it| we)?(?: is| are| has| have| shall have| with| assumes?| under)* ?$/.test(
            folded.slice(m.end, mark.start),
          ),
      )
    : undefined;

/** 尽量不, 无须保证不, "a person who is responsible": what stands over a mark governs with it. */
export function carried(statement: Statement, mark: Mark, marks: readonly Mark[]): Mark | undefined {
  if (mark.kind === 'prohibition' || mark.kind === 'not') return tried(statement, mark, marks);
  if (mark.kind !== 'duty' && mark.kind !== 'past') return undefined;
  return statement.language === 'zh'
    ? carriedDuty(statement, mark, marks)
    : relativeDuty(statement, mark, marks);
}

/** 尽量不含, 原则上不得, "tries not to": a ban that is only tried. 无须保证不含: one that nobody owes. */
function tried({ folded }: Statement, mark: Mark, marks: readonly Mark[]): Mark | undefined {
  const outer = marks.findLast((m) => m.end <= mark.start);
  if (!outer) return undefined;
  const between = folded.slice(outer.end, mark.start);
  if (outer.kind === 'effort') return between.trim() === '' ? outer : undefined;
  if (outer.kind !== 'duty' || !/^(?:保证|确保|承诺)$/.test(folded.slice(outer.start, outer.end)))
    return undefined;
  const over = marks.findLast((m) => m.end <= outer.start);
  return over && over.end === outer.start && !/[,，。；;]/.test(between) && frees.has(over.kind)
    ? over
    : undefined;
}

/** "need not name a person who is responsible for …": nobody is. */
function relativeDuty({ folded }: Statement, mark: Mark, marks: readonly Mark[]): Mark | undefined {
  if (!/\b(?:who|which|that|what) $/.test(folded.slice(0, mark.start))) return undefined;
  const outer = marks.findLast((m) => m.end <= mark.start);
  return outer &&
    (frees.has(outer.kind) || outer.kind === 'not') &&
    !/[,:;]/.test(folded.slice(outer.end, mark.start))
    ? outer
    : undefined;
}

/** What takes the force out of a whole clause. */
const frees: ReadonlySet<MarkKind> = new Set<MarkKind>(['no-duty', 'effort']);

/**
 * 无须保证, 不会负责, 尽量负责: what denies, forbids or weakens a duty word governs it. 保证已取得, 应已通过: a duty that its
 * object be done is no tale of the past.
 */
function carriedDuty({ folded }: Statement, mark: Mark, marks: readonly Mark[]): Mark | undefined {
  const outer = marks.findLast((m) => m.end <= mark.start);
  const between = outer && folded.slice(outer.end, mark.start);
  if (!outer || between === undefined || /[,，、:：;；]|而|但|并/.test(between)) return undefined;
  if (mark.kind === 'past') return outer.kind === 'duty' && between.length <= 12 ? outer : undefined;
  if (outer.kind === 'no-duty') return outer;
  if (outer.kind === 'effort') return between === '' ? outer : undefined;
  return (outer.kind === 'prohibition' || outer.kind === 'not') && between.length <= 1 ? outer : undefined;
}

/** 期限届满后，无须删除: the condition of a duty that is not owed, or only tried, binds to nothing either. */
function inCondition(
  { folded, language }: Statement,
  marks: readonly Mark[],
  start: number,
  end: number,
): Mark | undefined {
  const first = marks.find((m) => frees.has(m.kind) && m.start >= end);
  if (!first) return undefined;
  const between = folded.slice(end, first.start);
  const opens =
    language === 'zh'
      ? /^[^，,。；;]*(?:的|前|后|时|期间)[，,][^，,。；;]*$|^的[^，,。；;]{1,8}$|^[^，,。；;]{0,4}[:：][^。；;]*$/.test(
          between,
        )
      : /^(?:[^a-z]*)(?:if|when|whenever|where|once|before|after|until|unless)\b/.test(
          folded.slice(0, start),
        ) && /^[^,.:;]*,[^,.:;]*$/.test(between);
  return opens ? first : undefined;
}

/** A "not", a past tense or a Chinese mark reaches to the next comma; what binds or permits reaches on. */
function reaches(statement: Statement, mark: Mark, start: number): boolean {
  const between = statement.folded.slice(mark.end, start);
  // "Apps that do not comply are removed": behind the next finite verb the sentence goes on.
  // "Do not host, link to or send malware": an order reaches over its whole list.
  if (mark.kind === 'not' && mark.start < 3 && /^(?:do not|don't)/.test(statement.folded.slice(mark.start)))
    return true;
  if (mark.kind === 'not') return notReaches(statement, mark, start);
  if (mark.kind === 'prohibition' && /[，,](?:并(?!不)|同时|而是)/.test(between)) return false;
  if (mark.kind === 'past') return between.length < 40 && !/[,，:：]/.test(between);
  // "Users may flag an app, and we answer": with a new subject a new clause begins.
  if (
    (mark.kind === 'weak' || mark.kind === 'effort' || mark.kind === 'right') &&
    (officeActs.test(between) ||
      statement.parties.some(
        (p) =>
          p.start > mark.end &&
          p.end <= start &&
          /[,，;；]\s*(?:(?:and|but|while|并且|而且|同时)\s*)?$/.test(
            statement.folded.slice(mark.end, p.start),
          ),
      ))
  )
    return false;
  if (mark.kind === 'weak' || mark.kind === 'effort')
    return !/[,，](?! ?(?:or|and|或|和))[^,，]*[,，]|[:：]/.test(between) || between.length < 60;
  return true;
}

/** "…, and our support team answers", …，客服在两日内答复: a part of a party is the subject of a clause of its own. */
export const officeActs =
  /[,;] (?:and|but|while|whereupon) (?:our |the |its |their |an? )?(?:[a-z-]+ ){0,3}?(?:desk|team|office|department|committee|staff|engineers|reviewers?|moderators|support|officer|help ?desk)\b|[，；](?:我们的|平台|本|人工|专职|值班)?(?:客服|专员|工作人员|管理员|审核员|审核团队|运营团队|值班人员|服务台)/;

/** To the next comma or finite verb; in English over what hangs on the verb: "does not keep a plan that sets out …". */
function notReaches({ language, folded }: Statement, mark: Mark, start: number): boolean {
  const between = folded.slice(mark.end, start);
  if (language === 'zh') return between.length < 40 && !/[,，、:：]|而|并/.test(between);
  // In a relative clause it denies only what is nearest: "apps that do not pass the scan we run get removed".
  const isMain = !relative.test(folded.slice(0, mark.start));
  // "does not set out how …": the whole of it.
  if (/^ \w+(?: out)? how\b/.test(between)) return !/[:;]|, (?:and|it|we|this)\b|\bbut\b/.test(between);
  // "is not graded and protected": one denial.
  const and = /^[a-z]+ed\b/.test(folded.slice(start)) ? /( )(?:and|or) $/ : /^( [a-z]+) (?:and|or) $/;
  const plain = between
    .replace(/^( [a-z]+ed) to /, '$1 ')
    .replace(and, '$1 ')
    .replace(/(?:, [a-z-]+(?: [a-z-]+)?)+,? (?:and|or) [a-z-]+/, ' ')
    .replace(/, (?=(?:with|including|such as|in particular)\b)/g, ' ');
  if (plain.length < 40 && !notEnds.test(plain)) return true;
  return isMain && plain.length < 120 && !notEnds.test(plain.replace(ofTheSame, ' '));
}

export const relative = /\b(?:that|which|who|whom|whose \w+|if|when|where|unless|until)\b[^,;]*$/;
const notEnds = /[,，、:：]|\b(?:and(?! an? )|but|to|is|are|will|shall|must|may)\b/;
/** "to process orders", "and at rest", "and other laws", "graded … and protected": the same denial goes on. */
const ofTheSame = /\band (?=(?:an?|at|in|on|with|by|for|from|of|during|after|before|other)\b|[a-z]+ed\b)/g;

const isNoun = (statement: Statement, start: number, end: number): boolean =>
  statement.language === 'zh' ||
  /(?:ion|ions|ment|ments|ing|al|als|nce|ences|plan|plans|ure|ures|sis|(?<!asses)ses|data|information|audit|audits|test|tests|staff|system|systems|review|reviews|level|levels|training|check|checks|incidents?|report|reports|contact with|ing (?:to|with)|security|money|moneys|funds?|budgets?|risks?|controls?|exercises?|drills?|passwords?|accounts?|interfaces?|programs?|numbers?|complaints?|records?|officers?|departments?|teams?|managers?)$/.test(
    statement.folded.slice(start, end),
  );

/** Where the main clause begins, for a word of the condition in front of it: 期限届满后，我们删除. */
export function mainClause({ folded, language }: Statement, start: number, end: number): number | undefined {
  const opens =
    language === 'zh'
      ? /^[^，,。；;]*(?:的|前|后|时|期间)[，,]/.exec(folded.slice(end))
      : /^[^a-z]*(?:if|when|whenever|where|once|before|after|until)\b[^,.:;]*$/.test(folded.slice(0, start))
        ? /^[^,.:;]*, /.exec(folded.slice(end))
        : undefined;
  return opens ? end + opens[0].length : undefined;
}
