import type { Part, Requirement, Way } from '../catalogue/requirement.ts';
import type { Statement } from '../document/statement.ts';
import { contains, overlaps, shift, type Bilingual, type Span } from '../text/span.ts';
import type { Assessment, Lack, Report, Trace } from './assessment.ts';
import { isAlmost } from './checks/almost.ts';
import { particularsOf } from './checks/clause.ts';
import { stages, whyRefused } from './checks/refused.ts';
import type { Refusal } from './checks/saying.ts';
import { tryStatement } from './checks/trial.ts';
import { counts, rank } from './checks/outcomes.ts';
import { makeContext, type Context, type ScannedSection } from './context.ts';
import { contextFor, type Library } from './review.ts';
import type { ScannedStatement } from './scan.ts';
import type { LegalDocument } from '../document/model.ts';

/** What was thought of one statement of a document. Spans are the document's. */
export interface StatementTrace {
  readonly statement: Statement;
  readonly span: Span;
  /** The headings it stands under, outermost first. */
  readonly headings: readonly string[];
  readonly concepts: readonly Word[];
  /** By requirement, in the catalogue's order: those of which the statement has a word. */
  readonly trials: readonly Trial[];
}

export interface Word {
  readonly concept: string;
  readonly text: string;
}

/** A statement held against one part of one requirement. */
export interface Trial {
  readonly assessment: Assessment;
  readonly part: Part;
  readonly verdict: Accepted | Rejected;
}

export interface Accepted {
  readonly kind: 'accepted';
  readonly trace: Trace;
  readonly lacking: readonly Lack[];
  /** The words that supply each particular found in the statement itself. */
  readonly supplied: Readonly<Record<string, readonly string[]>>;
  /** Its place among the evidence, from 0; -1 when better passages left it out. */
  readonly rank: number;
}

export interface Rejected {
  readonly kind: 'rejected';
  readonly reason: Refusal;
  /** The statement has the act itself, not only a word beside it. */
  readonly acts: boolean;
  /** It was held against a way that is a whole clause. */
  readonly whole: boolean;
  /** The words of the way that it has. */
  readonly words: readonly Word[];
  /** The reason in words; of what it does not say, one for each thing. */
  readonly why: readonly Bilingual[];
}

/** Everything considered for the statements that touch `span` (offsets in the document, UTF-16). */
export function traceAt(
  document: LegalDocument,
  report: Report,
  library: Library,
  span: Span,
): StatementTrace[] {
  const types = library.catalogue.types.filter((type) => report.type.types.includes(type.id));
  const context = makeContext(document, library, types);
  return context.sections
    .filter(({ placed }) =>
      overlaps(shift({ start: 0, end: placed.section.text.length }, placed.offset), span),
    )
    .flatMap((section) =>
      section.scan.statements
        .filter(({ statement }) => overlaps(shift(statement.span, section.placed.offset), span))
        .map((scanned) => traceOne(scanned, section, report, context)),
    );
}

function traceOne(
  scanned: ScannedStatement,
  section: ScannedSection,
  report: Report,
  context: Context,
): StatementTrace {
  const { statement } = scanned;
  const { placed } = section;
  const own = placed.section.headings()[statement.block.under];
  return {
    statement,
    span: shift(statement.span, placed.offset),
    headings: [...placed.above.map((h) => h.text), ...(own ? [own.text] : [])],
    concepts: [...scanned.hits.concepts.keys()].flatMap((id) => wordsOf(id, scanned)),
    trials: report.assessments.flatMap((assessment) => trialsOf(assessment, scanned, section, context)),
  };
}

function trialsOf(
  assessment: Assessment,
  scanned: ScannedStatement,
  section: ScannedSection,
  context: Context,
): Trial[] {
  const { check } = assessment.requirement;
  if (check.verb === 'none') return [];
  const titled = contextFor(assessment.expected, context);
  const particulars = particularsOf(check, titled);
  const near = isAlmost(assessment) ? acceptedAsNear(assessment, scanned, section) : undefined;
  if (near && check.parts[0]) return [{ assessment, part: check.parts[0], verdict: near }];
  return check.parts.flatMap((part): Trial[] => {
    const verdicts = part.ways
      .filter((way) => counts(way.in, titled))
      .flatMap((way): (Accepted | Rejected)[] => {
        const tried = tryStatement(scanned, section, way, particulars, titled, part);
        if (typeof tried === 'string') {
          const rejected = rejectedFor(tried, way, scanned, context.library);
          return rejected.words.length > 0 ? [rejected] : [];
        }
        const { trace, span } = tried.passage(section.placed.offset);
        return [
          {
            kind: 'accepted',
            trace,
            lacking: tried.lacking,
            supplied: suppliedBy(assessment.requirement, scanned),
            rank: assessment.evidence.findIndex((e) => contains(e.span, span) || contains(span, e.span)),
          },
        ];
      });
    const [verdict] = verdicts.sort((a, b) => closeness(b) - closeness(a));
    return verdict ? [{ assessment, part, verdict }] : [];
  });
}

/** The statement, when it is one of those that come near. */
function acceptedAsNear(
  { evidence, lacking, requirement }: Assessment,
  scanned: ScannedStatement,
  { placed }: ScannedSection,
): Accepted | undefined {
  const span = shift(scanned.statement.span, placed.offset);
  const rank = evidence.findIndex((e) => e.span.start === span.start && e.span.end === span.end);
  const trace = evidence[rank]?.trace;
  return trace && { kind: 'accepted', trace, lacking, supplied: suppliedBy(requirement, scanned), rank };
}

/** The way that came furthest is the one to tell of. */
const closeness = (verdict: Accepted | Rejected): number =>
  verdict.kind === 'accepted'
    ? 100 + rank[verdict.trace.outcome === 'not-applicable' ? 'missing' : verdict.trace.outcome]
    : stages.indexOf(verdict.reason) * 10 +
      (verdict.acts ? 5 : 0) +
      (verdict.whole ? 2 : 0) -
      verdict.why.length;

const rejectedFor = (reason: Refusal, way: Way, scanned: ScannedStatement, library: Library): Rejected => ({
  kind: 'rejected',
  reason,
  acts: way.says[0]?.some((id) => scanned.hits.has(id)) ?? false,
  whole: !way.shortfall,
  words: way.says.flat().flatMap((id) => wordsOf(id, scanned)),
  why: whyRefused(reason, way, scanned, library).map(({ message }) => message),
});

function suppliedBy({ check }: Requirement, scanned: ScannedStatement): Record<string, string[]> {
  if (check.verb === 'none') return {};
  return Object.fromEntries(
    check.particulars.map(({ name, any }) => [
      name,
      longest(any.flatMap((id) => wordsOf(id, scanned)).map(({ text }) => text)),
    ]),
  );
}

/** Without the words that stand in longer ones. */
const longest = (texts: readonly string[]): string[] =>
  [...new Set(texts)].filter((text, _, all) => !all.some((other) => other !== text && other.includes(text)));

/** The words of a concept in a statement, each once. */
function wordsOf(concept: string, { hits, statement }: ScannedStatement): Word[] {
  const texts = (hits.get(concept) ?? []).map(({ start, end }) => statement.text.slice(start, end));
  return [...new Set(texts)].map((text) => ({ concept, text }));
}
