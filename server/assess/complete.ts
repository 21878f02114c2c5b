import type { Bilingual, Span } from '../text/span.ts';
import { languageOf, type Language } from '../document/prose.ts';
import type { Mark, Statement } from '../document/statement.ts';
import type { Assessment, Lack } from './assessment.ts';
import type { Context } from './context.ts';
import { draftWords } from './draft.ts';
import type { Edit } from './fixes.ts';
import { withKnownNumbers } from './known-numbers.ts';

/**
 * Edits that make the clause that stands there whole: weak modals become binding ones, soft conditions go, and what
 * is lacking is added behind its words. Empty when the page has no words for something that lacks.
 */
export function completion(assessment: Assessment, context: Context): Edit[] {
  const { requirement, evidence, lacking } = assessment;
  const at = statementAt(evidence[0]?.span, context);
  if (!at || requirement.check.verb === 'none') return [];
  const { statement, offset } = at;
  const language = languageOf(statement.text);
  const stronger = assessment.outcome === 'weak' ? strengthened(statement, offset, context.strict) : [];
  const adds = lacking.map((lack) => addFor(lack, assessment));
  if (adds.some((add) => add === undefined) || (adds.length === 0 && stronger.length === 0)) return [];
  const end = endOfWords(statement);
  const place = offset + statement.source(end);
  const drafts = adds.flatMap((add) =>
    add
      ? [
          {
            add,
            draft: draftWords(withKnownNumbers(add.words[language], requirement, context), language, context),
          },
        ]
      : [],
  );
  const phrases = drafts.filter(({ add }) => !add.sentence).map(({ draft }) => draft);
  const sentences = drafts.filter(({ add }) => add.sentence).map(({ draft }) => draft);
  const edits: Edit[] = [...stronger];
  if (phrases.length > 0) {
    const join = (key: 'snippet' | 'plain'): string =>
      appended(
        phrases.map((d) => d[key]),
        language,
      );
    edits.push({ span: { start: place, end: place }, snippet: join('snippet'), plain: join('plain') });
  }
  if (sentences.length > 0) {
    const behind = offset + statement.span.end;
    const join = (key: 'snippet' | 'plain'): string =>
      sentences.map((d) => (language === 'zh' ? '' : ' ') + d[key].trim()).join('');
    const stop = end === statement.text.length ? (language === 'zh' ? '。' : '.') : '';
    edits.push({
      span: { start: behind, end: behind },
      snippet: stop + join('snippet'),
      plain: stop + join('plain'),
    });
  }
  return edits;
}

const appended = (words: readonly string[], language: Language): string =>
  language === 'zh' ? `（${words.join('，')}）` : words.map((w) => `, ${w}`).join('');

/** The offset in the statement's text behind its last word, before the punctuation that ends it. */
function endOfWords({ text }: Statement): number {
  let end = text.length;
  while (end > 0 && /[\s.。;；!！,，]/.test(text[end - 1] ?? '')) end--;
  return end;
}

function statementAt(
  span: Span | undefined,
  { sections }: Context,
): { statement: Statement; offset: number } | undefined {
  if (!span) return undefined;
  for (const { placed, scan } of sections) {
    const found = scan.statements.find((s) => placed.offset + s.statement.span.start === span.start);
    if (found) return { statement: found.statement, offset: placed.offset };
  }
  return undefined;
}

interface Add {
  readonly words: Bilingual;
  /** A sentence of its own; otherwise words for the end of the sentence. */
  readonly sentence: boolean;
}

function addFor(lack: Lack, { requirement: { check } }: Assessment): Add | undefined {
  if (check.verb === 'none') return undefined;
  const particular = check.particulars.find((p) => p.name === lack.particular);
  if (particular) return particular.add && { words: particular.add, sentence: false };
  const part = check.parts.find((p) => p.name === lack.particular && p.message === lack.message);
  if (part) return part.add && { words: part.add, sentence: true };
  const shortfall = check.parts
    .flatMap(({ ways }) => ways.map((way) => way.shortfall))
    .find((one) => one?.lacks === lack.message);
  return shortfall?.add && { words: shortfall.add, sentence: true };
}

/** Weak modals become binding ones; soft conditions go. */
function strengthened(statement: Statement, offset: number, strict: boolean): Edit[] {
  return statement.marks.flatMap((mark): Edit[] => {
    const found = bindingFor(mark, statement, strict);
    if (!found) return [];
    // Words that go take the space in front of them along.
    const drop = found.words === '' && statement.text[mark.start - 1] === ' ' ? 1 : 0;
    const start = offset + statement.source(mark.start) - drop;
    const end = offset + statement.source(found.end - 1) + 1;
    return [{ span: { start, end }, snippet: found.words, plain: found.words }];
  });
}

/** What stands in place of a weak word, and where that place ends in the statement's text. */
function bindingFor(
  mark: Mark,
  { language, text }: Statement,
  strict: boolean,
): { readonly words: string; readonly end: number } | undefined {
  if (mark.kind === 'condition') return { words: '', end: mark.end };
  if (mark.kind !== 'weak' && mark.kind !== 'effort' && mark.kind !== 'right') return undefined;
  const before = text.slice(Math.max(0, mark.start - 12), mark.start);
  if (language === 'zh') return { words: /应当?|须$/.test(before.slice(-2)) ? '' : '应当', end: mark.end };
  const written = text.slice(mark.start, mark.end).toLowerCase();
  if (/^(?:may|can|could|might|should)$/.test(written)) return { words: 'shall', end: mark.end };
  const to = / to$/.test(written) ? mark.end : /^ to\b/.test(text.slice(mark.end)) ? mark.end + 3 : undefined;
  if (to === undefined) return undefined;
  return { words: !strict || /\b(?:shall|must|will)\b[^.]*$/i.test(before) ? '' : 'shall', end: to };
}
