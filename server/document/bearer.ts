import { governing, mainClause, officeActs } from './governing.ts';
import type { PartyMention, Side, Statement } from './statement.ts';

/** On whom the duty lies: the subject nearest in front of the governing mark, else the agent, else the lead-in's. */
export function bearerAt(statement: Statement, start: number, end: number): Side | undefined {
  const mark = governing(statement, start, end);
  // In "you do not sell" the mark itself names the subject.
  const names = mark && /^(?:you|we)\b/.test(statement.folded.slice(mark.start, mark.end));
  const limit = mark && mark.start < start ? (names ? mark.end : mark.start) : start;
  const passed = statement.folded.slice(0, limit);
  const from = (officeActs.exec(passed) ?? newSubject.exec(passed))?.index ?? 0;
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
  // A title names a matter, or those whom it concerns, not who has to act.
  const lead = statement.isTitled ? statement.leadIn?.leadIn : statement.leadIn;
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
  // "information relating to identifiable visitors of the Buyer shall be …": whom the subject is about.
  if (
    /\b(?:relating to|relates to|regarding|concerning|identifying) (?:\w+ ){0,4}$/.test(
      statement.folded.slice(Math.max(0, party.start - 60), party.start),
    )
  )
    return false;
  // "after you close your account nothing is left": who stands in the condition.
  if (/\b(?:after|before|once|until|only (?:when|if)) $/.test(before) && /^ /.test(behind)) return false;
  return !/(?:\bto|\bof|\bfrom|\bwith|\bby|\bfor|\bnotify|\bnotifying|\binform|\btell|\bgive|\bprovide|\bserves?) (?:the |its |any |all |our |your |an? )?$|(?:向|对|与|由于|给|为|按|按照|根据|依据|经|在|于|至|报|承载|涉及|影响|损害|侵害|侵犯|危害|保护|保障|登录|访问|进入|接触|处理|使用|收集|利用|获取|掌握|接受|征得|取得|获得|未经|抄送|通知|告知|协助|配合|帮助)(?:当地|有关|相关|上级|所在地|(?:受影响|受损|涉及|涉事|有关|相关)的|全体|所有|各|(?:甲|乙|买|卖|委托|受托|对)方的?|采购人的?)?$/.test(
    before,
  );
}

/**
 * "If you break the rules, the app is removed", 知道其用户有违法行为的，应当停止服务: who stands in a clause of its own
 * is not the one who acts in the next.
 */
const isAside = (folded: string, party: PartyMention, limit: number): boolean =>
  (/^(?:用户|您|你)$/.test(folded.slice(party.start, party.end)) &&
    wrongdoing.test(folded.slice(party.end, limit + 2))) ||
  ((party.side === 'user' || party.side === 'developer') && othersAct.test(folded.slice(party.end, limit))) ||
  (/[,，;；]/.test(folded.slice(party.end, limit)) &&
    /(?:(?:^|[,;:(] ?)(?:if|when|whenever|where|once|unless|should|in case|in the event|after|before|upon|while|as soon as|because|since)\b[^,;]*|(?:^|[，；：])[^，；：]{0,6}(?:如|如果|若|倘若|当|一旦|因|由于|凡|对于|发现|知道|得知|经|根据|按照)[^，；：]{0,20}|其)$/.test(
      folded.slice(0, party.start),
    ));

/** 用户违反本条的，云栈保存记录: who breaks the rules is not the one who acts on it, unless the duty follows at once. */
const wrongdoing =
  /^(?:若|如|有|存在|涉嫌|实施)?[^,，。；]{0,4}(?:违反|违约|违规|违法|侵犯|侵害|滥用)[^,，。；]{0,40}[的时][,，](?!应|须|需|必须|不得|自行|由此|承担|赔偿|将承担|责任|后果)/;

/**
 * 用户注销账号的，小鹿科技在十日内删除: behind the case stands another subject, which no list need know. What begins like
 * an adverb, a preposition or a verb goes on with the same one.
 */
const othersAct =
  /^[^,，。；;:：]{1,40}(?:的|后|时)[,，](?:由(?![您你其]|用户|本人)|(?![在于自从经按依据根以由通向对将把为因需应须可必不未无有请并也亦则就且或若如及提立随即方同视报告联申填点停删保配遵承赔支更修办登使进签完接采确妥定每至负给派协履执组制撤返退销记核处重免另仅只均都先再尽继暂终解中限作补改主事])[^,，。；;]{2,12}?(?:$|[在于自应须将会不可已予按依根据对向]|立即|及时|有权|负责))/;

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

const isAgent = (statement: Statement, party: PartyMention): boolean =>
  /\bby (?:the |its |our |an? )?$|由$/.test(
    statement.folded.slice(Math.max(0, party.start - 10), party.start),
  );
