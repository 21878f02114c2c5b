import type { LegalDocument } from '../document/model.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { writeNumber } from './numbering.ts';
import { outlineOf, type WrittenForm } from './outline.ts';
import { spotFor, type Entry, type Placing } from './spot.ts';

/** A text to put in at an offset, the beginning of a line. */
export interface Insertion {
  readonly offset: number;
  /** In snippet syntax, and as plain text. */
  readonly draft: Draft;
}

export interface NewClause extends Placing {
  readonly draft: Draft;
  /** For where it needs a section of its own. */
  readonly heading: string;
}

/**
 * Puts clauses into a document, one after the other: each is placed and counted as if those before it stood there
 * already.
 */
export function insertionsOf(clauses: readonly NewClause[], { document }: Context): Insertion[] {
  let entries: readonly Entry[] = outlineOf(document);
  for (const clause of clauses) entries = withClause(entries, clause, document);
  const drafted = entries.filter((entry) => entry.draft !== undefined);
  return [...new Set(drafted.map(({ start }) => start))].map((offset) => ({
    offset,
    draft: together(
      drafted.flatMap(({ start, draft }) => (start === offset && draft ? [draft] : [])),
      spacing(document, offset),
    ),
  }));
}

function withClause(entries: readonly Entry[], clause: NewClause, document: LegalDocument): readonly Entry[] {
  const { index, offset: start, ...spot } = spotFor(entries, clause, document);
  const before = entries.slice(0, index);
  if (spot.heading) {
    const { level, heading: form } = spot;
    const text = spot.untitled ? '' : clause.heading;
    const line = (numberOf(form) + text).trimEnd() + form.close;
    const draft = { snippet: line, plain: line };
    before.push({ kind: 'heading', start, level, text, form, hasText: true, draft });
  }
  const { form, level = 99 } = spot.clause ?? {};
  const number = form ? numberOf(form) : '';
  const words = (written: string): string =>
    spot.heading || !hasRunIns(document) ? written.trim().replace(runIn, '') : written.trim();
  const title = number && !spot.heading && titled(before, level, document) ? titleOf(clause) : '';
  const text = title + words(clause.draft.plain);
  const draft = { snippet: number + title + words(clause.draft.snippet), plain: number + text };
  before.push({ kind: 'clause', start, level, text, form, hasText: false, draft });
  return [...before, ...entries.slice(index)];
}

/** `**Network security.** You shall …`: only where others begin so, and no heading says it. */
const runIn = /^\*\*[^*\n]{2,60}[.。:：]\*\*[^\S\n]*/;
/** `1. **Cookies.** We set none.`: in such a row each clause has its title. */
function titled(before: readonly Entry[], level: number, { lines }: LegalDocument): boolean {
  const sister = before.findLast((entry) => !entry.draft && entry.level === level && entry.kind === 'clause');
  return (
    sister !== undefined &&
    /^\W{0,8}\w{0,6}[^*]{0,6}\*\*[^*\d]{2,60}[.。:：]\*\*/.test(lines.textOf(lines.lineAt(sister.start)))
  );
}

const titleOf = ({ heading, draft, language }: NewClause): string =>
  runIn.test(draft.plain.trim()) ? '' : `**${heading}${language === 'zh' ? '。**' : '.** '}`;

const hasRunIns = ({ text }: LegalDocument): boolean =>
  /^[^*\n]{0,12}\*\*[^*\n]{2,60}[.。:：]\*\*[^\S\n]*\S/m.test(text);

const numberOf = ({ before, number, behind }: WrittenForm): string =>
  before + (number ? writeNumber(number) + behind : '');

interface Spacing {
  readonly eol: string;
  readonly before: string;
  readonly after: string;
}

function spacing({ text, lines }: LegalDocument, offset: number): Spacing {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const endsLine = offset === 0 || '\r\n'.includes(text[offset - 1] ?? '');
  const line = lines.lineAt(offset);
  const blankBefore = offset === 0 || (endsLine && lines.textOf(Math.max(0, line - 1)).trim() === '');
  const blankAfter = offset >= text.length || lines.textOf(line).trim() === '';
  return {
    eol,
    before: (endsLine ? '' : eol) + (blankBefore ? '' : eol),
    after: eol + (blankAfter ? '' : eol),
  };
}

/** Drafts as one, a blank line between two; placeholders are numbered through. */
function together(drafts: readonly Draft[], { eol, before, after }: Spacing): Draft {
  let count = 0;
  const snippets = drafts.map(({ snippet }) => {
    const own = new Map<string, number>();
    return snippet.replace(/\$\{(\d+):/g, (_, number: string) => {
      const known = own.get(number) ?? ++count;
      own.set(number, known);
      return `\${${known}:`;
    });
  });
  const join = (texts: readonly string[]): string =>
    before + texts.map((text) => text.replace(/\r?\n/g, eol)).join(eol + eol) + after;
  return { snippet: join(snippets), plain: join(drafts.map(({ plain }) => plain)) };
}
