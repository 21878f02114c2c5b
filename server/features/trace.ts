import { nameOf, roleMessages } from '../assess/checks/nearest.ts';
import type { Library } from '../assess/library.ts';
import type { Accepted, Rejected, StatementTrace, Trial, Word } from '../assess/trace.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Locale } from '../text/span.ts';
import {
  expectations,
  forces,
  marks,
  outcomes,
  particularName,
  phrases,
  quantities,
  roles,
  sides,
} from './trace-words.ts';

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
    concepts.length > 0 && `- ${t.concepts}${byWord(concepts, t.is).join(t.comma)}`,
    '',
    ...section(
      t.accepted,
      accepted.map((trial) => acceptedText(trial, locale)),
    ),
    ...section(
      t.rejected,
      rejected.map((trial) => rejectedText(trial, library, locale)),
    ),
    ...section(
      t.touched,
      touched.map((trial) => rejectedText(trial, library, locale)),
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
  library: Library,
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
        : rejectedText(trial, library, locale),
    );
  return told.length > 0 ? `*${phrases[locale].also}*\n\n${told.join('\n')}` : undefined;
}

/** The act itself is there, or everything that is asked for: more than a stray word. */
const considered = ({ acts, reason }: Rejected): boolean => acts || reason !== 'unsaid';

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [`### ${title}`, '', ...lines, ''] : [];

function acceptedText({ assessment, part, verdict }: Trial, locale: Locale): string {
  const t = phrases[locale];
  const { trace, lacking, supplied, rank } = verdict as Accepted;
  const words = trace.concepts.map(({ concept, text }) => wordText({ concept, text }, t.is));
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

function rejectedText(trial: Trial, library: Library, locale: Locale): string {
  const t = phrases[locale];
  const verdict = trial.verdict as Rejected;
  const words = verdict.words.map(({ text }) => `\`${text}\``);
  const has = words.length > 0 ? ` (${[...new Set(words)].slice(0, 4).join(t.comma)})` : '';
  return `- ${head(trial, locale)}${has}${t.colon}${reasonOf(verdict, library, locale)}`;
}

function reasonOf(rejected: Rejected, library: Library, locale: Locale): string {
  const t = phrases[locale];
  const names = (ids: readonly string[]): string =>
    ids
      .slice(0, 4)
      .map((id) => nameIn(id, library, locale))
      .join(t.or);
  switch (rejected.reason) {
    case 'unsaid':
      return rejected.unsaid.length > 0
        ? t.unsaid(rejected.unsaid.map((group) => names(group.slice(0, 3))).join(t.semicolon))
        : t.onlyLedIn;
    case 'unless':
      return t.unless(rejected.ruledOut.map((w) => wordText(w, t.is)).join(t.comma));
    case 'about':
      return t.about(names(rejected.unsaid.flat()));
    case 'role':
      return roleMessages[rejected.role]?.[locale] ?? roles[rejected.role][locale];
    case 'excepted':
      return t.excepted;
    case 'apart':
      return t.apart;
    case 'bearer':
      return t.bearer(
        sides[rejected.bearer ?? 'operator'][locale],
        rejected.wanted.bearer.map((side) => sideName(side, locale)).join(t.or),
      );
    case 'force':
      return t.force(
        forces[rejected.force][locale],
        rejected.wanted.force === 'bar' || rejected.wanted.force === 'hedge'
          ? t[rejected.wanted.force]
          : t.duty,
      );
  }
}

function head({ assessment, part }: Pick<Trial, 'assessment' | 'part'>, locale: Locale): string {
  const { requirement, expected } = assessment;
  const several = requirement.check.verb === 'clause' && requirement.check.parts.length > 1;
  return `\`${requirement.id}\`${several ? ` ${part.name}` : ''} · ${expectations[expected][locale]}`;
}

const wordText = ({ concept, text }: Word, is: string): string => `\`${text}\`${is}${concept}`;

/** Each word once, with all that it may stand for. */
function byWord(words: readonly Word[], is: string): string[] {
  const concepts = new Map<string, string[]>();
  for (const { text, concept } of words) concepts.set(text, [...(concepts.get(text) ?? []), concept]);
  return [...concepts].map(([text, ids]) => `\`${text}\`${is}${ids.join(' / ')}`);
}

const sideName = (side: string, locale: Locale): string => sides[side as keyof typeof sides][locale];

function nameIn(id: string, library: Library, locale: Locale): string {
  if (id.startsWith('@')) return quantities[id.slice(1)]?.[locale] ?? id;
  return nameOf(
    library.catalogue.concepts.find((c) => c.id === id),
    locale,
  );
}

const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)} …` : text;
