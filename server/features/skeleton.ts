import { makeContext, type Context } from '../assess/context.ts';
import { draftClause, draftWords, type Draft } from '../assess/draft.ts';
import type { Library } from '../assess/library.ts';
import type { DocumentType, Requirement } from '../catalogue/requirement.ts';
import { readDocument } from '../document/document.ts';
import { toChinese } from '../document/numerals.ts';
import type { Language } from '../document/prose.ts';

/** A new document of a type: every clause that is expected of it, under headings, with places to fill in. */
export function skeletonOf(typeId: string, language: Language, library: Library): Draft | undefined {
  const type = library.catalogue.types.find(({ id }) => id === typeId);
  if (!type) return undefined;
  const context = makeContext(readDocument(frontMatter(type, language)), library, [type]);
  const chapters = chaptersOf(type, language, context);
  const parts = {
    snippet: [frontMatter(type, language), opening(type, language)],
    plain: [frontMatter(type, language), readable(opening(type, language))],
  };
  chapters.forEach(({ heading, drafts }, chapter) => {
    const title = `## ${chapterNumber(chapter + 1, language)}${heading}`;
    parts.snippet.push(title);
    parts.plain.push(title);
    drafts.forEach((draft, clause) => {
      const number = drafts.length > 1 ? `${chapter + 1}.${clause + 1} ` : '';
      parts.snippet.push(number + draft.snippet.trim());
      parts.plain.push(number + draft.plain.trim());
    });
  });
  return {
    snippet: numberThrough(parts.snippet.join('\n\n')) + '\n',
    plain: parts.plain.join('\n\n') + '\n',
  };
}

interface Chapter {
  readonly heading: string;
  readonly drafts: readonly Draft[];
}

/** The clauses by the heading they belong under, in the order of the catalogue. */
function chaptersOf(type: DocumentType, language: Language, context: Context): Chapter[] {
  const chapters = new Map<string, Draft[]>();
  for (const requirement of context.library.checked.filter((r) => r.required.includes(type.id))) {
    const draft = draftClause(requirement, language, context);
    if (!draft) continue;
    const heading = headingOf(requirement, language, context);
    chapters.set(heading, [...(chapters.get(heading) ?? []), draft]);
  }
  return [...chapters].map(([heading, drafts]) => ({ heading, drafts }));
}

const headingOf = ({ place }: Requirement, language: Language, context: Context): string =>
  draftWords(place.heading[language], language, context).plain;

const frontMatter = ({ id }: DocumentType, language: Language): string =>
  `---\nclausecheck: { type: ${id} }\nlang: ${language === 'zh' ? 'zh-CN' : 'en'}\n---`;

const chapterNumber = (number: number, language: Language): string =>
  language === 'zh' ? `${toChinese(number)}、` : `${number}. `;

function opening({ title, register }: DocumentType, language: Language): string {
  const name = title[language];
  if (language === 'zh') {
    const lead = {
      contract: '甲方：【${2:甲方名称}】\n\n乙方：【${3:乙方名称}】\n\n双方经协商一致，订立本合同。',
      bid: '采购人：【${2:采购人名称}】\n\n项目名称：【${3:项目名称}】',
      terms: '本条款由【${2:公司名称}】制定，自【${3:日期}】起生效。',
      policy: '本文件由【${2:公司名称}】制定，自【${3:日期}】起生效。',
    }[register];
    return `# \${1:${name}}\n\n${lead}`;
  }
  const lead = {
    contract:
      'This document is made between ${2:name} (the "Purchaser") and ${3:name} (the "Supplier") on ${4:date}.',
    bid: 'Purchaser: ${2:name}\n\nProject: ${3:name}',
    terms: 'Issued by ${2:name of the company}, effective from ${3:date}.',
    policy: 'Issued by ${2:name of the company}, effective from ${3:date}.',
  }[register];
  return `# \${1:${name.charAt(0).toUpperCase()}${name.slice(1)}}\n\n${lead}`;
}

const readable = (snippet: string): string => snippet.replace(/\$\{\d+:([^}]*)\}/g, '[$1]');

/** Each clause counts its placeholders from 1; in one text each has a number of its own. */
function numberThrough(snippet: string): string {
  let count = 0;
  return snippet.replace(/\$\{\d+:/g, () => `\${${++count}:`);
}
