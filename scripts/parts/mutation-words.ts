import type { Locale } from '../../server/text/span.ts';

/** What is done to a clause; `delete` and `recital` need no grammar. */
export const kinds = ['delete', 'negate', 'weaken', 'recital', 'swap'] as const;
export type Kind = (typeof kinds)[number];

/** A sentence with its meaning turned; undefined where the sentence gives no hold. */
export function turn(kind: Kind, sentence: string, language: Locale, register: string): string | undefined {
  const turned =
    kind === 'swap'
      ? swap(sentence, language, register)
      : kind === 'negate' || kind === 'weaken'
        ? language === 'en'
          ? inEnglish(kind, sentence)
          : inChinese(kind, sentence)
        : undefined;
  return turned === sentence ? undefined : turned;
}

/** Whether a duty, a ban or a "be" stands in it: a clause that hangs on its lead-in has none of its own. */
export const hasVerb = (sentence: string, language: Locale): boolean =>
  turn('negate', sentence, language, '') !== undefined;

type Grammar = 'negate' | 'weaken';

/** Turns every verb of the sentence's own; those of conditions and relative clauses stay. */
function inEnglish(kind: Grammar, sentence: string): string {
  let bound = false;
  const modal = outside(sentence, subordinate, (part) =>
    part
      .replace(/\b(shall|must|will) (not\b)?/g, (_, __, not: string | undefined) => {
        bound = true;
        if (kind === 'weaken') return `should, where practicable, ${not ?? ''}`;
        return not ? 'may' : 'need not ';
      })
      .replace(/need not contain no\b/, 'may contain')
      .replace(/\b(is|are) (?=responsible\b)/g, kind === 'negate' ? '$1 not ' : '$1, where practicable, '),
  );
  // "shall not open it until …": it may, before.
  if (bound) return kind === 'negate' ? modal.replace(/\b(may [^,;]*) until\b/, '$1 before') : modal;
  let begun = false;
  let addressed = false;
  // "We use it only for …" says that it is not used otherwise: nobody owes that.
  const free = bounded.test(sentence) ? 'need not' : 'do not';
  return outside(sentence, subordinate, (part, first) =>
    denyAll(
      part.replace(englishVerb, (whole: string, ...found: (string | undefined)[]) => {
        const [be, not, who, before, verb, third] = found;
        if (be !== undefined) {
          begun = true;
          if (kind === 'weaken') return `${be}, where practicable, ${not ?? ''}`;
          return not ? `${be} ` : `${be} not `;
        }
        if (who !== undefined && verb !== undefined) {
          if (auxiliary.test(verb) || (!first && !begun)) return whole;
          begun = addressed = true;
          if (/do not/.test(before ?? ''))
            return kind === 'negate' ? `${who} ${verb}` : `${who} try not to ${verb}`;
          return kind === 'negate'
            ? `${who} ${free} ${before ?? ''}${verb}`
            : `${who} endeavour, where practicable, to ${before ?? ''}${verb}`;
        }
        const stem = verbs.find((v) => thirdPerson(v) === third);
        // "Review records, complaints and decisions are kept": in front of its verb a sentence has nouns.
        const noun = addressed || (!begun && englishBe.test(part));
        if (stem === undefined || noun) return whole;
        begun = true;
        return kind === 'negate' ? `does not ${stem}` : `endeavours, where practicable, to ${stem}`;
      }),
    ),
  );
}

/** "are not graded and protected" leaves open which is denied. */
const denyAll = (part: string): string =>
  part
    .replace(/\b((?:is|are) not) ([^,;]*?)\band (?=[a-z]+ed\b)/g, '$1 $2and $1 ')
    .replace(joinedVerb(), '$1 $2and $1 ');

/** "do not review it and tell them": the second verb, known by its object. */
const joinedVerb = (): RegExp =>
  new RegExp(
    `\\b((?:do|does|need) not) ([^;]*?)\\band (?=(?:${verbs.join('|')}) (?:the|it|them|its|their|an?|all|every|you|us|any)\\b)`,
    'g',
  );

const englishVerb =
  /\b(is|are) (not )?(?!only\b)|(?<=^[^A-Za-z]*|[,;:] (?:and |but )?)\b([Ww]e|[Yy]ou|[Tt]hey) ((?:do not |only )?)([a-z]+)\b|(?<!\b(?:the|an?|of|and their|security|these|any|no|or|test|[a-z]+s) )\b([a-z]+s)\b/g;
/** A bound, not "read only". */
const bounded = /\bonly (?:after|while|what|if|for|with|as|to)\b| only[,.:;]/;
const englishBe = /\b(?:is|are)\b/;
const auxiliary = /^(?:are|have|had|can|may|who|that|not|only|shall|must|will)$/;

/** A condition to its comma, a relative clause with its verb. */
const subordinate =
  /\b(?:before|after|when|whenever|once|if|until|unless|where|in order to|to the extent that|as soon as|what)\b(?:(?! and (?:shall|must|will)\b)[^,;:])*|\b(?:that|which|who|whom|whose \w+|what)\b(?: \w+ly)? (?:(?:shall|must|will|can|cannot|may|is|are|has|have|do not|does not|need) (?:not |been |be )*\w+|\w+ (?:or may )?\w+)/gi;

/** Changes a text but for the stretches that `kept` finds. */
function outside(text: string, kept: RegExp, change: (part: string, first: boolean) => string): string {
  let from = 0;
  let out = '';
  for (const match of text.matchAll(kept)) {
    out += change(text.slice(from, match.index), from === 0) + match[0];
    from = match.index + match[0].length;
  }
  return out + change(text.slice(from), from === 0);
}

const thirdPerson = (verb: string): string =>
  /(?:[sx]|ch|sh)$/.test(verb) ? `${verb}es` : /[^aeo]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;

const verbs =
  'accept answer approve assign assist audit block carry check close collect comply confirm conclude coordinate cover delete detect drill encrypt ensure enter evaluate examine explain give grant hold impose inform investigate keep lead maintain meet monitor name notify pass perform plan preserve process protect provide quarantine reach record remedy remove repair repeat report require restore review scan set share start state store submit take tell test train use verify warn isolate grade file retain'.split(
    ' ',
  );

/** Turns every part of the sentence that has a verb; conditions (……的，……前，……后，) stay. */
function inChinese(kind: Grammar, sentence: string): string {
  const free = kind === 'negate' ? '无须' : '尽量';
  let changed = false;
  let scope = false;
  const parts = sentence.split(/(?<=[，；;])/).map((part, index, all) => {
    const condition = /(?:(?<!目)的|前|后|时|期间)[，]$/.test(part) && index < all.length - 1;
    if (condition) return part;
    const turned = chinesePart(kind, free, part, scope);
    if (turned !== part) changed = scope = true;
    if (/[；;]$/.test(part)) scope = false;
    return turned;
  });
  return changed ? parts.join('') : sentence;
}

function chinesePart(kind: Grammar, free: string, part: string, scope: boolean): string {
  const modal = part
    .replace(/不得|禁止/g, kind === 'negate' ? '可以' : '尽量不')
    .replace(/(?<!将)不会/g, kind === 'negate' ? '会' : '尽量不')
    .replace(/(?:均|也|并)?(?:应当|必须|须(?!知)|务必|(?<![相供反响效适感回])应(?![用急对答变]))/g, free)
    .replace(/将(?=立即|在|视|予以)/g, free);
  if (modal !== part) return modal;
  if (/责任人[。；，]?$/.test(part) && /为/.test(part))
    return kind === 'negate' ? part.replace('为', '不是') : part.replace('为', '原则上为');
  const approval = /经(.{2,10})批准后方可/.exec(part);
  if (approval)
    return kind === 'negate'
      ? part.replace(approval[0], `无须经${approval[1] ?? ''}批准即可`)
      : part.replace(approval[0], `尽量经${approval[1] ?? ''}批准后`);
  const subject = chineseSubject.exec(part);
  if (subject) {
    const at =
      subject.index +
      subject[0].length +
      (/^（[^）]*）/.exec(part.slice(subject.index + subject[0].length))?.[0].length ?? 0);
    // A right is denied; it is weak as it is.
    if (part.startsWith('可以', at))
      return kind === 'negate' ? `${part.slice(0, at)}无权${part.slice(at + 2)}` : part;
    return `${part.slice(0, at)}${free}${part.slice(at).replace(/^(?:才?会|均)/, '')}`;
  }
  if (scope && goesOn.test(part)) return part.replace(/^(?:并且|并)?/, `也${free}`);
  const verb = chineseVerb.exec(part);
  return verb ? `${part.slice(0, verb.index)}${free}${part.slice(verb.index).replace(/^才/, '')}` : part;
}

const chineseSubject =
  /(?<![仅只]?在)(?<!由|经)(?:我们|您|北风公司|公司|本商店|[甲乙]方(?:或者其(?:指定|委托)的[^，]{2,16}机构)?|中标人|投标人|采购人|(?<![^，、]{14})[^，、的在为向由]{0,8}(?:网络安全部|审计部门|运行中心|安全负责人|保护负责人|首席网络官|总经理|邮件网关))(?![的在]?[^，]{0,2}(?:使用的|收集的|有关的))(?![。；，]|的|所投|交付的|将理由|与|安全总监|网络安全部|网络运行中心|报案|或者)/;
const goesOn =
  /^(?:在|并(?!不)|予以|向|及时|每|持续|防止|保存|配合|停用|暂停|告知|按照|编制|担任|对|经|提供)/;
const chineseVerb =
  /予以|遵守|接受|按照(?=[^，]{1,16}定级)|对(?=[^，]{1,12}负责)|由(?=[^，]{2,12}(?:评估|检测|进行))|通过(?=[^，]{0,16}(?:认证|检测|审核))|划分|(?<=[，中时])采用|采用(?=[A-Z])|存储于|加密存储|加密(?=[。，；]$)|编制|核验|删除(?=您)|每(?:年|季度|月)|存入|录音(?=[。，])|才申请(?=下列)|检测(?=恶意|钓鱼)|安装防|持有|提供|写明|指定|至少|收集(?=您)|利用|隔离|启动|确认等级/;

interface Pairing {
  readonly en: readonly (readonly [RegExp, string])[];
  readonly zh: readonly (readonly [RegExp, string])[];
}

/** Who stands across from whom, by the register of the document. */
const sides: Readonly<Record<string, Pairing>> = {
  contract: {
    en: [
      [/\bThe Supplier\b/g, 'The Purchaser'],
      [/\bthe Supplier\b/g, 'the Purchaser'],
      [/\bThe Purchaser\b/g, 'The Supplier'],
      [/\bthe Purchaser\b/g, 'the Supplier'],
    ],
    zh: [
      [/乙方/g, '甲方'],
      [/甲方/g, '乙方'],
    ],
  },
  bid: {
    en: [
      [/\b(?:The Supplier|The successful Bidder|The Bidder)\b(?!'s)/g, 'The Purchaser'],
      [/\bthe (?:Supplier|successful Bidder|Bidder)\b(?!'s)/g, 'the Purchaser'],
      [/\bThe Purchaser\b(?!'s)/g, 'The successful Bidder'],
      [/\bthe Purchaser\b(?!'s)/g, 'the successful Bidder'],
    ],
    zh: [
      [/中标人|投标人|乙方|供应商/g, '采购人'],
      [/采购人|甲方/g, '中标人'],
    ],
  },
  terms: {
    en: [
      [/\bWe\b/g, 'You'],
      [/\bwe\b/g, 'you'],
      [/\bYou\b/g, 'We'],
      [/\byou\b/g, 'we'],
    ],
    zh: [
      [/我们/g, '您'],
      [/您|用户/g, '我们'],
    ],
  },
  store: {
    en: [
      [/\b(?:The|the) Store\b(?!'s)/g, 'the developer'],
      [/\b(?:The|the|a) developer\b(?!'s| account)/g, 'the Store'],
    ],
    zh: [
      [/本商店/g, '开发者'],
      [/开发者/g, '本商店'],
    ],
  },
  policy: {
    en: [
      [/\b(?:The Company|We)\b(?!'s)/g, 'The customer'],
      [/\b(?:the Company|we)\b(?!'s)/g, 'the customer'],
    ],
    zh: [[/我们|公司|北风公司/g, '客户']],
  },
};

/** What belongs to the parties changes with them: a purchaser has equipment where a bidder has its bid. */
const papers: Readonly<Partial<Record<string, Pairing>>> = {
  bid: {
    en: [[/\bits bid\b/, 'the file on its own equipment']],
    zh: [[/投标文件/, '自有设备档案']],
  },
  terms: {
    en: [
      [/\byour\b/, 'our'],
      [/\bour\b/, 'your'],
    ],
    zh: [],
  },
};

/** Who does what nobody is named for, once it is the wrong one. In a bid it binds the bidder whoever is named. */
const others: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  contract: { en: 'the Purchaser', zh: '甲方' },
  terms: { en: 'you', zh: '您' },
  store: { en: 'the developer', zh: '开发者' },
  policy: { en: 'the customer', zh: '客户' },
};

/**
 * The parties change places where one of them is the subject, alone or behind a condition; where nobody is named, the
 * other one is.
 */
function swap(sentence: string, language: Locale, register: string): string | undefined {
  const pairs = sides[register]?.[language] ?? [];
  const isSubject = pairs.some(([party]) =>
    new RegExp(
      // "The developer is told": who suffers the act does not owe it.
      `^[^A-Za-z\\u4e00-\\u9fff]*(?:第[^条]{1,4}条)?(?:\\([a-z]\\)|[一二三四五六七八九十]+[）、])?[\\s　]*(?:(?:Before|After|When|If|Where|Once|On) [^,.;]*, |[^，。；]{2,40}(?:的|前|后|时)，)?(?:${party.source})(?! (?:is|are) (?:told|given|\\w+ed)\\b)`,
    ).test(sentence),
  );
  const other = others[register]?.[language];
  if (!isSubject) return other && byOther(sentence, language, other);
  const all = [...pairs, ...(papers[register]?.[language] ?? [])];
  return sentence.replace(
    new RegExp(all.map(([party]) => `(${party.source})`).join('|'), 'g'),
    (...found) => {
      const index = all.findIndex((_, i) => found[i + 1] !== undefined);
      return all[index]?.[1] ?? String(found[0]);
    },
  );
}

/** "Systems are graded by the customer": an agent for a passive or a Chinese clause without a subject. */
function byOther(sentence: string, language: Locale, other: string): string | undefined {
  if (
    sentence.includes('|') ||
    /^\W*(?:[\d.]+ )?The developer (?:is|are)\b/.test(sentence) ||
    / by (?:the|an?) |由|接受|应当|必须|须/.test(sentence)
  )
    return undefined;
  const to =
    language === 'zh'
      ? sentence.replace(ownVerb, `由${other}$&`)
      : outside(sentence, subordinate, (part) =>
          part.replace(/\b(?:is|are|be) (?:\w+ed|kept|held)\b(?! by\b)/g, `$& by ${other}`),
        );
  return to === sentence ? undefined : to;
}

const ownVerb =
  /(?<=[^，。；]{2}|，)(?:划分|开展|存储于|加密存储|每(?:年|季度|月)(?!.*接受)|予以屏蔽|保存(?=.年))/;
