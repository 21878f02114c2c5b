import type { Lines } from '../text/lines.ts';
import type { Problem } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import type { Comment } from './comments.ts';
import type { Suppression } from './model.ts';

/**
 * The suppressions among the comments: `<!-- clausecheck-disable-next-line ids -- reason -->`, and
 * `clausecheck-disable` for the whole file. Ids are divided by commas or spaces; none means all.
 */
export function readSuppressions(
  comments: readonly Comment[],
  lines: Lines,
): { readonly suppressions: readonly Suppression[]; readonly problems: readonly Problem[] } {
  const suppressions: Suppression[] = [];
  const problems: Problem[] = [];
  for (const { text, span, start } of comments) {
    const directive = /^clausecheck-[\w-]*/i.exec(text)?.[0];
    if (directive === undefined) continue;
    if (directive !== 'clausecheck-disable' && directive !== 'clausecheck-disable-next-line') {
      const near = suggest(directive, directives) ?? 'clausecheck-disable-next-line';
      problems.push({
        span: { start, end: start + directive.length },
        message: {
          en: `Unknown directive "${directive}". Did you mean "${near}"?`,
          zh: `未知的指令“${directive}”。是否应为“${near}”？`,
        },
      });
      continue;
    }
    const [, named = '', reason = ''] =
      /^([^]*?)(?:(?:^|\s)(?:--|——?|–)(?:\s+([^]*))?)?$/.exec(text.slice(directive.length)) ?? [];
    const scope = directive === 'clausecheck-disable' ? 'file' : 'next-line';
    const line = lines.lineAt(Math.max(span.start, span.end - 1));
    suppressions.push({
      scope,
      ids: [...named.matchAll(/[^\s,，]+/g)].map(({ 0: value, index }) => {
        const at = start + directive.length + index;
        return { value, span: { start: at, end: at + value.length } };
      }),
      reason: reason.trim(),
      span,
      lines: blockBehind(line, lines),
    });
    if (reason.trim() === '') {
      problems.push({
        span: { start, end: start + directive.length },
        message: {
          en: 'A suppression needs a reason: write it behind two hyphens, "-- reason".',
          zh: '停用检查须写明理由：写在两个连字符之后，如“-- 理由”。',
        },
      });
    }
  }
  return { suppressions, problems };
}

const directives = ['clausecheck-disable', 'clausecheck-disable-next-line'];

/** From the next line with something on it up to the next blank one; comments of ours count for nothing. */
function blockBehind(line: number, lines: Lines): Suppression['lines'] {
  const isBlank = (at: number): boolean => /^\s*(?:<!--\s*clausecheck[^]*-->\s*)?$/.test(lines.textOf(at));
  let first = line + 1;
  while (first < lines.count && isBlank(first)) first++;
  if (first >= lines.count) return { first: line, last: line };
  let last = first;
  while (last + 1 < lines.count && !isBlank(last + 1)) last++;
  return { first, last };
}
