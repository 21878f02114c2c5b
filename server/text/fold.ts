/**
 * Folds a text for comparison, character by character, so that offsets stay what they were: lower case,
 * full-width forms to half-width, typographic quotes and dashes to plain ones, odd spaces to a space,
 * traditional characters to simplified ones.
 */
export function fold(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 45) {
      // "cyber-security" and "cyber security" are one word to a reader.
      if (!isLetter(text.charCodeAt(i - 1)) || !isLetter(text.charCodeAt(i + 1))) continue;
      out += text.slice(from, i) + ' ';
      from = i + 1;
      continue;
    }
    if (code < 0x80) {
      if (code < 65 || code > 90) continue;
    } else if (code >= 0x4e00 && code <= 0x9fff && !traditional.has(code)) continue;
    const folded = foldUnit(code);
    if (folded === code) continue;
    out += text.slice(from, i) + String.fromCharCode(folded);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

function foldUnit(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 0xff01 && code <= 0xff5e) return foldUnit(code - 0xfee0);
  if (code === 0x2018 || code === 0x2019 || code === 0x02bc) return 39;
  if (code === 0x201c || code === 0x201d || code === 0x300c || code === 0x300d) return 34;
  if (code >= 0x2010 && code <= 0x2015) return 45;
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f) return 32;
  if (code >= 0x4e00 && code <= 0x9fff) return traditional.get(code) ?? code;
  if (code < 0x80) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** Traditional → simplified, for the characters of the vocabulary; pairs written side by side. */
const pairs =
  '網网絡络資资訊讯電电聯联業业務务個个護护護护隱隐應应當当須须責责條条規规則则處处理理銷销毀毁刪删儲储存存' +
  '傳传輸输數数據据庫库檢检測测評评風风險险級级報报發发現现報报內内時时間间關关於于與与為为違违種种類类' +
  '從从無无義义務务權权開开審审計计認认證证書书標标準准產产術术員员訓训練练專专職职費费預预算算資资保保' +
  '額额項项採采購购買买賣卖約约簽签訂订給给對对異异單单戶户號号碼码帳帐賬账錄录儘尽儘尽盡尽維维護护漏漏' +
  '點点體体機机構构構构織织團团隊队領领導导辦办設设備备軟软硬硬裝装連连線线雲云計计劃划動动運运營营' +
  '協协調调查查詢询問问題题響响復复複复擊击惡恶釣钓魚鱼偽伪詐诈騙骗擾扰亂乱殺杀毒毒馬马屍尸' +
  '監监督督視视控控製制裝装補补丁丁熱热實实現现經经過过還还這这個个們们您您請请讓让將将會会來来後后' +
  '並并且且歸归還还儲储佔占範范圍围場场環环節节總总統统總总結结論论議议決决則则適适遵遵' +
  '離离職职轉转讓让公公開开獲获取取權权許许可可撤撤銷销匯汇總总終终止止齊齐聲声請请訴诉舉举' +
  '葉叶蹤踪邏逻輯辑選选擇择載载錯错誤误邊边際际濫滥凍冻結结營营銀银購购寫写讀读貨货幣币價价' +
  '質质驗验收收繳缴納纳繫系係系統统屬属層层嚴严禁禁廣广廠厂歷历遲迟歲岁幾几麼么';
const traditional: ReadonlyMap<number, number> = new Map(
  [...pairs.matchAll(/(.)(.)/gu)]
    .map(([, from, to]) => [from?.charCodeAt(0) ?? 0, to?.charCodeAt(0) ?? 0] as const)
    .filter(([from, to]) => from !== to),
);

/** Whether a UTF-16 unit is a Chinese character or full-width punctuation, which stand without spaces. */
export const isWide = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60);
