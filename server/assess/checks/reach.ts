import type { Particular } from '../../catalogue/requirement.ts';
import type { Statement } from '../../document/statement.ts';
import type { Context, ScannedSection } from '../context.ts';
import type { Hits, ScannedStatement } from '../scan.ts';

// How far words reach: from a statement to its lead-in, its block, its section, its headings.

/** So far apart in a run-on sentence words still belong together. */
export const reachOf = ({ language }: Statement): number => (language === 'zh' ? 80 : 220);

/** Whether the sentence in front, in the same block, has one of these. */
export const inSentenceBefore = (
  ids: readonly string[],
  scanned: ScannedStatement,
  { scan }: ScannedSection,
): boolean => {
  const before = scan.statements[scan.statements.indexOf(scanned) - 1];
  return before?.statement.block === scanned.statement.block && ids.some((id) => before.hits.has(id));
};

/** Whether the block with its list has one of these. */
export const inClause = (
  ids: readonly string[],
  scanned: ScannedStatement,
  { scan }: ScannedSection,
): boolean =>
  ids.some((id) =>
    id.startsWith('@')
      ? scan.statements.some((s) => s.clause === scanned.clause && s.hits.has(id))
      : scan.own.get(id)?.some((index) => scan.statements[index]?.clause === scanned.clause),
  );

/** Whether the block itself has one of these, or what it leads in; its neighbours in a list speak of matters of their own. */
const inBlock = (ids: readonly string[], scanned: ScannedStatement, { scan }: ScannedSection): boolean =>
  ids.some((id) =>
    scan.own.get(id)?.some((index) => {
      const other = scan.statements[index]?.statement;
      for (let s = other; s; s = s.leadIn) if (s.block === scanned.statement.block) return true;
      return false;
    }),
  );

/** Whether statement, lead-in, block, headings or title have one of these. */
export function isAbout(
  ids: readonly string[],
  scanned: ScannedStatement,
  section: ScannedSection,
  context: Context,
): boolean {
  const above = section.aboveAt(scanned.statement.block.under);
  return (
    ids.some((id) => has(scanned, id) || scanned.under.has(id) || above.has(id) || context.title.has(id)) ||
    inBlock(ids, scanned, section)
  );
}

const inSection = (id: string, { scan }: ScannedSection): boolean =>
  id.startsWith('@') ? scan.statements.some(({ hits }) => hits.has(id)) : scan.own.has(id);

export const has = ({ hits, lead }: { hits: Hits; lead: Hits }, id: string): boolean =>
  hits.has(id) || lead.has(id);

/** Whether a concept occurs within the reach of a particular. */
export function hitsAround(
  where: Particular['where'],
  scanned: ScannedStatement,
  section: ScannedSection,
  context: Context,
): (id: string) => boolean {
  switch (where) {
    case 'statement':
      return (id) => has(scanned, id);
    case 'clause':
      return (id) => has(scanned, id) || inClause([id], scanned, section);
    case 'section':
      return (id) => has(scanned, id) || inSection(id, section);
    case 'document':
      return (id) => context.concepts.has(id);
  }
}
