import type { Bilingual, Span } from '../text/span.ts';
import { languageOf, type Language } from '../document/prose.ts';
import type { Mark, Statement } from '../document/statement.ts';
import type { Assessment, Lack } from './assessment.ts';
import { isWeakness } from './checks/weakness.ts';
import type { Context } from './context.ts';
import { draftWords } from './draft.ts';
import type { Edit } from './fixes.ts';
import { withKnownNumbers } from './known-numbers.ts';
import { wordsOf } from './words.ts';

/**
 * Edits that make the clause that stands there whole: weak modals become binding ones, soft conditions go, and what
 * is lacking is added behind its words. Empty when the page has no words for something that lacks.
 */
export function completion(assessment: Assessment, context: Context): Edit[] {
  const { requirement, evidence } = assessment;
  const lacking = assessment.lacking.filter((lack) => !isWeakness(lack));
  const at = statementAt(evidence[0]?.span, context);
  if (!at || requirement.check.verb === 'none') return [];
  const { statement, offset } = at;
  const language = languageOf(statement.text);
  const stronger = assessment.outcome === 'weak' ? strengthened(statement, offset, context) : [];
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

/** The statement that begins where a passage does, and where its section begins. */
export function statementAt(
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

/** Weak modals become binding ones, as the document writes them; soft conditions go. */
const strengthened = (statement: Statement, offset: number, context: Context): Edit[] =>
  statement.marks.flatMap((mark): Edit[] => {
    const { shall } = wordsOf(context.document, statement.language);
    const found = bindingFor(mark, statement, shall, context.strict);
    if (!found) return [];
    const start = offset + statement.source(found.start);
    const end = offset + statement.source(found.end - 1) + 1;
    return [{ span: { start, end }, snippet: found.words, plain: found.words }];
  });

interface Binding extends Span {
  readonly words: string;
}

/** What stands in place of a weak word, and of how much of the statement's text. */
function bindingFor(mark: Mark, statement: Statement, shall: string, strict: boolean): Binding | undefined {
  const { language, text, leadIn } = statement;
  const { start, end } = mark;
  if (mark.kind === 'condition') return without(statement, mark);
  if (!isWeak(mark)) return undefined;
  const before = text.slice(Math.max(0, start - 12), start);
  if (language === 'zh') {
    // 原则上应当, 可以尽量: what stands beside it binds, or will.
    const binds =
      /(?:应当?|须|将|会)$/.test(before) ||
      /^(?:应当?|必?须|将(?!其)|会)/.test(text.slice(end)) ||
      statement.marks.some((other) => other.end === start && isWeak(other));
    return { start, end, words: binds ? '' : shall };
  }
  const written = text.slice(start, end).toLowerCase();
  if (/^(?:may|can|could|might|should)$/.test(written)) return { start, end, words: shall };
  const to = / to$/.test(written) ? end : /^ to\b/.test(text.slice(end)) ? end + 3 : undefined;
  if (to === undefined) return undefined;
  // "should endeavour to", "shall: (a) endeavour to": what stands before it binds by now.
  const binds = /\b(?:shall|must|will|may|can|could|might|should)\b[^.]*$/i.test(
    `${leadIn?.text ?? ''} ${before}`,
  );
  if (strict && !binds) return { start, end: to, words: shall };
  return { start: start - (text[start - 1] === ' ' ? 1 : 0), end: to, words: '' };
}

const isWeak = ({ kind }: Mark): boolean => kind === 'weak' || kind === 'effort' || kind === 'right';

/** A condition goes with the commas that set it off, else with the space in front of it. */
function without({ text, language }: Statement, { start, end }: Span): Binding {
  const before = /\s*[，,]\s*$/.exec(text.slice(0, start))?.[0].length;
  const behind = /^\s*[，,]/.exec(text.slice(end))?.[0].length;
  if (behind === undefined)
    return { start: start - (before ?? (text[start - 1] === ' ' ? 1 : 0)), end, words: '' };
  if (before !== undefined) return { start: start - before, end: end + behind, words: '' };
  const begins = !/[\p{L}]\s*$/u.test(text.slice(0, start));
  if (!begins && language === 'en') return { start: start - 1, end, words: '' };
  const next = end + behind + (/^\s*/.exec(text.slice(end + behind))?.[0].length ?? 0);
  const first = text.charAt(next);
  return /[A-Z]/.test(text.charAt(start))
    ? { start, end: next + 1, words: first.toUpperCase() }
    : { start, end: next, words: '' };
}
