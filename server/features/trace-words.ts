import type { Assessment, Outcome } from '../assess/assessment.ts';
import type { MarkKind } from '../document/statement.ts';
import type { Bilingual, Locale } from '../text/span.ts';

/** The words in which a trace is told. */
export const phrases: Readonly<Record<Locale, Phrases>> = {
  en: {
    comma: ', ',
    semicolon: '; ',
    colon: ': ',
    is: ' = ',
    lines: (first, last) => (first === last ? `Line ${first}` : `Lines ${first}–${last}`),
    role: 'read as: ',
    under: 'under: ',
    leadIn: 'led in by: ',
    parties: 'parties: ',
    marks: 'words of force: ',
    concepts: 'concepts: ',
    known: (name, id) => `${name} (${id})`,
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
    lacking: 'note: ',
    noStatement: (line) => `nothing is read on line ${line}: blank, front matter, a comment or not checked`,
  },
  zh: {
    comma: '、',
    semicolon: '；',
    colon: '：',
    is: ' = ',
    lines: (first, last) => (first === last ? `第${first}行` : `第${first}–${last}行`),
    role: '读作：',
    under: '所在标题：',
    leadIn: '引导句：',
    parties: '当事方：',
    marks: '表示效力的词语：',
    concepts: '概念：',
    known: (name, id) => `${name}（${id}）`,
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
    lacking: '说明：',
    noStatement: (line) => `第${line}行没有可读的内容：空行、文首信息、注释或者未检查的部分`,
  },
};

interface Phrases {
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly is: string;
  readonly lines: (first: number, last: number) => string;
  readonly role: string;
  readonly under: string;
  readonly leadIn: string;
  readonly parties: string;
  readonly marks: string;
  readonly concepts: string;
  readonly known: (name: string, id: string) => string;
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
  readonly noStatement: (line: number) => string;
}

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
  past: { en: 'tells what is already so', zh: '陈述已有情况' },
};

/** What the pages call particulars and parts. */
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
  kinds: { en: 'kinds of information', zh: '信息种类' },
  purpose: { en: 'purpose', zh: '目的' },
  limit: { en: 'limit of use and sharing', zh: '使用和提供的限制' },
  safeguards: { en: 'safeguards', zh: '安全措施' },
  'place-or-period': { en: 'place or period', zh: '地点或者期限' },
  security: { en: 'security', zh: '安全要求' },
  kept: { en: 'keeping', zh: '建立和维护' },
  shared: { en: 'sharing', zh: '共享' },
};

/** A particular or a part in words; one that is new on a page keeps the page's name for it. */
export const particularName = (name: string, locale: Locale): string => particulars[name]?.[locale] ?? name;
