import { simplify } from '../text/fold.ts';

/** Final provisions by their heading, 附则 and the like: what is added to a document goes in front of them. */
export const isFinalHeading = (heading: string): boolean => finalHeading.test(simplify(heading).trim());

const finalHeading =
  /^(?:附\s*则|其[他它](?:约定|事项|条款|规定|内容)?|(?:一般|通用|最后|最终)(?:条款|规定)|杂项|解释(?:权|机关)?|施行(?:日期|时间)?|(?:合同|协议)?(?:的)?(?:生效|份数)(?:[与和及、].{1,6})?|(?:(?:final|closing|concluding|general|miscellaneous|other|transitional)(?: (?:and|&) (?:final|general|miscellaneous))?(?: (?:provisions?|terms?|matters?|clauses?))?|boilerplate|counterparts?|entry into force|commencement|effective date))[.。:：]?$/i;

/** Where a policy ends, too; but a number inserted in front of it would be the greater evil. */
export const isContactHeading = (heading: string): boolean => contactHeading.test(simplify(heading).trim());

const contactHeading =
  /^(?:(?:如何|怎样)?联系(?:我们|方式)|(?:本)?(?:政策|声明|协议|规则)的?(?:更新|变更|修订|修改)|(?:how to )?contact(?: us| details| information)?|(?:reviews?|revisions?|updates?)(?: of (?:this|the|these|our) [\w ]{3,30})?|changes(?: to (?:this|the|our) [\w ]{3,30})?|updates(?: to (?:this|the|our) [\w ]{3,30})?)[.。:：]?$/i;

/** A final provision by what it says: when the document takes effect, who interprets it, in how many copies it is made. */
export const isFinalClause = (text: string): boolean => finalClause.test(simplify(text));

const finalClause =
  /自.{1,30}(?:起|后)(?:正式|开始)?(?:施行|实施|生效|执行)|由.{1,24}(?:负责|予以)?(?:解释|说明)(?:和修订)?[。；]?$|一式.{1,8}份|\b(?:this|these) [\w ]{3,40}\b(?:takes? effect|enters? into force|comes? into (?:force|effect)|(?:is|are) effective)\b|\b(?:executed|made|signed|drawn up) in (?:\w+ )?(?:\(\w+\) )?(?:counterparts|copies|originals)\b/i;

/** A heading of what only opens a document: purpose, scope, definitions. No clause goes there. */
export const isOpeningHeading = (heading: string): boolean => openingHeading.test(simplify(heading).trim());

const openingHeading =
  /^(?:总\s*则|(?:编制)?(?:目的|依据|原则)(?:[与和及、].{1,6})?|(?:适用)?范围|工作原则|(?:术语|名词)?(?:[与和及])?(?:定义|释义|解释)|前言|引言|鉴于|(?:purpose|scope|definitions?|interpretation|introduction|background|recitals?|preamble|objectives?|about (?:us|this (?:policy|plan|document))|who we are)(?: (?:and|&) (?:purpose|scope|definitions?|interpretation|application))?)[.。:：]?$/i;

/** Where the parties sign. */
export const isSignature = (line: string): boolean => signature.test(line);

const signature =
  /^[\s#*>|_]*(?:in witness whereof|signatures?(?:\s+(?:page|block|of the parties))?(?=[\s*:：_|]*$|\s*[:：_])|signed (?:by|for)|last (?:updated|revised|reviewed)\b|(?:签订|签署|发布|更新|生效)(?:日期|时间|地点)\s*[：:]|executed (?:by|as)|execution page|by:\s*_|签署页|签字页|签\s*[章字署]|（?以下无正文|(?:甲|乙|买|卖)方\s*[（(](?:盖?章|公章|签))/i;

/** The heading of an annex. */
export const isAnnex = (heading: string): boolean => annex.test(heading);

const annex =
  /^[\s#*_]*(?:(?:annex|appendix|schedule|exhibit|attachment)\s+(?:[\dA-Z]+\b|[:：–—-])|附件|附录|附表)/i;
