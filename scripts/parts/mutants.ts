import type { Assessment, Report } from '../../server/assess/assessment.ts';
import { noSettings, review, type Library } from '../../server/assess/review.ts';
import { traceAt } from '../../server/assess/trace.ts';
import { readDocument } from '../../server/document/document.ts';
import type { LegalDocument } from '../../server/document/model.ts';
import type { Locale, Span } from '../../server/text/span.ts';
import { hasVerb, kinds, turn, type Kind } from './mutation-words.ts';

/** What became of one clause turned in one way. */
export interface Mutant {
  readonly file: string;
  readonly requirement: string;
  readonly kind: Kind;
  /** `no-hold`: by a stated rule there is nothing to turn; it counts in no rate. */
  readonly status: 'caught' | 'survived' | 'no-hold';
  readonly outcome: string;
  /** Findings of other requirements that came or went, though their clauses were not touched. */
  readonly sideEffects: readonly string[];
  /** The same of those whose evidence was among the turned sentences: they are bound to change. */
  readonly shared: readonly string[];
  /** The findings are gone again with the original text, also when only the touched sections are read anew. */
  readonly restored: boolean;
  /** The sentences as they now read. */
  readonly mutated: readonly string[];
  /** What then still counts for the requirement. */
  readonly left: readonly string[];
}

/** What a turned clause may at best come to: the same as for the traps of test/pairs. */
const allowed: Readonly<Record<Kind, readonly string[]>> = {
  delete: ['missing'],
  negate: ['missing'],
  weaken: ['weak', 'missing'],
  recital: ['missing'],
  swap: ['missing', 'weak', 'partial'],
};

/** A clause that stands more than so many times is taken for redundant on purpose. */
const mostRounds = 12;

export function mutantsOf(file: string, text: string, library: Library): Mutant[] {
  const document = readDocument(text);
  const report = review(document, library, noSettings);
  const required = report.assessments.filter((a) => a.expected === 'required' && a.outcome === 'met');
  return required.flatMap((assessment) =>
    kinds.map((kind) => mutate(kind, assessment, { file, document, report, library })),
  );
}

interface Original {
  readonly file: string;
  readonly document: LegalDocument;
  readonly report: Report;
  readonly library: Library;
}

/**
 * Turns the evidence of a requirement; what of the rest then counts for it is turned, too, until nothing is left that
 * was not turned.
 */
function mutate(kind: Kind, { requirement }: Assessment, original: Original): Mutant {
  const { file, document, library, report } = original;
  const language: Locale = file.startsWith('zh') ? 'zh' : 'en';
  const register = registerOf(report, library);
  const done = { from: new Set<string>(), to: new Set<string>() };
  const base = { file, requirement: requirement.id, kind };
  let text = document.text;
  let now = { document, report };
  let turned = kind === 'delete';
  for (let round = 0; round < mostRounds; round++) {
    const assessment = now.report.assessments.find((a) => a.requirement.id === requirement.id);
    if (allowed[kind].includes(assessment?.outcome ?? '') && round > 0) break;
    // Only who is the right party changes places: a clause of the other one is not to become right.
    const counting = (assessment?.evidence ?? []).filter(
      ({ trace }) => kind !== 'swap' || !allowed.swap.includes(trace.outcome),
    );
    const clauses = counting
      .map((passage) => clauseAt(passage.span, now, library, language))
      .filter((clause) => clause !== undefined)
      .filter(({ text: t, lead }) => [t, lead?.text ?? t].every((own) => !done.to.has(squeeze(own))));
    const edits = clauses.flatMap((clause) => editOf(kind, clause, text, language, register));
    if (edits.some((edit) => edit.kind !== 'delete')) turned = true;
    if (edits.length === 0) break;
    for (const edit of edits) {
      done.from.add(squeeze(edit.from));
      if (edit.to !== '') done.to.add(squeeze(edit.to));
    }
    text = apply(kind, text, edits, language);
    const fresh = readDocument(text, now.document);
    now = { document: fresh, report: review(fresh, library, noSettings) };
  }
  const final = now.report.assessments.find((a) => a.requirement.id === requirement.id);
  const outcome = final?.outcome ?? '';
  if (!turned || done.from.size === 0)
    return {
      ...base,
      status: 'no-hold',
      outcome,
      sideEffects: [],
      shared: [],
      restored: true,
      mutated: [],
      left: [],
    };
  const told = now.report.findings.some((f) => f.code === requirement.id && !f.suppressed);
  const others = changed(report, now.report).filter((id) => id !== requirement.id);
  const shared = others.filter((id) => shares(id, done.from, original));
  const restored = review(readDocument(document.text, now.document), library, noSettings);
  return {
    ...base,
    status: allowed[kind].includes(outcome) && told ? 'caught' : 'survived',
    outcome,
    sideEffects: others.filter((id) => !shared.includes(id)),
    shared,
    restored: findingsOf(restored).join() === findingsOf(report).join(),
    mutated: [...done.to],
    left: (final?.evidence ?? []).map(
      ({ text: t, trace }) =>
        `${trace.outcome}, ${trace.force} ${trace.bearer ?? 'of nobody'} [${trace.concepts.map((c) => `${c.concept}=${c.text}`).join(' ')}]: ${t}`,
    ),
  };
}

const findingsOf = ({ findings }: Report): string[] =>
  findings.map((f) => `${f.code} ${f.level} ${f.message.en}`);

/** Codes of the findings that came, went or read otherwise. */
function changed(before: Report, after: Report): string[] {
  const old = new Set(findingsOf(before));
  const fresh = new Set(findingsOf(after));
  const codes = [...old, ...fresh]
    .filter((f) => old.has(f) !== fresh.has(f))
    .map((f) => f.split(' ')[0] ?? '');
  return [...new Set(codes)];
}

/** Whether a turned sentence was evidence of another requirement as well: then that one is bound to change. */
function shares(id: string, turned: ReadonlySet<string>, { report, document, library }: Original): boolean {
  const other = report.assessments.find((a) => a.requirement.id === id);
  if (!other) return [...report.assessments].some((a) => a.expected === 'optional' && touches(a));
  return touches(other);

  function touches({ evidence }: Assessment): boolean {
    return evidence.some(({ span }) =>
      traceAt(document, report, library, span).some(({ statement }) =>
        [statement.text, statement.leadIn?.text ?? ''].some((t) => t !== '' && turned.has(squeeze(t))),
      ),
    );
  }
}

interface Clause {
  readonly span: Span;
  readonly text: string;
  /** For an item without a verb of its own: the sentence it hangs on. */
  readonly lead: { readonly span: Span; readonly text: string } | undefined;
  readonly isRow: boolean;
}

function clauseAt(
  span: Span,
  { document, report }: { document: LegalDocument; report: Report },
  library: Library,
  language: Locale,
): Clause | undefined {
  const trace = traceAt(document, report, library, span).find((t) => t.span.start === span.start);
  if (!trace) return undefined;
  const { statement } = trace;
  const by = trace.span.start - statement.span.start;
  const lead = statement.leadIn;
  const hangs = lead && !hasVerb(statement.text, language);
  return {
    span: trace.span,
    text: statement.text,
    lead: hangs
      ? { span: { start: lead.span.start + by, end: lead.span.end + by }, text: lead.text }
      : undefined,
    isRow: statement.block.kind === 'cell',
  };
}

interface Edit {
  /** `delete` also for what gives no hold: a row, a heading, the clause of nobody. */
  readonly kind: Kind;
  readonly span: Span;
  readonly from: string;
  readonly to: string;
}

function editOf(kind: Kind, clause: Clause, text: string, language: Locale, register: string): Edit[] {
  const out: Edit = { kind: 'delete', span: wholeLines(clause, text), from: clause.text, to: '' };
  if (kind === 'delete') return [out];
  if (kind === 'recital') {
    const plain = withoutNumber(
      [clause.lead?.text.replace(/[:：]$/, ''), clause.text].filter(Boolean).join(' '),
    );
    const to =
      language === 'zh' ? `鉴于${plain}` : `Whereas ${plain.charAt(0).toLowerCase()}${plain.slice(1)}`;
    return [{ ...out, kind, to }];
  }
  const { span, text: from } = clause.lead ?? clause;
  const to = turn(kind, text.slice(span.start, span.end), language, register);
  if (to === undefined || (clause.isRow && kind !== 'swap')) return [out];
  return [{ kind, span, from, to }];
}

/** The sentence; with its lines when nothing but a number and marks is left on them. */
function wholeLines({ span, isRow }: Clause, text: string): Span {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const end = newline < 0 ? text.length : newline + 1;
  const left = `${text.slice(start, span.start)}${text.slice(span.end, end)}`;
  const alone = /^[\s|>*+\-(（)）\d.a-z、一二三四五六七八九十第条　]*$/.test(left);
  return isRow || alone ? { start, end } : span;
}

function apply(kind: Kind, text: string, edits: readonly Edit[], language: Locale): string {
  const distinct = edits.filter((e, i) => edits.findIndex((o) => o.span.start === e.span.start) === i);
  const without = distinct
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (t, e) => `${t.slice(0, e.span.start)}${kind === 'recital' ? '' : e.to}${t.slice(e.span.end)}`,
      text,
    );
  if (kind !== 'recital') return without;
  const recitals = distinct.map((e) => e.to.replace(/[.。;；]?$/, language === 'zh' ? '；' : ';'));
  const title = /^# .*\n/m.exec(without);
  const at = title ? title.index + title[0].length : 0;
  return `${without.slice(0, at)}\n${recitals.reverse().join('\n\n')}\n${without.slice(at)}`;
}

const withoutNumber = (text: string): string =>
  text.replace(
    /^\s*(?:\(?\d+(?:\.\d+)*\)?\.?|\([a-z]\)|第[一二三四五六七八九十百]+条|[（(][一二三四五六七八九十\d]+[）)])[\s　]*/,
    '',
  );

const squeeze = (text: string): string =>
  withoutNumber(text)
    .replace(/[\s　]+/g, ' ')
    .trim();

function registerOf({ type }: Report, { catalogue }: Library): string {
  if (type.types.includes('app-review-policy')) return 'store';
  if (type.types.includes('privacy-policy')) return 'terms';
  return catalogue.types.find((t) => type.types.includes(t.id))?.register ?? 'policy';
}
