import type { Force, Role, Side } from '../../document/statement.ts';
import type { Bilingual } from '../../text/span.ts';

// What a judge knows of a statement, in words.

export const forces: Readonly<Record<Force, Bilingual>> = {
  duty: { en: 'a duty', zh: '义务' },
  prohibition: { en: 'a prohibition', zh: '禁止' },
  statement: { en: 'a plain statement', zh: '直接陈述' },
  right: { en: 'a right, not a duty', zh: '权利而非义务' },
  weak: { en: 'a hedged statement', zh: '弱化表述' },
  soft: { en: 'something only tried, or done only where it suits', zh: '仅表示努力，或者视情况而定' },
  hollow: { en: 'a promise emptied by a carve-out', zh: '被除外条款架空' },
  denied: { en: 'a denial', zh: '否认' },
  past: { en: 'an account of what is already so', zh: '对已有情况的陈述' },
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

/** Why a statement that is no provision sets no duty. */
export const roleMessages: Readonly<Partial<Record<Role, Bilingual>>> = {
  heading: { en: 'a heading only', zh: '只有标题' },
  definition: { en: 'a definition, which sets no duty', zh: '只是定义，未设定义务' },
  recital: { en: 'a recital, not an operative clause', zh: '只是鉴于条款，不是正文条款' },
  history: {
    en: 'an entry in the history of the document, not a clause in force',
    zh: '只是文件的修订记录，不是有效条款',
  },
  question: { en: 'a question, not a commitment', zh: '只是提问，不是承诺' },
  contents: { en: 'a table of contents', zh: '只是目录' },
  quotation: { en: 'quoted text', zh: '只是引文' },
  example: { en: 'an example', zh: '只是举例' },
  law: { en: 'a description of the law, not a promise of a party', zh: '只是对法律的描述，不是当事方的承诺' },
  blank: { en: 'left blank', zh: '留空' },
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
