import { simplify } from '../text/fold.ts';

/** Final provisions by their heading, 附则 and the like: what is added to a document goes in front of them. */
export const isFinalHeading = (heading: string): boolean => finalHeading.test(simplify(heading).trim());

const finalHeading =
  /^(?:附\s*则|其[他它](?:约定|事项|条款|规定|内容)?|(?:一般|通用|最后|最终)(?:条款|规定)|杂项|解释(?:权|机关)?|施行(?:日期|时间)?|(?:合同|协议)?(?:的)?(?:生效|份数)(?:[与和及、].{1,6})?|(?:(?:final|closing|concluding|general|miscellaneous|other|transitional)(?: (?:and|&) (?:final|general|miscellaneous))?(?: (?:provisions?|terms?|matters?|clauses?))?|boilerplate|counterparts?|entry into force|commencement|effective date))[.。:：]?$/i;

/** A final provision by what it says: when the document takes effect, who interprets it, in how many copies it is made. */
export const isFinalClause = (text: string): boolean => finalClause.test(simplify(text));

const finalClause =
  /自.{1,30}(?:起|后)(?:正式|开始)?(?:施行|实施|生效|执行)|由.{1,24}(?:负责|予以)?(?:解释|说明)(?:和修订)?[。；]?$|一式.{1,8}份|\b(?:this|these) [\w ]{3,40}\b(?:takes? effect|enters? into force|comes? into (?:force|effect)|(?:is|are) effective)\b|\b(?:executed|made|signed|drawn up) in (?:\w+ )?(?:\(\w+\) )?(?:counterparts|copies|originals)\b/i;

/** Where the parties sign. */
export const isSignature = (line: string): boolean => signature.test(line);

const signature =
  /^[\s#*>|_]*(?:in witness whereof|signatures?(?:\s+(?:page|block|of the parties))?(?=[\s*:：_|]*$|\s*[:：_])|signed (?:by|for)|executed (?:by|as)|execution page|by:\s*_|签署页|签字页|签\s*[章字署]|（?以下无正文|(?:甲|乙|买|卖)方\s*[（(](?:盖?章|公章|签))/i;

/** The heading of an annex. */
export const isAnnex = (heading: string): boolean => annex.test(heading);

const annex =
  /^[\s#*_]*(?:(?:annex|appendix|schedule|exhibit|attachment)\s+(?:[\dA-Z]+\b|[:：–—-])|附件|附录|附表)/i;
