import { nameOf } from '../assess/checks/concept-names.ts';
import { forces, roles, sides } from '../assess/checks/judged-words.ts';
import type { Library } from '../assess/library.ts';
import type { Accepted, Rejected, StatementTrace, Trial, Word } from '../assess/trace.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Locale } from '../text/span.ts';
import { expectations, marks, outcomes, particularName, phrases } from './trace-words.ts';

/** A statement with the words that were found in it, what it was taken for and what not. Markdown. */
export function traceText(
  trace: StatementTrace,
  document: LegalDocument,
  library: Library,
  locale: Locale,
): string {
  const t = phrases[locale];
  const { statement, trials, headings, concepts, span } = trace;
  const { text } = statement;
  const first = document.lines.lineAt(span.start) + 1;
  const last = document.lines.lineAt(Math.max(span.start, span.end - 1)) + 1;
  const accepted = trials.filter(({ verdict }) => verdict.kind === 'accepted');
  const rejected = trials.filter(({ verdict }) => verdict.kind === 'rejected' && considered(verdict));
  const touched = trials.filter(({ verdict }) => verdict.kind === 'rejected' && !considered(verdict));
  const parties = statement.parties.map(
    (p) => `\`${text.slice(p.start, p.end)}\` = ${sides[p.side][locale]}`,
  );
  const binding = statement.marks.map((m) => `\`${text.slice(m.start, m.end)}\` = ${marks[m.kind][locale]}`);
  return [
    `## ${t.lines(first, last)}`,
    '',
    `> ${shorten(text, 400)}`,
    '',
    `- ${t.role}${roles[statement.role][locale]}`,
    headings.length > 0 && `- ${t.under}${headings.map((h) => shorten(h, 60)).join(' › ')}`,
    statement.leadIn && `- ${t.leadIn}${shorten(statement.leadIn.text, 120)}`,
    parties.length > 0 && `- ${t.parties}${parties.join(t.comma)}`,
    binding.length > 0 && `- ${t.marks}${binding.join(t.comma)}`,
    concepts.length > 0 && `- ${t.concepts}${byWord(concepts, library, locale).join(t.comma)}`,
    '',
    ...section(
      t.accepted,
      accepted.map((trial) => acceptedText(trial, library, locale)),
    ),
    ...section(
      t.rejected,
      rejected.map((trial) => rejectedText(trial, locale)),
    ),
    ...section(
      t.touched,
      touched.map((trial) => rejectedText(trial, locale)),
    ),
    ...(trials.length === 0 ? [t.nothing, ''] : []),
  ]
    .filter((line) => typeof line === 'string')
    .join('\n');
}

/** In short, for a hover: what else the statement was held against, of what the document is expected to say. */
export function alsoConsidered(
  { trials }: StatementTrace,
  except: string,
  locale: Locale,
): string | undefined {
  const told = trials
    .filter(
      ({ assessment, verdict }) =>
        assessment.requirement.id !== except &&
        assessment.expected !== 'no' &&
        (verdict.kind === 'accepted' || considered(verdict)),
    )
    .slice(0, 4)
    .map((trial) =>
      trial.verdict.kind === 'accepted'
        ? `- \`${trial.assessment.requirement.id}\`${phrases[locale].colon}${outcomes[trial.verdict.trace.outcome][locale]}`
        : rejectedText(trial, locale),
    );
  return told.length > 0 ? `*${phrases[locale].also}*\n\n${told.join('\n')}` : undefined;
}

/** The act itself is there, or everything that is asked for: more than a stray word. */
const considered = ({ acts, reason }: Rejected): boolean => acts || reason !== 'unsaid';

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [`### ${title}`, '', ...lines, ''] : [];

function acceptedText({ assessment, part, verdict }: Trial, library: Library, locale: Locale): string {
  const t = phrases[locale];
  const { trace, lacking, supplied, rank } = verdict as Accepted;
  const words = trace.concepts.map(
    ({ concept, text }) => `\`${text}\`${t.is}${nameOf(concept, library)[locale]}`,
  );
  const particulars = trace.particulars.map(({ name, found }) => {
    const by = supplied[name] ?? [];
    const named = particularName(name, locale);
    if (!found) return `${named} – ${t.lacks}`;
    return `${named} – ${by.length > 0 ? by.map((w) => `\`${w}\``).join(t.comma) : t.foundAround}`;
  });
  const lacks = [...new Set(lacking.map((l) => l.message[locale]))];
  return [
    `- ${head({ assessment, part }, locale)}${t.colon}**${outcomes[trace.outcome][locale]}** · ${place(rank, t)}`,
    `  - ${t.said}${forces[trace.force][locale]}${trace.bearer ? t.on(sides[trace.bearer][locale]) : ''}`,
    words.length > 0 && `  - ${t.words}${[...new Set(words)].join(t.comma)}`,
    particulars.length > 0 && `  - ${t.particulars}${particulars.join(t.semicolon)}`,
    lacks.length > 0 && `  - ${t.lacking}${lacks.join(t.semicolon)}`,
  ]
    .filter((line) => typeof line === 'string')
    .join('\n');
}

const place = (rank: number, t: (typeof phrases)[Locale]): string =>
  rank === 0 ? t.decides : rank > 0 ? t.evidence(rank + 1) : t.outdone;

function rejectedText(trial: Trial, locale: Locale): string {
  const t = phrases[locale];
  const verdict = trial.verdict as Rejected;
  const words = verdict.words.map(({ text }) => `\`${text}\``);
  const has = words.length > 0 ? ` (${[...new Set(words)].slice(0, 4).join(t.comma)})` : '';
  return `- ${head(trial, locale)}${has}${t.colon}${verdict.why.map((why) => why[locale]).join(t.semicolon)}`;
}

function head({ assessment, part }: Pick<Trial, 'assessment' | 'part'>, locale: Locale): string {
  const { requirement, expected } = assessment;
  const several = requirement.check.verb === 'clause' && requirement.check.parts.length > 1;
  return `\`${requirement.id}\`${several ? ` ${particularName(part.name, locale)}` : ''} · ${expectations[expected][locale]}`;
}

/** Each word once, with all that it may stand for and where the vocabulary has it. */
function byWord(words: readonly Word[], library: Library, locale: Locale): string[] {
  const concepts = new Map<string, string[]>();
  for (const { text, concept } of words) {
    const name = phrases[locale].known(nameOf(concept, library)[locale], concept);
    concepts.set(text, [...(concepts.get(text) ?? []), name]);
  }
  return [...concepts].map(([text, names]) => `\`${text}\`${phrases[locale].is}${names.join(' / ')}`);
}

const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)} …` : text;
