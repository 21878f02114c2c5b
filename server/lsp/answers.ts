import { type Connection, MarkupKind } from 'vscode-languageserver';
import type { Library } from '../assess/review.ts';
import { completionsAt } from '../features/completion.ts';
import type { PageLink } from '../features/authority.ts';
import { hoverAt } from '../features/hover.ts';
import { instrumentAt, instrumentSummary } from '../features/instruments.ts';
import { lensesOf } from '../features/lenses.ts';
import { pageCommand, pageUri } from '../features/page.ts';
import { meaningAt } from '../features/symbols.ts';
import type { Locale } from '../text/span.ts';
import { answerActions } from './action-answers.ts';
import { cancellable } from './cancel.ts';
import { type Abilities, asCodeLens, asCompletionList, offsetOf, rangeOf } from './convert.ts';
import { answerOutline } from './outline-answers.ts';
import { answerOwn } from './own-answers.ts';
import type { ClosedFiles } from './closed.ts';
import type { Related } from './related.ts';
import { answerSymbols } from './symbol-answers.ts';
import type { Workspace } from './workspace.ts';

export interface AnswerOptions {
  /** Version of the tool. */
  readonly version: string;
  readonly workspace: Workspace;
  readonly related: Related;
  readonly closed: ClosedFiles;
  readonly openUris: () => readonly string[];
  readonly library: Library;
  readonly abilities: Abilities;
  /** The language of what belongs to no document. */
  readonly locale: Locale;
}

/** Answers what an editor asks about a document. Each answer is about its newest text. */
export function answer(connection: Connection, options: AnswerOptions): void {
  const { workspace, related, library, abilities } = options;
  const pageLink =
    (locale: Locale): PageLink =>
    (id) =>
      abilities.commands ? pageCommand(id, locale) : abilities.pages ? pageUri(id, locale) : undefined;

  connection.onHover(
    cancellable(async ({ textDocument, position }) => {
      const verdict = await workspace.completeVerdict(textDocument.uri);
      if (!verdict?.context) return null;
      const { context, lines, locale } = verdict;
      const offset = offsetOf(position, lines);
      // What a term or a number means comes first, what the law expects of the clause second.
      const others = (await related.to(verdict)).map(({ document }) => document);
      const link = pageLink(locale);
      const law = instrumentAt(context.document, offset, library.catalogue);
      const meaning = law
        ? { span: law.span, markdown: instrumentSummary(law.instrument, locale, link) }
        : meaningAt(context.document, offset, locale, others);
      const hover = hoverAt(context, offset, locale, link);
      const span = (meaning ?? hover)?.span;
      if (!span) return null;
      const value = [meaning, hover].flatMap((part) => part?.markdown ?? []).join('\n\n---\n\n');
      return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(span, lines) };
    }),
  );

  connection.onCompletion(
    cancellable(async ({ textDocument, position }) => {
      const verdict = await workspace.completeVerdict(textDocument.uri);
      if (!verdict?.context) return null;
      const { context, lines, locale } = verdict;
      const others = (await related.to(verdict)).map(({ document }) => document);
      const offset = offsetOf(position, lines);
      return asCompletionList(completionsAt(context, offset, locale, others), lines, abilities);
    }),
  );

  connection.onCodeLens(
    cancellable(async ({ textDocument: { uri } }) => {
      const verdict = await workspace.completeVerdict(uri);
      if (!verdict?.context || !verdict.lenses) return [];
      const { context, lines, locale } = verdict;
      return lensesOf(context, locale).map((lens) => asCodeLens(lens, lines, abilities));
    }),
  );

  answerActions(connection, options);
  answerSymbols(connection, options);
  answerOutline(connection, options);
  answerOwn(connection, options);
}
