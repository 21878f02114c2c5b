import { readNumber } from '../document/clause-number.ts';
import { width } from '../document/clauses.ts';
import type { Statement } from '../document/statement.ts';
import { overlaps } from '../text/span.ts';
import type { Assessment } from './assessment.ts';
import { statementAt } from './complete.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import type { Edit } from './fixes.ts';

/**
 * The model clause in the place of the passage that falls short; its number and list marker stay, and what refers to
 * them. Undefined where more would go than what falls short.
 */
export function replacement(
  assessment: Assessment,
  assessments: readonly Assessment[],
  draft: Draft,
  context: Context,
): Edit | undefined {
  const [passage] = assessment.evidence;
  const at = statementAt(passage?.span, context);
  if (!passage || !at || isPart(at.statement) || width(passage.text) > longest) return undefined;
  const saysMore = assessments.some(
    (other) =>
      other.expected !== 'no' &&
      other.requirement !== assessment.requirement &&
      (other.outcome === 'met' || other.outcome === 'partial') &&
      other.evidence.some(({ span }) => overlaps(span, passage.span)),
  );
  if (saysMore) return undefined;
  const { start, end } = passage.span;
  const span = { start: start + numberLength(at.statement, context.document.text.slice(start, end)), end };
  return { span, snippet: oneLine(draft.snippet), plain: oneLine(draft.plain) };
}

/** A longer sentence says other things, too. Chinese characters count twice. */
const longest = 400;

/** A row of a table, an item that goes on from what leads in to it, a piece of a sentence. */
function isPart(statement: Statement): boolean {
  const { block, text } = statement;
  if (block.kind === 'cell' || block.leadIn !== undefined || /[;；,，:：]$/.test(text)) return true;
  const before = block.prose.text.slice(0, block.prose.text.indexOf(text));
  return !beginsBlock(statement) && /[;；,，:：]\s*$/.test(before);
}

/** Of the number that a clause begins with, the marks that make it bold, and the space behind. */
function numberLength(statement: Statement, written: string): number {
  const number = beginsBlock(statement) ? readNumber(written) : undefined;
  if (!number) return 0;
  return number.length + (/^[*_]*[\s\u3000]*/.exec(written.slice(number.length))?.[0].length ?? 0);
}

const beginsBlock = (statement: Statement): boolean =>
  statement.source(0) === statement.block.prose.source(0);

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');
