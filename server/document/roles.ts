import type { Block } from './model.ts';
import type { Role } from './statement.ts';

/** What a statement does, seen from its form alone. Only a `provision` can meet a requirement. */
export function roleOf(text: string, folded: string, block: Block, heading: string): Role {
  if (block.kind === 'heading') return 'heading';
  if (block.kind === 'contents' || contentsHeading.test(heading.trim())) return 'contents';
  if (block.row && contentsHeader.test(block.row.header)) return 'contents';
  if (block.kind === 'code' && !/[。；]|\b(shall|must|will|we|you)\b/i.test(text)) return 'quotation';
  if (block.quoted) return 'quotation';
  if (historyHeading.test(heading.trim()) || (block.row && historyHeader.test(block.row.header)))
    return 'history';
  if (blank.test(folded) || emptied.test(folded) || deleted.test(folded)) return 'blank';
  if (label.test(text) && !acts.test(folded)) return 'heading';
  if (asks(folded)) return 'question';
  if (block.kind !== 'cell' && definition.some((pattern) => pattern.test(text))) return 'definition';
  if (recital.test(folded) || (recitalHeading.test(heading.trim()) && !binds.test(folded))) return 'recital';
  if (definitionHeading.test(heading.trim()) && !binds.test(folded)) return 'definition';
  if (termsHeading.test(heading.trim()) && entry.test(text) && !binds.test(folded)) return 'definition';
  if (example.test(folded)) return 'example';
  if (law.some((pattern) => pattern.test(folded)) && !adopts.test(folded) && !asLawRequires.test(folded))
    return 'law';
  return 'provision';
}

/** "4.2 Security incidents. The Supplier shall …": a title on the line of its clause. */
export const isRunInTitle = (text: string): boolean =>
  runIn.test(text) && !acts.test(text.replace(number, '').toLowerCase());

const number = /^(?:[(（]?[A-Z]{0,2}[.-]?\d[\d.]*[)）]?|[(（][a-z]{1,4}[)）]|第[^条]{1,6}条)[\s、]*/i;
const runIn = /^[\s\d.()（）A-Z-]{0,12}[A-Z][^.,:;!?。，：；！？]{2,48}\.$/;

const blank =
  /^[\s\d.()（）、第条]*(?:\[?(?:intentionally (?:omitted|deleted|left blank)|reserved|not applicable|n\/a|none|tbd)\]?|不适用|保留|略|无|待定|此处空白|本条删除)[\s.。]*$/;
/** `八、监督检查：（略）`, "Audit: reserved". */
const emptied =
  /^[^，,。；;:：(（]{0,24}[:：(（]\s*[(（[【]?(?:略|从略|待定|待补充|暂缺|暂无|空缺|另行(?:规定|制定|公告|通知|约定)|本项目不(?:要求|涉及|适用)|reserved|to be (?:added|completed|defined|determined))[)）\]】]?[\s.。]*$/;
/** `第八条 监督检查：`, "3.2 Security training:": a name for what follows, or for nothing. */
const label =
  /^(?:第[一二三四五六七八九十百零\d]{1,6}[条章节款]|[一二三四五六七八九十]{1,3}[、\s]|[(（][^()（）]{1,4}[)）]|\d{1,2}(?:\.\d{1,2})*[.、)\s])[^，,。；;:：!?！？]{2,40}[:：]$/;
/** What says something before its colon: "We notify:", 乙方应当：. */
const acts =
  /\b(?:shall|must|will|may|can|should|is|are|be|has|have|do|does|we|you|they|it|not|no|never|please|required|responsible|agrees?|undertakes?|ensures?|keeps?|requires?|includes?|including|following|such as|who|which|that|to|every|each|(?:bi-?)?annually|yearly|monthly|quarterly|weekly|daily)\b|应(?![用急对])|须|需|将|会|可|要|得|不|禁止|严禁|负责|进行|开展|提供|包括|包含|如下|下列|以下|下述|每|由|对|向|请|我们|我方|我司|本公司|本平台|乙方|甲方|供应商|投标人|中标|平台|用户|您|你|承诺|保证|确保|设立|设置|建立|制定|组织|配备|采取|定期|立即|及时/;
/** "[Intentionally deleted: …]", "Clause 1.1 (…) is deleted", （本条删除：…）: the words of a clause that is gone. */
const deleted =
  /^[\s\d.[(（【]*(?:(?:intentionally )?(?:deleted|omitted|repealed|superseded|struck out)|本[条款项](?:已)?(?:删除|废止|作废))[:：]|^(?:clause|section|article|paragraph) [\d.]+ ?\([^)]*\) (?:is|has been) (?:hereby )?(?:deleted|removed|repealed|struck)|^第[^（(,，。]{1,12}[条款][（(][^）)]*[）)](?:予以|已)?(?:删除|废止|作废)/;
/** Whether a statement asks something. */
export const asks = (text: string): boolean => question.test(text);

const question = /[?？]["”’)）]*$/;
const definition = [
  /^\W*(?:\(?[a-z0-9.]{1,5}\)\s*)?["“”'‘’*]{1,3}[^"“”]{1,80}["“”'‘’*]{1,3}[^.]{0,40}?\s(?:means?|shall mean|refers? to|is defined as|has the meaning|includes?)\b/i,
  /^[\w\s().-]{0,30}\b[A-Z][\w-]*(?: [A-Z][\w-]*){0,4}[”"]? (?:means|shall mean|is defined as|has the meaning)\b/,
  /^[\s\d.()（）、第条一二三四五六七八九十]*["“”「『]?[^，。；:：]{1,30}["”」』]?(?:（[^）]*）)?[，,:：]?\s*(?:是指|系指|特指|指的是|指：)/,
  /^[\s\d.()（）、一二三四五六七八九十]*["“「][^”"」]{1,30}["”」][，,:：]?\s*指/,
  /^[\s\d.()（）、一二三四五六七八九十]*“[^”]{1,30}”\s*[:：]/,
];
const recital = /^[\s(（a-z)\d.]*(?:whereas\b|鉴于|近年来|随着(?!业务需要))/;
/** Policies put duties under "Background"; a recital holds none. */
const binds =
  /\b(?:shall|must|will|required|responsible|agrees?|undertakes?|ensures?|maintains?)\b|应当|应(?![用急对])|必须|不得|负责|须/;
const recitalHeading = /^(?:recitals?|whereas|background|preamble|鉴于|鉴于条款|背景)[.:：]?$/i;
/** What a version changed binds nobody. */
const historyHeading =
  /^(?:change ?log|(?:(?:revision|version|document|amendment|change) )+(?:history|log|record)|history of (?:changes|revisions|versions|amendments)|(?:文件|文档|制度|版本)?(?:修订|变更|版本|修改|更新|制修订)(?:记录|历史|日志|履历)(?:表)?|版本信息)[.:：]?$/i;
const historyHeader =
  /\b(?:version|revision|rev|edition|ver)\b(?=.*\b(?:date|issued)\b)(?=.*\b(?:changes?|amendments?|description|summary|comments?|notes|author)\b)|(?:版本|版次|修订).*(?:修订|变更|修改|更新)(?:内容|说明|摘要|记录|事项)|(?:版本|版次)(?:号)?\W.*(?:日期|时间|年月)\W.*(?:变化|变更|改动|修改|更新|修订|调整|说明|内容|摘要)/i;
const contentsHeader =
  /(?:章|节|条|标题|名称|内容|目录).*(?:页码|页次|页数)|^\W*章(?:节|号)?\W+(?:标题|名称)|\b(?:chapter|section|title|heading)\b.*\bpages?\b/i;
const contentsHeading = /^(?:(?:table of )?contents|index|目录|目\s*次|目\s*录)[.:：]?$/i;
const definitionHeading =
  /^(?:definitions?|glossary|terms used|interpretation|key definitions|defined terms|定义|术语|术语和定义|名词解释|释义|词语定义)[.:：]?$/i;
/** "Drill: the yearly exercise of the plan", under "Terms". */
const termsHeading = /^(?:terms|terms and definitions|terminology|key terms|concepts)[.:：]?$/i;
const entry = /^[^:.;]{3,70}:\W*(?:the|an?)\b/;
const example = /^(?:for example|for instance|e\.g\.|example:|示例|例如|举例|比如|范例)/;
const law = [
  /^(?:(?:according to|under) )?(?:the )?[\w\s,'()-]{0,60}\b(?:law|act|regulations?|provisions|measures|opinions|directive|gdpr|ccpa|hipaa)\b[\w\s,()]{0,20} (?:requires?|provides?|stipulates?|obliges?|states?|mandates?|calls? for)\b/,
  /^(?:根据|按照)?《[^》]{2,40}》(?:第[^，。]{1,12}[条款])?(?:的)?(?:规定|要求|明确|提出)/,
];
/** "… authorities, where the law requires it": what a law requires is only the condition. */
const asLawRequires =
  /\b(?:if|where|when|unless|as|because|since|that|those|than|what|whatever) (?:(?:the|a|any|such|applicable|relevant|other|data|protection|privacy) ){0,3}(?:law|laws|act|regulations?|provisions)\b[\w\s]{0,20} ?(?:requires?|obliges?|mandates?|provides?)\b/;
/** "… requires it, and the Supplier shall comply": then it is a promise. */
const adopts =
  /\b(?:we|supplier|vendor|contractor|provider|company|parties|organi[sz]ation)\b.{0,60}\b(?:shall|will|must|comply|agree)|乙方|卖方|供应商|我们|本公司|投标人|承诺/;
