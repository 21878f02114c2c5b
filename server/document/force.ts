import type { Force, Mark, MarkKind, PartyMention, Side, Statement } from './statement.ts';

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
  return soft && (force === 'duty' || force === 'statement' || force === 'weak' || force === 'prohibition')
    ? 'soft'
    : force;
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

const governs = (marks: readonly Mark[]): Mark[] =>
  marks.filter((m) => m.kind !== 'condition' && m.kind !== 'exclusion');

function governing(statement: Statement, start: number, end: number): Mark | undefined {
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

/** "Review records, complaints and decisions are not …": one subject of several nouns. */
const enumeration = /^(?: [\w-]+){0,2}(?:, [\w-]+(?: [\w-]+)?)+ and [\w-]+(?: [\w-]+)? $/;

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
function carried(statement: Statement, mark: Mark, marks: readonly Mark[]): Mark | undefined {
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

const relative = /\b(?:that|which|who|whom|whose \w+|if|when|where|unless|until)\b[^,;]*$/;
const notEnds = /[,，、:：]|\b(?:and(?! an? )|but|to|is|are|will|shall|must|may)\b/;
/** "to process orders", "and at rest", "and other laws", "graded … and protected": the same denial goes on. */
const ofTheSame = /\band (?=(?:an?|at|in|on|with|by|for|from|of|during|after|before|other)\b|[a-z]+ed\b)/g;

const isNoun = (statement: Statement, start: number, end: number): boolean =>
  statement.language === 'zh' ||
  /(?:ion|ions|ment|ments|ing|al|als|nce|ences|plan|plans|ure|ures|sis|(?<!asses)ses|data|information|audit|audits|test|tests|staff|system|systems|review|reviews|level|levels|training|check|checks|incidents?|report|reports|contact with|ing (?:to|with)|security|money|moneys|funds?|budgets?|risks?|controls?|exercises?|drills?|passwords?|accounts?|interfaces?|programs?|numbers?|complaints?|records?|officers?|departments?|teams?|managers?)$/.test(
    statement.folded.slice(start, end),
  );

/** On whom the duty lies: the subject nearest in front of the governing mark, else the agent, else the lead-in's. */
export function bearerAt(statement: Statement, start: number, end: number): Side | undefined {
  const mark = governing(statement, start, end);
  // In "you do not sell" the mark itself names the subject.
  const names = mark && /^(?:you|we)\b/.test(statement.folded.slice(mark.start, mark.end));
  const limit = mark && mark.start < start ? (names ? mark.end : mark.start) : start;
  const from = newSubject.exec(statement.folded.slice(0, limit))?.index ?? 0;
  const subjects = statement.parties.filter(
    (p) =>
      p.start >= from && p.end <= limit && isSubject(statement, p) && !isAside(statement.folded, p, limit),
  );
  // 用户账号被停用: who suffers the act does not do it.
  const suffered = statement.language === 'zh' && /被[^，。；]{0,6}$/.test(statement.folded.slice(0, start));
  // "The Customer appoints an officer, who shall …": a person of a party stands for the party.
  const own = subjects.filter((p, i) => i === 0 || !isInRelative(statement, p));
  const before = own.findLast((p) => p.side !== 'staff') ?? own.at(-1);
  if (before && !mark && statement.leadIn && isLabel(statement, before))
    return (
      bearerAt(statement.leadIn, statement.leadIn.text.length, statement.leadIn.text.length) ?? before.side
    );
  if (before && !suffered) return sharerOf(before, statement)?.side ?? before.side;
  const agent =
    statement.parties.find((p) => p.start >= end && isAgent(statement, p)) ??
    statement.parties.find((p) => acted.test(statement.folded.slice(0, p.start)));
  if (agent) return agent.side;
  const main = mark && mark.start < end ? undefined : mainClause(statement, start, end);
  const doer = main && statement.parties.find((p) => p.start >= main && isSubject(statement, p));
  if (doer) return doer.side;
  const lead = statement.leadIn;
  return lead ? bearerAt(lead, lead.text.length, lead.text.length) : undefined;
}

/** "You collect what the functions we use require": who stands in a relative clause is not the subject. */
const isInRelative = ({ folded }: Statement, { start, end }: PartyMention): boolean =>
  /^(?:we|you)$/.test(folded.slice(start, end)) &&
  /\b(?:what|that|which|functions|services|information|data) $/.test(folded.slice(0, start));

/** "payment providers: name, amount", 国家应急中心 | 威胁处置: a party's word in a name at the head of an item or row. */
const isLabel = ({ folded, block }: Statement, { start, end }: PartyMention): boolean => {
  const before = /[^|]*$/.exec(folded.slice(0, start))?.[0] ?? '';
  const [behind = ''] = folded.slice(end).split(block.kind === 'cell' ? '|' : /[:：]/, 1);
  if (block.kind !== 'cell' && (end + behind.length === folded.length || /[,;.，；。]/.test(before + behind)))
    return false;
  return /\p{L}/u.test(
    before.replace(/^\P{L}*\([a-z]\)|^\P{L}*[(（][一二三四五六七八九十]+[)）]/u, '') + behind,
  );
};

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
  if (
    /^(?:我们|您|你|用户)$/.test(statement.folded.slice(party.start, party.end)) &&
    /^所(?![有在属])/.test(behind)
  )
    return false;
  // "after you close your account nothing is left": who stands in the condition.
  if (/\b(?:after|before|once|until|only (?:when|if)) $/.test(before) && /^ /.test(behind)) return false;
  return !/(?:\bto|\bof|\bfrom|\bwith|\bby|\bfor|\bnotify|\bnotifying|\binform|\btell|\bgive|\bprovide|\bserves?) (?:the |its |any |all |our |your )?$|(?:向|对|与|由于|给|为|按|按照|根据|依据|经|在|于|至|报|承载|涉及|影响|损害|侵害|侵犯|危害|保护|保障|登录|访问|进入|接触|处理|使用|收集|利用|获取|掌握|接受|征得|取得|获得|未经|抄送|通知|告知|协助|配合|帮助)(?:当地|有关|相关|上级|所在地)?$/.test(
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
  /^(?:'s? |'$| whose\b|(?:使用|提交|收集|发布|上传|选择|购买|运营|交付|留下|留存|产生|填写|输入)的| (?:personal |confidential )?(?:data|information|accounts?|content|systems?|networks?|premises|devices?|particulars|credentials|(?:details|records|messages|files|photos|profiles)(?= (?:is|are|shall|will|must|may)\b))\b|的|之(?!间)|(?:员工|人员|职工|客户|用户|学生|患者|业主|会员)的?(?:身份证|个人信息|信息|资料|数据|银行|手机|姓名|联系方式|名单|档案|照片|人脸)|个人信息|数据|信息|账号|相关|有关|名|密码|口令|协议|终端|机房|场所|现场|内部|规定|业务|系统|(?:用户|客户)的|网络|设备|服务器|资料|文件|财产|利益|权益|指定|投诉|举报|隐私|账户)/;

/** "The Purchaser's own engineers": they act for it. */
const people =
  /^(?:'s?|的)? ?(?:own |自有的?|其他)?(?:[\w-]+ ){0,2}(?:staff|personnel|employees?|engineers?|team|officers?|administrators?|managers?|workers?|people|departments?|directors?|(?:工作人员|员工|人员|职工|工程师|管理员|负责人)(?!的)|[^，。；、的]{0,8}(?:部|部门|中心|总监))/;

/** "Systems are graded by the operator as …". */
const acted = /\b(?:is|are|be) (?:\w+ ){1,3}by (?:the |our |an? )?$/;

/** Where the main clause begins, for a word of the condition in front of it: 期限届满后，我们删除. */
function mainClause({ folded, language }: Statement, start: number, end: number): number | undefined {
  const opens =
    language === 'zh'
      ? /^[^，,。；;]*(?:的|前|后|时|期间)[，,]/.exec(folded.slice(end))
      : /^[^a-z]*(?:if|when|whenever|where|once|before|after|until)\b[^,.:;]*$/.test(folded.slice(0, start))
        ? /^[^,.:;]*, /.exec(folded.slice(end))
        : undefined;
  return opens ? end + opens[0].length : undefined;
}

const isAgent = (statement: Statement, party: PartyMention): boolean =>
  /\bby (?:the |its |our |an? )?$|由$/.test(
    statement.folded.slice(Math.max(0, party.start - 10), party.start),
  );
