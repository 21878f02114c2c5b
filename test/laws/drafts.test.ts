import pages from 'catalogue:pages';
import { expect, test } from 'vitest';
import { makeContext } from '../../server/assess/context.ts';
import { draftWords } from '../../server/assess/draft.ts';
import { makeLibrary } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import type { Requirement } from '../../server/catalogue/requirement.ts';
import type { Language } from '../../server/document/prose.ts';
import { readDocument } from '../../server/document/document.ts';
import type { Bilingual } from '../../server/text/span.ts';

const library = makeLibrary(loadCatalogue(pages));

/** A document for each verb that drafts may take over, with parties that have names and without. */
const verbs: readonly [language: Language, verb: string][] = [
  ['en', 'shall'],
  ['en', 'must'],
  ['en', 'will'],
  ['zh', '应当'],
  ['zh', '必须'],
  ['zh', '应'],
  ['zh', '须'],
];
const documents: Readonly<Record<Language, (verb: string) => string[]>> = {
  en: (verb) => [
    `# A\n\nThe parties ${verb} act.\n`,
    `# A\n\nFernway Ltd ("Fernway") ${verb} serve. A person with an account is a "Member". A Member ${verb} pay Fernway.\n`,
  ],
  zh: (verb) => [
    `# 甲\n\n双方${verb}付款。\n`,
    `# 甲\n\n深圳小鹿科技有限公司（以下简称“小鹿科技”）${verb}向用户（以下简称“用户”）服务。用户${verb}付款。\n`,
  ],
};

/** Two modal verbs in a row, a 应 that becomes another word with what follows, and blanks nobody filled in. */
const faults: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:shall|must|will|may|can|should)(?: not)? (?:shall|must|will|may|can|should)\b|\b(?:not|to) (?:shall|must|will)\b|\{|\}|undefined|\[ ?\]|[^\S\n]{2}|\b(\w+) \1\b/i,
  zh: /(?:应当?|须|不得|将)(?:应|必?须|不得)|应[用急对该付收答征邀]|[{}]|undefined|【\s*】/,
};
/** Words of the pages themselves. */
const otherWords = /应[用急]|应对措施/g;

test.each(verbs)('%s: no page has a fault with the verb %s', (language, verb) => {
  const found = documents[language](verb).flatMap((text) => {
    const context = makeContext(readDocument(text), library, []);
    return library.catalogue.requirements.flatMap((requirement) =>
      wordsIn(requirement, language).flatMap((words) => {
        const { plain } = draftWords(words.replace(otherWords, '…'), language, context);
        const fault = faults[language].exec(plain);
        return fault ? [`${requirement.id}: ${fault[0]} in ${plain}`] : [];
      }),
    );
  });
  expect([...new Set(found)]).toEqual([]);
});

/** All that a page has insert: its clauses, its heading, and what completes a clause. */
function wordsIn({ clauses, place, check }: Requirement, language: Language): string[] {
  const adds: (Bilingual | undefined)[] = [place.heading];
  if (check.verb !== 'none') {
    adds.push(...check.particulars.map(({ add }) => add));
    for (const { add, ways } of check.parts) adds.push(add, ...ways.map(({ shortfall }) => shortfall?.add));
  }
  return [
    ...clauses.filter((clause) => clause.language === language).map(({ text }) => text),
    ...adds.flatMap((add) => (add ? [add[language]] : [])),
  ];
}
