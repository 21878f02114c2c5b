import { groundOf } from '../../server/assess/messages.ts';
import type { Catalogue, Requirement } from '../../server/catalogue/requirement.ts';

/** What a page says of the Opinions beyond what its ground allows, and texts that are out of form. */
export function wordingFaults(requirement: Requirement, catalogue: Catalogue): string[] {
  const faults: string[] = [];
  const { title, expects, aims, strength, facts, prose, ground } = requirement;
  const message = groundOf(requirement, catalogue);
  for (const locale of ['en', 'zh'] as const) {
    const own = {
      title: title[locale],
      expects: expects[locale],
      aims: aims?.[locale] ?? '',
      strength: strength[locale],
    };
    for (const [key, text] of Object.entries({ ...own, message: message[locale] })) {
      if (key !== 'title' && forbidden[locale].test(text))
        faults.push(`${key}.${locale} claims too much: “${text}”`);
      if (/[.。；;]\s*$/.test(text) && key !== 'message')
        faults.push(`${key}.${locale} ends with a stop: “${text}”`);
    }
    for (const text of [...facts.map((fact) => fact.text[locale]), prose[locale]]) {
      for (const sentence of text.split(/(?<=[.。；;])/)) {
        if (/Opinions|指导意见/.test(sentence) && forbidden[locale].test(sentence)) {
          faults.push(`of the Opinions is said: “${sentence.trim()}”`);
        }
      }
      if (/recollection/i.test(text)) faults.push(`an unverified fact: “${text}”`);
    }
  }
  if (/\b(?:require|must|shall|oblige)/i.test(strength.en) || /要求|必须|应当/.test(strength.zh)) {
    faults.push(`strength is more than the weaker reading: ${strength.en} / ${strength.zh}`);
  }
  for (const { tag, text } of facts) {
    const start = { secondary: ['According to', '据'], judgement: ['Drafting advice:', '起草建议：'] }[
      tag as string
    ];
    if (start && !(text.en.startsWith(start[0] ?? '') && text.zh.startsWith(start[1] ?? ''))) {
      faults.push(`a ${tag} fact begins “${start[0]}” / “${start[1]}”: ${text.en}`);
    }
  }
  const begins = {
    opinions: [/^The Opinions \((?:key task|compliance measure|measure) \d\) /, /^《指导意见》（/],
    'opinions-some': [
      /^The Opinions \(.*addressed to basic telecom carriers; good practice for others\) /,
      /基础电信企业/,
    ],
    secondary: [/^According to published reports of the Opinions, /, /^据/],
    'later-law': [/^The Opinions aim at .+; .+ asks for /, /^《指导意见》着眼于/],
    derived: [/^The Opinions call for .+; documents usually answer with /, /^《指导意见》提出/],
    none: [/nothing to check\.$/, /无需检查。$/],
  }[ground];
  if (!begins[0]?.test(message.en)) faults.push(`ground ${ground}, but: ${message.en}`);
  if (!begins[1]?.test(message.zh)) faults.push(`ground ${ground}, but: ${message.zh}`);
  return faults;
}

const forbidden = {
  en: /\b(?:illegal|unlawful|void|invalid|violat\w*|breach(?:es)? of the Opinions)\b/i,
  // 违法犯罪 is crime, of which the Opinions speak themselves.
  zh: /违法(?!犯罪)|无效|违反|非法/,
};
