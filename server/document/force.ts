import type { Force, Mark, PartyMention, Side, Statement } from './statement.ts';

/**
 * With what force the word at `start` … `end` of a statement is said. The mark in front of it governs, in its own
 * clause first; a noun ("destruction of data shall …") is governed by the mark behind it; a list item by its
 * lead-in. A soft condition anywhere ("as far as practicable") weakens the whole.
 */
export function forceAt(statement: Statement, start: number, end: number): Force {
  const soft = [statement, statement.leadIn].some((s) => s?.marks.some((m) => m.kind === 'condition'));
  const force = plainForce(statement, start, end);
  const emptied = [statement, statement.leadIn].some((s) => s?.marks.some((m) => m.kind === 'exclusion'));
  if (emptied && force !== 'denied') return 'hollow';
  return soft && (force === 'duty' || force === 'statement' || force === 'weak') ? 'soft' : force;
}

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
  if (mark) return forceOf(mark);
  if (statement.leadIn) {
    const lead = statement.leadIn;
    const last = governs(lead.marks).at(-1);
    if (last) return forceOf(last);
    if (lead.leadIn) return plainForce(lead, lead.text.length, lead.text.length);
  }
  return 'statement';
}

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

const governs = (marks: readonly Mark[]): Mark[] =>
  marks.filter((m) => m.kind !== 'condition' && m.kind !== 'exclusion');

function governing(statement: Statement, start: number, end: number): Mark | undefined {
  const marks = governs(statement.marks);
  const before = marks.findLast((m) => m.end <= start && reaches(statement, m, start));
  if (before)
    return (
      forbidden(before, marks) ??
      granted(statement, before, marks) ??
      carriedDuty(statement, before, marks) ??
      before
    );
  // "is responsible for" is mark and act in one.
  const inside = marks.find((m) => m.start < end && start < m.end);
  if (inside) return inside;
  const after = marks.find((m) => m.start >= end && m.start - end < 60);
  if (!after || !isNoun(statement, start, end)) return undefined;
  return /[,，.。:：]|\b(?:before|until|so that)\b|\b(?:is|are|was|were) (?!not\b)\S/.test(
    statement.folded.slice(end, after.start),
  )
    ? undefined
    : after;
}

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
  /\b(?:until|unless|before|without|prior to|except (?:with|after|where|when)|other than after)\b[^,;]*$/;

/** "Nothing is listed that has not passed a scan." */
const lacks = /\b(?:that|which|who) (?:has|have|is|are) not\b[^,;]*$/;

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

/**
 * 无须保证, 不会负责: what denies or forbids a duty word governs it. 保证已取得, 应已通过: a duty that its object be done
 * is no tale of the past.
 */
function carriedDuty({ language, folded }: Statement, mark: Mark, marks: readonly Mark[]): Mark | undefined {
  if (language !== 'zh' || (mark.kind !== 'duty' && mark.kind !== 'past')) return undefined;
  const outer = marks.findLast((m) => m.end <= mark.start);
  const between = outer && folded.slice(outer.end, mark.start);
  if (!outer || between === undefined || /[,，、:：;；]|而|但|并/.test(between)) return undefined;
  if (mark.kind === 'past') return outer.kind === 'duty' && between.length <= 12 ? outer : undefined;
  if (outer.kind === 'no-duty') return outer;
  return (outer.kind === 'prohibition' || outer.kind === 'not') && between.length <= 1 ? outer : undefined;
}

/** A "not", a past tense or a Chinese mark reaches to the next comma; what binds or permits reaches on. */
function reaches(statement: Statement, mark: Mark, start: number): boolean {
  const between = statement.folded.slice(mark.end, start);
  // "Apps that do not comply are removed": behind the next finite verb the sentence goes on.
  // "Do not host, link to or send malware": an order reaches over its whole list.
  if (mark.kind === 'not' && mark.start < 3 && /^(?:do not|don't)/.test(statement.folded.slice(mark.start)))
    return true;
  if (mark.kind === 'not')
    return (
      between.length < 40 &&
      !/[,，、:：]|\b(?:and(?! an? )|but|to|is|are|will|shall|must|may)\b|而|并/.test(
        between.replace(/^( [a-z]+) (?:and|or) $/, '$1 '),
      )
    );
  if (mark.kind === 'prohibition' && /[，,](?:并(?!不)|同时|而是)/.test(between)) return false;
  if (mark.kind === 'past') return between.length < 40 && !/[,，:：]/.test(between);
  // "Users may flag an app, and we answer": with a new subject a new clause begins.
  if (
    (mark.kind === 'weak' || mark.kind === 'effort' || mark.kind === 'right') &&
    statement.parties.some(
      (p) =>
        p.start > mark.end &&
        p.end <= start &&
        /[,，;；]\s*(?:(?:and|but|while|并且|而且|同时)\s*)?$/.test(
          statement.folded.slice(mark.end, p.start),
        ),
    )
  )
    return false;
  if (mark.kind === 'weak' || mark.kind === 'effort')
    return !/[,，](?! ?(?:or|and|或|和))[^,，]*[,，]|[:：]/.test(between) || between.length < 60;
  return true;
}

const isNoun = (statement: Statement, start: number, end: number): boolean =>
  statement.language === 'zh' ||
  /(?:ion|ions|ment|ments|ing|al|als|nce|ences|plan|plans|ure|ures|sis|ses|data|information|audit|audits|test|tests|staff|system|systems|review|reviews|level|levels|training|check|checks|incidents?|report|reports|contact with|ing (?:to|with)|security|money|moneys|funds?|budgets?|risks?|controls?|exercises?|drills?)$/.test(
    statement.folded.slice(start, end),
  );

/** On whom the duty lies: the subject nearest in front of the governing mark, else the agent, else the lead-in's. */
export function bearerAt(statement: Statement, start: number, end: number): Side | undefined {
  const mark = governing(statement, start, end);
  const limit = mark && mark.start < start ? mark.start : start;
  const from = newSubject.exec(statement.folded.slice(0, limit))?.index ?? 0;
  const subjects = statement.parties.filter(
    (p) =>
      p.start >= from && p.end <= limit && isSubject(statement, p) && !isAside(statement.folded, p, limit),
  );
  // 用户账号被停用: who suffers the act does not do it.
  const suffered = statement.language === 'zh' && /被[^，。；]{0,6}$/.test(statement.folded.slice(0, start));
  // "The Customer appoints an officer, who shall …": a person of a party stands for the party.
  const before = subjects.findLast((p) => p.side !== 'staff') ?? subjects.at(-1);
  if (before && !suffered) return sharerOf(before, statement)?.side ?? before.side;
  const agent = statement.parties.find((p) => p.start >= end && isAgent(statement, p));
  if (agent) return agent.side;
  const lead = statement.leadIn;
  return lead ? bearerAt(lead, lead.text.length, lead.text.length) : undefined;
}

/** "Users may complain to the Desk, which shall reply": the desk replies. */
const newSubject = /\b(?:with|to) (?:the |its |our )?[\w ]{3,40}, which ?$/;

/** "The Supplier's team and the Purchaser's centre shall …": a duty of both is a duty of the first. */
const sharerOf = (second: PartyMention, { parties, folded }: Statement): PartyMention | undefined =>
  parties.find(
    (first) =>
      first.side !== second.side &&
      first.side !== 'user' &&
      first.end < second.start &&
      /^(?:'s(?: \w+){1,4})? (?:and|as well as)(?: also)? (?:the |its |our )?$/.test(
        folded.slice(first.end, second.start),
      ),
  );

function isSubject(statement: Statement, party: PartyMention): boolean {
  const before = statement.folded.slice(Math.max(0, party.start - 14), party.start);
  // "The Customer's data", 甲方的数据: the owner of the subject is not the subject.
  const behind = statement.folded.slice(party.end, party.end + 40);
  if (owns.test(behind.slice(0, 24)) && !people.test(behind)) return false;
  if (suffers.test(behind)) return false;
  return !/(?:\bto|\bof|\bfrom|\bwith|\bby|\bfor|\bnotify|\bnotifying|\binform|\btell|\bgive|\bprovide) (?:the |its |any |all |our |your )?$|(?:向|对|与|由于|给|为|按|按照|根据|依据|经|在|于|至|报|承载|涉及|影响|损害|侵害|侵犯|危害|保护|保障|登录|访问|进入|接触|处理|接受|征得|取得|获得|未经|抄送|通知|告知|协助|配合|帮助)(?:当地|有关|相关|上级|所在地)?$/.test(
    before,
  );
}

/**
 * "If you break the rules, the app is removed", 知道其用户有违法行为的，应当停止服务: who stands in a clause of its own
 * is not the one who acts in the next.
 */
const isAside = (folded: string, party: PartyMention, limit: number): boolean =>
  /[,，;；]/.test(folded.slice(party.end, limit)) &&
  /(?:(?:^|[,;:(] ?)(?:if|when|whenever|where|once|unless|should|in case|in the event|after|before|upon|while|as soon as|because|since)\b[^,;]*|(?:^|[，；：])[^，；：]{0,6}(?:如|如果|若|倘若|当|一旦|因|由于|凡|对于|发现|知道|得知|经|根据|按照)[^，；：]{0,20}|其)$/.test(
    folded.slice(0, party.start),
  );

/** "Customers are notified": who suffers the act does not do it. */
const suffers =
  /^(?:,? (?:and|or) (?:the |any |all |our )?\w+){0,2} (?:(?:is|are|was|were|be|been|being|will be|shall be|must be|may be|can be|should be|is to be|are to be|has to be|have to be|needs? to be|ought to be) (?:\w+ly |also )?(?!required|obliged|obligated|expected|prohibited|responsible)(?:\w+ed|told|given|sent|shown|made aware)\b)/;

const owns =
  /^(?:'s? |'$| whose\b| (?:personal |confidential )?(?:data|information|accounts?|content|systems?|networks?|premises|devices?|particulars|credentials|(?:details|records|messages|files|photos|profiles)(?= (?:is|are|shall|will|must|may)\b))\b|的|之(?!间)|个人信息|数据|信息|账号|相关|有关|名|密码|口令|协议|终端|机房|场所|现场|内部|规定|业务|系统|网络|设备|服务器|资料|文件|财产|利益|权益|指定|投诉|举报|隐私|账户)/;

/** "The Purchaser's own engineers": they act for it. */
const people =
  /^(?:'s?|的)? ?(?:own |自有的?|其他)?(?:[\w-]+ ){0,2}(?:staff|personnel|employees?|engineers?|team|officers?|administrators?|managers?|workers?|people|工作人员|员工|人员|职工|工程师|管理员|负责人)/;

const isAgent = (statement: Statement, party: PartyMention): boolean =>
  /\bby (?:the |its |our |an? )?$|由$/.test(
    statement.folded.slice(Math.max(0, party.start - 10), party.start),
  );
