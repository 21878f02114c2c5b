import { memoized } from '../text/memo.ts';
import type { LegalDocument } from './model.ts';
import type { Side } from './statement.ts';
import { sideOf } from './statements.ts';
import { termsOf, type DefinedTerm } from './terms.ts';

/** A party by the name that the document defines for it. */
export interface DefinedParty {
  readonly name: string;
  /** As the name or its definition tells; of a firm's own short name neither does. */
  readonly side: Side | undefined;
}

/** The parties that a document defines, in order: (the "Supplier"), （以下简称“乙方”）, Fernway Ltd ("Fernway"). */
export const partiesOf = memoized((document: LegalDocument): readonly DefinedParty[] =>
  termsOf(document).flatMap((term): DefinedParty[] => {
    const { name } = term;
    if (besides.test(name) || borrowed.test(term.text)) return [];
    const known = sideOf(name);
    if (known) return [{ name, side: known }];
    const defined = definedBy(term);
    if (isShortFor(name, store.exec(defined)?.[0])) return [{ name, side: 'platform' }];
    if (isShortFor(name, firm.exec(defined)?.[0])) return [{ name, side: undefined }];
    return person.test(defined) ? [{ name, side: 'user' }] : [];
  }),
);

/** Those who stand beside the parties. */
const besides = /third part|subcontract|sub-?process|affiliate|government|分包|第三方/i;

/** "Controller" has the meaning given in the Regulation: a word of the law. */
const borrowed = /\b(?:have|has) the (?:same )?meanings?\b|具有(?:与)?《[^》]*》[^。]*含义/;

/** What a name stands for: the words behind "means", else those in front, back to the definition before. */
function definedBy({ name, text, at }: DefinedTerm): string {
  const behind = means.exec(text.slice(at + name.length))?.[1];
  if (behind !== undefined) return behind;
  const front = text.slice(Math.max(0, at - 300), at).replace(introduction, '');
  return front.slice(front.search(/[^"”」』]*$/)).replace(/^\P{L}+/u, '');
}

const means =
  /^["“”»」』]?\s*(?:shall mean|means?|refers? to|has the meaning|is defined as|是指|系指|指的是|指|[:：])\s*(.{0,200})/s;
/** What leads from the thing to its name. */
const introduction =
  /\s*(?:[(（][^()（）]*|[,，]?(?:以?下)?(?:分别)?[简统合]?称[为作]?[:：]?|\b(?:is|are|be)\b[^"“(（]{0,30}|[为是即成]{1,2})["“«「『]?\s?$/;

const firm =
  /(?:[A-Z][\w&.'-]*,? (?:(?:of|and|for|de|&) )?){1,8}(?:Ltd|Limited|LL[CP]|Inc|Incorporated|Corp|Corporation|Company|Co|GmbH|AG|KG|SE|plc|PLC|Pte|Pty|S\.?A|[BN]\.?V|University|Foundation|Institute|Association|Bank|Trust|Group)\b(?!['’])|[^\s，。；、：:“”（）()]{0,40}(?:公司|集团|事务所|研究院|研究所|大学|学院|医院|学校|银行|协会|基金会|合作社|中心|厂|局|委员会)(?!的)/;

const store = /^.{0,60}(?:store|marketplace|platform|商店|市场|商城|平台)$/is;

const person =
  /(?:^|[,;] |\b(?:and|or|with|between|by) )(?:(?:each|every|all|any|an?|the|such|natural|private|registered) )*(?:persons?|people|individuals?|anyone|anybody|everyone|everybody|whoever|users?)\b|(?:的|自然)(?:人|个人|主体|用户|者)$/i;

/** Each character of a short name comes, in order, from the full one: 小鹿 of 深圳小鹿科技有限公司, ABM of Aster Business Machines. */
function isShortFor(name: string, full = ''): boolean {
  let at = 0;
  for (const character of name) {
    at = full.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
