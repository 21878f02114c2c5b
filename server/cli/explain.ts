import pc from 'picocolors';
import type { Library } from '../assess/review.ts';
import type { Requirement } from '../catalogue/requirement.ts';
import { addressees } from '../features/authority.ts';
import { pageAt } from '../features/page.ts';
import type { Locale } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import { otherCodes } from './codes.ts';
import { levelNames } from './totals.ts';

export type Explanation = { readonly text: string } | { readonly suggestion: string | undefined };

/** The page behind a finding, for a terminal. `name` is a requirement's id, with or without its pack, or a code. */
export function explain(name: string, library: Library, locale: Locale, color: boolean): Explanation {
  const { requirements } = library.catalogue;
  const named = requirements.filter((r) => r.id === name || r.id.endsWith(`/${name}`));
  const [requirement] = named;
  if (requirement && named.length === 1) {
    const page = pageAt(`/${locale}/${requirement.id}.md`, library) ?? '';
    return { text: inTerminal(withHead(page, requirement, locale), color) };
  }
  const other = otherCodes[name];
  if (other)
    return { text: inTerminal(`# ${other.title[locale]}\n\n\`${name}\`\n\n${other.help[locale]}\n`, color) };
  return { suggestion: suggest(name, [...requirements.map((r) => r.id), ...Object.keys(otherCodes)]) };
}

/** Adds to whom it is addressed and the level, behind the id. */
function withHead(page: string, { id, addressee, level, check }: Requirement, locale: Locale): string {
  const names = addressee.map((a) => addressees[a]?.[locale] ?? a).join(locale === 'zh' ? '、' : ', ');
  const to = locale === 'zh' ? `面向：${names}` : `addressed to: ${names}`;
  const grade = check.verb === 'none' || level === 'off' ? '' : ` · ${levelNames[level][locale]}`;
  return page.replace(`\`${id}\``, `\`${id}\`${grade} · ${to}`);
}

/** Markdown as a terminal shows it best: no marks, headings and names set off, examples indented. */
export function inTerminal(markdown: string, color: boolean): string {
  const { bold, cyan, dim, underline } = pc.createColors(color);
  let fenced = false;
  const lines = markdown.split('\n').flatMap((line) => {
    if (line.startsWith('````')) {
      fenced = !fenced;
      return [];
    }
    if (fenced) return [line === '' ? '' : dim(`    ${line}`)];
    const heading = /^(#+) (.*)/.exec(line);
    if (heading) return [heading[1] === '#' ? bold(underline(heading[2] ?? '')) : bold(heading[2] ?? '')];
    return [
      line
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/\*\*([^*]+)\*\*/g, (_, text: string) => bold(text))
        .replace(/^\*([^*]+)\*$/, (_, text: string) => dim(text))
        .replace(/^> /, '  ')
        .replace(/`([^`]+)`/g, (_, text: string) => cyan(text)),
    ];
  });
  return lines.join('\n').trimEnd() + '\n';
}
