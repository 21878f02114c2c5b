import type { DocumentWords } from '../catalogue/requirement.ts';
import type { LegalDocument } from '../document/model.ts';
import { definedNames, found, mostUsed, usesOfTerms, type Name } from './names.ts';

/** What a Chinese document calls the parties and what it speaks of. */
export function chineseWords(document: LegalDocument): DocumentWords {
  const { text, language, title } = document;
  const isChinese = (name: string): boolean => language === 'zh' || /[\u4e00-\u9fff]/.test(name);
  const names = definedNames(document, isChinese, pays);
  const party = (defined: readonly Name[], usual: RegExp, otherwise: string): string =>
    mostUsed(defined.length > 0 ? defined : found(text, usual), otherwise);
  const speaker = mostUsed([...names.speaker, ...found(text, speakers)], '');
  const user = mostUsed([...names.user, ...found(text, users)], '您');
  // An organisation that lays down rules for itself does not say 我们.
  const ownRules = /(?:制度|办法|规定|规程|细则|预案|方案)/.test(title?.text ?? '');
  const we = speaker || (ownRules ? '本单位' : '我们');
  const annex = mostUsed(found(text, annexes), '附件');
  return {
    supplier: party(names.supplier, suppliers, '乙方'),
    purchaser: party(names.purchaser, purchasers, '甲方'),
    user,
    your: `${user}的`,
    platform: speaker || '本平台',
    we,
    us: we,
    shall: mostUsed(found(text, binding), '应当'),
    shallNot: '不得',
    personalInformation: personalInformationOf(document),
    contract: mostUsed(found(text, /本(?:合同|协议)/g), /协议/.test(title?.text ?? '') ? '本协议' : '本合同'),
    annex,
    servicesAnnex: servicesAnnexOf(text) ?? `${annex}【\${9:编号}】`,
  };
}

/** 应 of its own, not of 响应 or 相应. */
const binding =
  /应当|必须|(?<![供响相反适对效感回因顺呼])应(?![当该用急对收付答邀聘届征诉标])|(?<![无毋必])须(?!知)/g;

// Names that are used as they are understood, without a definition.
const suppliers = /乙方|供应商|卖方|投标人|服务商|受托方|承包人|中标人|供货方/g;
const purchasers = /甲方|采购人|买方|委托方|招标人|需方/g;
const users = /您|你|会员|用户(?!协议|名|服务|体验)/g;
/** What is a word for things as well (云平台, 市场监管) speaks only at the head of a clause. */
const speakers =
  /我们|我司|本(?:公司|单位|平台|商店|市场|集团|中心|院|校|行)|(?:(?<![\u4e00-\u9fff])|(?<=[由经向与和及对给的时后前者至]))(?:公司|平台|商店|应用商店|应用市场|市场)(?!的|监|秩|价|调|推|营|主体|份|上|中|化|竞|准|有限|股份|规则)/g;

/** 南星支付价款, 南星应当向北风支付 */
const pays = (names: string): RegExp =>
  new RegExp(`(?<!向)(${names})(?:应当?|须|将|同意|按)?[^，。；\\n]{0,24}(?:支付|付款)`, 'g');

/** The term that the document defines for it, else as it writes it. */
function personalInformationOf(document: LegalDocument): string {
  const defined = [...usesOfTerms(document)]
    .filter(([name]) => /个人(?:信息|数据|资料)$/.test(name) && !/敏感|重要/.test(name))
    .map(([word, uses]): Name => ({ word, uses }));
  const usual = /个人(?:信息|数据|资料)(?!保护)/g;
  return mostUsed(defined.length > 0 ? defined : found(document.text, usual), '个人信息');
}

const number = '[一二三四五六七八九十]+|[\\dA-Z]+';
const annexes = new RegExp(`(附件|附录|附表)\\s?(?:${number})`, 'g');

/** The annex that describes the services, as its heading or a reference to it tells. */
const servicesAnnexOf = (text: string): string | undefined =>
  (new RegExp(`^[#* ]*((?:附件|附录|附表)\\s?(?:${number}))[^\\n]{0,20}服务`, 'm').exec(text) ??
    new RegExp(
      `((?:附件|附录|附表)\\s?(?:${number}))(?:所列|所附|所述|约定|载明|规定|列明)的?[^，。；\\n]{0,8}服务`,
    ).exec(text) ??
    new RegExp(`服务[^。；\\n]{0,16}(?:见|列于|载于)((?:附件|附录|附表)\\s?(?:${number}))`).exec(text))?.[1];
