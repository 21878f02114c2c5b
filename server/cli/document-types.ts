import pc from 'picocolors';
import type { Catalogue } from '../catalogue/requirement.ts';
import type { Locale } from '../text/span.ts';

/** The document types, each with the clauses expected of it and those often found in it. */
export function documentTypes({ types, requirements }: Catalogue, locale: Locale, color: boolean): string {
  const { bold, dim } = pc.createColors(color);
  const t = texts[locale];
  return types
    .map(({ id, title }) => {
      const list = (label: string, expects: 'required' | 'optional'): string[] => {
        const ids = requirements.filter((r) => r[expects].includes(id)).map((r) => r.id);
        return ids.length > 0 ? [`  ${dim(label)} ${ids.join(', ')}`] : [];
      };
      return [
        `${bold(id)}  ${title[locale]}`,
        ...list(t.required, 'required'),
        ...list(t.optional, 'optional'),
        '',
      ];
    })
    .flat()
    .join('\n');
}

const texts = {
  en: { required: 'expected:', optional: 'often:   ' },
  zh: { required: '应有：', optional: '常见：' },
} as const;
