import { draftClause } from '../assess/draft.ts';
import type { LegalDocument } from '../document/model.ts';
import { languageOf } from '../document/prose.ts';
import type { DefinedTerm } from '../document/terms.ts';
import type { Locale, Span } from '../text/span.ts';
import { authorityOf } from './authority.ts';
import { contextOf, type FeatureContext } from './context.ts';
import { termsFor } from './symbols.ts';

export interface Completion {
  readonly label: string;
  readonly detail: string;
  readonly documentation: string;
  readonly kind: 'clause' | 'key' | 'value' | 'term';
  /** What is replaced, and by what: snippet syntax, and plain. */
  readonly span: Span;
  readonly snippet: string;
  readonly plain: string;
  readonly filter: string;
}

/**
 * Front-matter keys and values inside the front matter; elsewhere the defined terms, those of `others` too, and at the
 * start of a line the clauses by name.
 */
export function completionsAt(
  context: FeatureContext,
  offset: number,
  locale: Locale,
  others: readonly LegalDocument[] = [],
): Completion[] {
  const { document } = context;
  const line = document.lines.lineAt(offset);
  const start = document.lines.startOf(line);
  const before = document.text.slice(start, offset);
  if (document.declaration.hasFrontMatter && offset < document.declaration.span.end) {
    return frontMatter(context, before, offset, locale);
  }
  const word = /^(?:\s*[\d.()（）第条一二三四五六七八九十、]*\s*)([\p{L}-]*)$/u.exec(before)?.[1];
  const found = terms(termsFor(document, others), before, offset);
  if (word === undefined) return found;
  return [...found, ...clauses(context, { start: offset - word.length, end: offset }, locale)];
}

/** Terms that go on from what stands in front of the cursor: a few letters of one, or its first characters. */
function terms(known: readonly DefinedTerm[], before: string, offset: number): Completion[] {
  const line = before.toLowerCase();
  return known.flatMap((term): Completion[] => {
    const typed = beginningOf(term.name.toLowerCase(), line);
    if (typed === 0) return [];
    return [
      {
        label: term.name,
        detail: term.text.replace(/\s+/g, ' ').slice(0, 80),
        documentation: term.text,
        kind: 'term',
        span: { start: offset - typed, end: offset },
        snippet: term.name.replace(/[\\$}]/g, '\\$&'),
        plain: term.name,
        filter: term.name,
      },
    ];
  });
}

/** How much of a name ends the line, in UTF-16 units; a Latin name begins at the beginning of a word. */
function beginningOf(name: string, line: string): number {
  for (let length = Math.min(name.length, line.length); length > 0; length--) {
    if (!line.endsWith(name.slice(0, length))) continue;
    const isLatin = /[a-z]/.test(name[0] ?? '');
    if (!isLatin || !/[\p{L}\p{N}]/u.test(line[line.length - length - 1] ?? '')) return length;
  }
  return 0;
}

function clauses(feature: FeatureContext, span: Span, locale: Locale): Completion[] {
  const { document, library } = feature;
  const context = contextOf(feature);
  const language =
    document.language === 'mixed'
      ? languageOf(document.text.slice(Math.max(0, span.start - 200), span.start))
      : document.language;
  const positions = ['model', 'fallback'] as const;
  const choices = library.checked.flatMap((requirement) =>
    positions.map((position) => ({ requirement, position })),
  );
  return choices.flatMap(({ requirement, position }): Completion[] => {
    const draft = draftClause(requirement, language, context, position);
    if (!draft) return [];
    const title = requirement.title[language];
    return [
      {
        label: position === 'model' ? title : fallbackOf[language](title),
        detail: requirement.id,
        documentation: `${authorityOf(requirement, library.catalogue, locale)}\n\n---\n\n${draft.plain}`,
        kind: 'clause',
        span,
        snippet: draft.snippet.trim(),
        plain: draft.plain.trim(),
        filter: `${requirement.title.en} ${requirement.title.zh} ${requirement.id}`,
      },
    ];
  });
}

const fallbackOf = {
  en: (title: string): string => `${title} (fallback position)`,
  zh: (title: string): string => `${title}（备选条款）`,
} as const;

function frontMatter(
  { library }: FeatureContext,
  before: string,
  offset: number,
  locale: Locale,
): Completion[] {
  const value = /(type|addressee|acting-for|buyer|applies):\s*\[?(?:[\w-]+,\s*)*([\w-]*)$/.exec(before);
  const make = (
    label: string,
    detail: string,
    kind: 'key' | 'value',
    typed: string,
    text: string,
  ): Completion => ({
    label,
    detail,
    documentation: '',
    kind,
    span: { start: offset - typed.length, end: offset },
    snippet: text,
    plain: text,
    filter: label,
  });
  if (value) {
    const typed = value[2] ?? '';
    const key = value[1] ?? '';
    if (key === 'type') {
      return library.catalogue.types.map((type) =>
        make(type.id, type.title[locale], 'value', typed, type.id),
      );
    }
    return (values[key] ?? []).map((v) => make(v, key, 'value', typed, v));
  }
  const typed = /([\w-]*)$/.exec(before)?.[1] ?? '';
  if (/clausecheck:|^\s+/.test(before)) {
    return ['type', ...Object.keys(values)].map((key) => make(key, 'clausecheck', 'key', typed, `${key}: `));
  }
  return [
    make(
      'clausecheck',
      locale === 'zh' ? '文件类型等声明' : 'what this document is',
      'key',
      typed,
      'clausecheck: { type:  }',
    ),
  ];
}

/** The values that front matter may give; the types come from the catalogue. */
export const values: Readonly<Record<string, readonly string[]>> = {
  addressee: ['carrier', 'internet-service', 'domain-body', 'app-store', 'supplier', 'other'],
  'acting-for': ['purchaser', 'supplier', 'platform', 'user'],
  buyer: ['ciio'],
  applies: ['true', 'false'],
};
