import { makeContext } from '../../server/assess/context.ts';
import { draftWords } from '../../server/assess/draft.ts';
import { makeLibrary, type Library } from '../../server/assess/review.ts';
import { loadCatalogue, type Page } from '../../server/catalogue/library.ts';
import type { ModelClause, Requirement } from '../../server/catalogue/requirement.ts';
import { readDocument } from '../../server/document/document.ts';
import { pageAt } from '../../server/features/page.ts';
import type { Locale } from '../../server/text/span.ts';

/** Every file that follows from the pages, by its path in the project. */
export function generatedFiles(pages: readonly Page[]): ReadonlyMap<string, string> {
  const library = makeLibrary(loadCatalogue(pages));
  const files = new Map([
    ['snippets/clausecheck.json', JSON.stringify(snippetsOf(library), null, 2) + '\n'],
    ['docs/requirements/README.md', indexOf(library)],
  ]);
  for (const { id } of library.catalogue.requirements) {
    for (const locale of ['en', 'zh'] as const) files.set(docPath(id, locale), docOf(id, locale, library));
  }
  return files;
}

const suffix: Readonly<Record<Locale, string>> = { en: '.md', zh: '.zh-CN.md' };
const docPath = (id: string, locale: Locale): string => `docs/requirements/${id}${suffix[locale]}`;

/** VS Code's form: every model clause, found by the requirement's slug and by its title. */
function snippetsOf(library: Library): Record<string, unknown> {
  const context = makeContext(readDocument(''), library, []);
  const snippets: Record<string, unknown> = {};
  for (const requirement of library.catalogue.requirements) {
    for (const clause of requirement.clauses.filter(({ position }) => position === 'model')) {
      const { language } = clause;
      snippets[`${requirement.id} ${language}${clause.for ? ` ${clause.for}` : ''}`] = {
        scope: 'markdown',
        prefix: [slugOf(requirement), requirement.title[language]],
        body: draftWords(clause.text, language, context).snippet.split('\n'),
        description: describe(requirement, clause, library),
      };
    }
  }
  return snippets;
}

const slugOf = ({ id }: Requirement): string => id.slice(id.indexOf('/') + 1);

/** "Destruction of personal information (contract)" */
function describe({ title }: Requirement, clause: ModelClause, { catalogue }: Library): string {
  const { language } = clause;
  const type = catalogue.types.find((t) => t.id === clause.for)?.title[language];
  const place = type ?? registers[clause.for]?.[language];
  if (!place) return title[language];
  return language === 'zh' ? `${title.zh}（${place}）` : `${title.en} (${place})`;
}

const registers: Readonly<Record<string, Record<Locale, string>>> = {
  contract: { en: 'contract', zh: '合同' },
  bid: { en: 'bid document', zh: '招标文件' },
  terms: { en: 'terms of use', zh: '用户协议' },
  policy: { en: 'policy', zh: '制度、政策' },
};

/** The page as the editor shows it, with links that work in a repository. */
function docOf(id: string, locale: Locale, library: Library): string {
  const up = '../'.repeat(id.split('/').length + 1);
  const other: Locale = locale === 'en' ? 'zh' : 'en';
  const twin = `${slugOf({ id } as Requirement)}${suffix[other]}`;
  const page = (pageAt(`/${locale}/${id}.md`, library) ?? '').replace(
    /clausecheck:\/(?:en|zh)\/([\w/-]+\.md)/g,
    `${up}server/catalogue/$1`,
  );
  const links = {
    en: `[中文](${twin}) · [all requirements](${'../'.repeat(id.split('/').length - 1)}README.md)`,
    zh: `[English](${twin}) · [全部要求](${'../'.repeat(id.split('/').length - 1)}README.md)`,
  };
  return page.replace(/\n\n/, `\n\n${links[locale]}\n\n`);
}

function indexOf({ catalogue }: Library): string {
  const nameOf = (type: string): string => catalogue.types.find((t) => t.id === type)?.title.en ?? type;
  const rows = catalogue.requirements.map((requirement) => {
    const { id, title, cites, level, required } = requirement;
    const base = id;
    return [
      `[${title.en}](${base}.md)`,
      `[${title.zh}](${base}.zh-CN.md)`,
      `\`${id}\``,
      `${cites[0]?.provision.en ?? ''} / ${cites[0]?.provision.zh ?? ''}`,
      requirement.check.verb === 'none' ? 'nothing to check' : level,
      required.map(nameOf).join(', ') || '–',
    ].join(' | ');
  });
  const types = catalogue.types.map((type) => {
    const titles = (how: 'required' | 'optional'): string =>
      catalogue.requirements
        .filter((r) => r[how].includes(type.id))
        .map((r) => `[${r.title.en}](${r.id}.md)`)
        .join(', ') || '–';
    return `\`${type.id}\` | ${type.title.en} / ${type.title.zh} | ${titles('required')} | ${titles('optional')}`;
  });
  return `${[
    '# Requirements',
    'Written by `npm run generate` from the pages under `server/catalogue/`. The Opinions are guidance, not law.\n\n' +
      '由 `npm run generate` 根据 `server/catalogue/` 下的页面生成。《指导意见》属于指导性文件，不是法律。',
    `| English | 中文 | id | item | level where expected | expected in |\n|---|---|---|---|---|---|\n${tableOf(rows)}`,
    '## Document types',
    `| id | name | expected | often found |\n|---|---|---|---|\n${tableOf(types)}`,
    `Sources last checked on ${catalogue.reviewed}.`,
  ].join('\n\n')}\n`;
}

const tableOf = (rows: readonly string[]): string => rows.map((row) => `| ${row} |`).join('\n');
