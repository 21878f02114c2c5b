import type { Connection } from 'vscode-languageserver';
import { makeContext } from '../assess/context.ts';
import { declareFix } from '../assess/fixes.ts';
import { coverageOf, type CoverageEntry } from '../features/coverage.ts';
import { clauseEdits, insertable } from '../features/insert.ts';
import { pageAt, pageCommand, pageUri } from '../features/page.ts';
import { reportPage } from '../features/report.ts';
import { skeletonOf } from '../features/skeleton.ts';
import type { Locale } from '../text/span.ts';
import type { AnswerOptions } from './answers.ts';
import { cancellable } from './cancel.ts';
import { asTextEdit, rangeOf } from './convert.ts';
import {
  chooseTypeRequest,
  clauseRequest,
  clausesRequest,
  type CoverageEntryShown,
  coverageRequest,
  pageRequest,
  reportRequest,
  skeletonRequest,
  typesRequest,
} from './protocol.ts';
import type { Verdict } from './workspace.ts';

/** Answers what only the extension asks: protocol.ts. */
export function answerOwn(connection: Connection, options: AnswerOptions): void {
  const { workspace, library, locale: editorLocale } = options;

  const page = (uri: string): string | undefined => pageAt(uri.replace(/^clausecheck:/, ''), library);
  connection.onRequest(pageRequest, ({ uri }) => page(uri) ?? null);
  // The same for any client that asks as of version 3.18 of the protocol.
  connection.workspace.textDocumentContent.on(({ uri }) => {
    const text = page(uri);
    return text === undefined ? null : { text };
  });

  connection.onRequest(typesRequest, () =>
    library.catalogue.types.map(({ id, title }) => ({
      id,
      title: title[editorLocale],
      description: title[editorLocale === 'zh' ? 'en' : 'zh'],
    })),
  );

  connection.onRequest(
    chooseTypeRequest,
    cancellable(async ({ uri, type }) => {
      const verdict = await workspace.completeVerdict(uri);
      if (!verdict?.context) return null;
      const { context, lines, version } = verdict;
      const fix = declareFix(type, makeContext(context.document, library, []));
      return { version, edits: fix.edits.map((edit) => asTextEdit(edit, lines)) };
    }),
  );

  connection.onRequest(
    coverageRequest,
    cancellable(async ({ uri }) => {
      const verdict = await workspace.completeVerdict(uri);
      if (!verdict?.context) return null;
      const { context, locale, version, status } = verdict;
      return {
        version,
        summary: status().text,
        groups: coverageOf(context, locale).map(({ id, title, met, expected, entries }) => ({
          id,
          title,
          description: expected > 0 ? countWords(met, expected)[locale] : '',
          entries: entries.map((entry) => shown(entry, verdict)),
        })),
      };
    }),
  );

  connection.onRequest(
    reportRequest,
    cancellable(async ({ uri, name }) => {
      const verdict = await workspace.completeVerdict(uri);
      if (!verdict?.context) return null;
      const link = (line: number): string =>
        `command:clausecheck.coverage.show?${encodeURIComponent(JSON.stringify([uri, [line - 1, 0, line - 1, 0]]))}`;
      const page = (requirement: string): string => pageCommand(requirement, verdict.locale);
      return reportPage([{ name, feature: verdict.context, link, page }], {
        locale: verdict.locale,
        version: options.version,
        catalogue: library.catalogue.reviewed,
      });
    }),
  );

  connection.onRequest(
    clauseRequest,
    cancellable(async ({ uri, id, position }) => {
      const verdict = await workspace.completeVerdict(uri);
      if (!verdict?.context) return null;
      const { context, lines, version } = verdict;
      const edits = clauseEdits(context, id, position);
      if (edits.length === 0) return null;
      return edits.map(({ span, snippet, plain }) => ({
        version,
        range: rangeOf(span, lines),
        snippet,
        plain,
      }));
    }),
  );

  connection.onRequest(skeletonRequest, ({ type, language }) => skeletonOf(type, language, library) ?? null);

  connection.onRequest(
    clausesRequest,
    cancellable(async ({ uri }) => {
      const verdict = await workspace.completeVerdict(uri);
      if (!verdict?.context) return [];
      return insertable(verdict.context, verdict.locale).map(
        ({ id, title, other, draft, fallback, group }) => ({
          id,
          title,
          description: other,
          draft,
          fallback,
          group,
        }),
      );
    }),
  );
}

const countWords = (met: number, expected: number): Record<Locale, string> => ({
  en: `${met} of ${expected} met`,
  zh: `应有${expected}项，满足${met}项`,
});

function shown(entry: CoverageEntry, { lines, locale }: Verdict): CoverageEntryShown {
  const { id, title, state, line, evidence, nearest, place, repair, suppressed } = entry;
  const separator = locale === 'zh' ? '；' : '; ';
  const notes = [line, ...(suppressed === undefined ? [] : [suppressedWord[locale] + suppressed])];
  const quote = evidence[0] ?? nearest[0];
  return {
    id,
    title,
    state,
    suppressed: suppressed !== undefined,
    description: notes.join(separator),
    tooltip: [
      `**${title}** · \`${id}\``,
      notes.join(separator),
      ...(quote && !evidence[0] ? [nearestWord[locale]] : []),
      ...(quote ? [`> ${short(escape(quote.text))}`] : []),
    ].join('\n\n'),
    range: rangeOf(place, lines),
    repair,
    page: pageUri(id, locale),
  };
}

const suppressedWord = { en: 'suppressed: ', zh: '已停用：' } as const;
const nearestWord = { en: 'Nearest:', zh: '最接近的表述：' } as const;

const escape = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&');
const short = (text: string): string => (text.length > 400 ? `${text.slice(0, 400)}…` : text);
