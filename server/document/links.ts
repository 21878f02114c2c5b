import type { LegalDocument } from './model.ts';

/** The Markdown files that a document links to, as written, without what follows `#`; each once. */
export function linkedFiles({ text }: LegalDocument): readonly string[] {
  const found = new Set<string>();
  for (const [, path = ''] of text.matchAll(link)) if (!/^[a-z][a-z+.-]+:/i.test(path)) found.add(path);
  return [...found].slice(0, most);
}

const link = /\]\(\s*<?([^()\s<>#]+\.(?:md|markdown))(?:#[^()\s<>]*)?>?(?:\s+["'(][^\n]*?)?\)/gi;

/** A document with more is an index. */
const most = 50;
