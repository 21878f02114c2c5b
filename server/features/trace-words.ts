import type { Assessment, Outcome } from '../assess/assessment.ts';
import type { Force, MarkKind, Role, Side } from '../document/statement.ts';
import type { Bilingual, Locale } from '../text/span.ts';

/** The words in which a trace is told. */
export const phrases: Readonly<Record<Locale, Phrases>> = {
  en: {
    comma: ', ',
    semicolon: '; ',
    colon: ': ',
    or: ' or ',
    is: ' = ',
    lines: (first, last) => (first === last ? `Line ${first}` : `Lines ${first}–${last}`),
    role: 'read as: ',
    under: 'under: ',
    leadIn: 'led in by: ',
    parties: 'parties: ',
    marks: 'words of force: ',
    concepts: 'concepts: ',
    accepted: 'Counts for',
    rejected: 'Considered and rejected',
    touched: 'Has a word of, no more',
    nothing: 'No requirement has a word in it.',
    also: 'Also considered here',
    decides: 'this passage decides',
    evidence: (place) => `evidence number ${place}`,
    outdone: 'better passages decide',
    said: 'said as ',
    on: (side) => `, on ${side}`,
    words: 'words: ',
    particulars: 'particulars: ',
    lacks: 'not found',
    foundAround: 'found nearby',
    lacking: 'lacking: ',
    unsaid: (names) => `no mention of ${names}`,
    onlyLedIn: 'its words stand in the lead-in only',
    unless: (words) => `ruled out by ${words}`,
    about: (names) => `not about ${names}, by its words, headings or title`,
    excepted: 'said of what is taken out, or in contrast only',
    apart: 'the words stand too far apart in one sentence',
    bearer: (side, wanted) =>
      wanted
        ? `the duty lies on ${side}; it counts on ${wanted} only`
        : `the duty lies on ${side}, where it does not count`,
    force: (force, wanted) => `said as ${force}, where ${wanted} is looked for`,
    bar: 'a prohibition',
    hedge: 'a hedged statement',
    duty: 'an undertaking',
    noStatement: (line) => `nothing is read on line ${line}: blank, front matter, a comment or not checked`,
  },
  zh: {
    comma: '、',
    semicolon: '；',
    colon: '：',
    or: '或',
    is: ' = ',
    lines: (first, last) => (first === last ? `第${first}行` : `第${first}–${last}行`),
    role: '读作：',
    under: '所在标题：',
    leadIn: '引导句：',
    parties: '当事方：',
    marks: '表示效力的词语：',
    concepts: '概念：',
    accepted: '计入',
    rejected: '已考虑但不采用',
    touched: '仅出现个别词语',
    nothing: '没有任何检查项的词语。',
    also: '此处还考虑过',
    decides: '由本段决定',
    evidence: (place) => `依据之${place}`,
    outdone: '由更好的段落决定',
    said: '效力：',
    on: (side) => `，由${side}承担`,
    words: '词语：',
    particulars: '要素：',
    lacks: '未找到',
    foundAround: '见于附近',
    lacking: '欠缺：',
    unsaid: (names) => `未提及${names}`,
    onlyLedIn: '相关词语仅见于引导句',
    unless: (words) => `因${words}而排除`,
    about: (names) => `从词语、标题和文件名称看，均与${names}无关`,
    excepted: '只在除外或者对比的部分提及',
    apart: '相关词语在同一句中相距过远',
    bearer: (side, wanted) =>
      wanted ? `义务由${side}承担，仅由${wanted}承担时计入` : `义务由${side}承担，不计入`,
    force: (force, wanted) => `属${force}，此处要求的是${wanted}`,
    bar: '禁止',
    hedge: '留有余地的表述',
    duty: '承诺',
    noStatement: (line) => `第${line}行没有可读的内容：空行、文首信息、注释或者未检查的部分`,
  },
};

interface Phrases {
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly or: string;
  readonly is: string;
  readonly lines: (first: number, last: number) => string;
  readonly role: string;
  readonly under: string;
  readonly leadIn: string;
  readonly parties: string;
  readonly marks: string;
  readonly concepts: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly touched: string;
  readonly nothing: string;
  readonly also: string;
  readonly decides: string;
  readonly evidence: (place: number) => string;
  readonly outdone: string;
  readonly said: string;
  readonly on: (side: string) => string;
  readonly words: string;
  readonly particulars: string;
  readonly lacks: string;
  readonly foundAround: string;
  readonly lacking: string;
  readonly unsaid: (names: string) => string;
  readonly onlyLedIn: string;
  readonly unless: (words: string) => string;
  readonly about: (names: string) => string;
  readonly excepted: string;
  readonly apart: string;
  readonly bearer: (side: string, wanted: string) => string;
  readonly force: (force: string, wanted: string) => string;
  readonly bar: string;
  readonly hedge: string;
  readonly duty: string;
  readonly noStatement: (line: number) => string;
}

export const forces: Readonly<Record<Force, Bilingual>> = {
  duty: { en: 'a duty', zh: '义务' },
  prohibition: { en: 'a prohibition', zh: '禁止' },
  statement: { en: 'a plain statement', zh: '直接陈述' },
  right: { en: 'a right, not a duty', zh: '权利而非义务' },
  weak: { en: 'hedged', zh: '弱化表述' },
  soft: { en: 'only tried, or only where it suits', zh: '仅表示努力，或者视情况而定' },
  hollow: { en: 'emptied by a carve-out', zh: '被除外条款架空' },
  denied: { en: 'denied', zh: '否认' },
  past: { en: 'past', zh: '过去事实' },
};

export const outcomes: Readonly<Record<Outcome, Bilingual>> = {
  met: { en: 'Met', zh: '已满足' },
  partial: { en: 'Partial', zh: '部分满足' },
  weak: { en: 'Weak', zh: '表述偏弱' },
  missing: { en: 'Missing', zh: '缺失' },
  'not-applicable': { en: 'Nothing to check', zh: '无需检查' },
};

export const expectations: Readonly<Record<Assessment['expected'], Bilingual>> = {
  required: { en: 'expected', zh: '应有' },
  optional: { en: 'often found', zh: '常见' },
  no: { en: 'not expected', zh: '不作要求' },
};

export const sides: Readonly<Record<Side, Bilingual>> = {
  supplier: { en: 'the supplier', zh: '供应商' },
  purchaser: { en: 'the purchaser', zh: '采购方' },
  user: { en: 'the user', zh: '用户' },
  platform: { en: 'the platform', zh: '平台' },
  operator: { en: 'the operator', zh: '运营者' },
  developer: { en: 'the developer', zh: '开发者' },
  staff: { en: 'staff', zh: '员工' },
  authority: { en: 'an authority', zh: '主管部门' },
};

export const roles: Readonly<Record<Role, Bilingual>> = {
  provision: { en: 'a provision', zh: '正文条款' },
  heading: { en: 'a heading', zh: '标题' },
  definition: { en: 'a definition', zh: '定义' },
  recital: { en: 'a recital', zh: '鉴于条款' },
  history: { en: 'an entry in the history of the document', zh: '文件的修订记录' },
  question: { en: 'a question', zh: '提问' },
  contents: { en: 'a table of contents', zh: '目录' },
  quotation: { en: 'quoted text', zh: '引文' },
  example: { en: 'an example', zh: '举例' },
  law: { en: 'a description of the law', zh: '对法律的描述' },
  blank: { en: 'left blank', zh: '留空' },
};

export const marks: Readonly<Record<MarkKind, Bilingual>> = {
  duty: { en: 'binds', zh: '义务' },
  prohibition: { en: 'prohibits', zh: '禁止' },
  weak: { en: 'hedges', zh: '弱化' },
  effort: { en: 'only tries', zh: '仅表示努力' },
  right: { en: 'permits', zh: '权利' },
  'no-duty': { en: 'denies a duty', zh: '否认义务' },
  exclusion: { en: 'carves out', zh: '除外' },
  condition: { en: 'soft condition', zh: '弱化条件' },
  not: { en: 'negates', zh: '否定' },
  past: { en: 'past', zh: '过去' },
};

/** What a page means by `@period` and the like. */
export const quantities: Readonly<Record<string, Bilingual>> = {
  period: { en: 'a period', zh: '期限' },
  frequency: { en: 'a frequency', zh: '频率' },
  deadline: { en: 'a deadline', zh: '时限' },
  standard: { en: 'a standard', zh: '标准' },
  level: { en: 'a level', zh: '等级' },
  contact: { en: 'a contact', zh: '联系方式' },
  date: { en: 'a date', zh: '日期' },
  amount: { en: 'an amount', zh: '金额' },
  placeholder: { en: 'a blank to fill in', zh: '待填空白' },
};

const particulars: Readonly<Record<string, Bilingual>> = {
  malware: { en: 'malware', zh: '恶意应用' },
  channel: { en: 'contact point', zh: '联系渠道' },
  frequency: { en: 'frequency', zh: '频率' },
  level: { en: 'level', zh: '级别' },
  deadline: { en: 'time limit', zh: '时限' },
  detection: { en: 'detection', zh: '发现' },
  removal: { en: 'removal', zh: '清除或者阻断' },
  action: { en: 'action', zh: '处置' },
  approval: { en: 'approval', zh: '批准人' },
  trigger: { en: 'trigger', zh: '触发事件或期限' },
  items: { en: 'items', zh: '所涉软硬件' },
  evidence: { en: 'evidence', zh: '证明材料' },
  evaluation: { en: 'evaluation', zh: '评审方法' },
  'contract-term': { en: 'contract term', zh: '合同条款' },
  pace: { en: 'pace', zh: '与发展相适应' },
  audience: { en: 'audience and time', zh: '对象、时间或者频次' },
  report: { en: 'report', zh: '报告义务' },
  consequence: { en: 'consequence', zh: '违反后的处理' },
};

/** A particular in words; one that is new on a page keeps the page's name for it. */
export const particularName = (name: string, locale: Locale): string => particulars[name]?.[locale] ?? name;
