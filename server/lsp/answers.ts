import { CodeActionKind, type Connection, MarkupKind } from 'vscode-languageserver';
import { makeContext } from '../assess/context.ts';
import { declareFix } from '../assess/fixes.ts';
import type { Library } from '../assess/review.ts';
import { actionsAt, fixAll } from '../features/actions.ts';
import { completionsAt } from '../features/completion.ts';
import { hoverAt } from '../features/hover.ts';
import { pageAt } from '../features/page.ts';
import type { Locale } from '../text/span.ts';
import {
  type Abilities,
  asCodeAction,
  asCompletionList,
  asTextEdit,
  offsetOf,
  rangeOf,
  spanOf,
} from './convert.ts';
import { chooseTypeRequest, pageRequest, typesRequest } from './protocol.ts';
import type { Workspace } from './workspace.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.clausecheck`;
export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind];

export interface AnswerOptions {
  readonly workspace: Workspace;
  readonly library: Library;
  readonly abilities: Abilities;
  /** The language of what belongs to no document. */
  readonly locale: Locale;
}

/** Answers what an editor asks about a document. Each answer is about its newest text. */
export function answer(connection: Connection, options: AnswerOptions): void {
  const { workspace, library, abilities, locale: editorLocale } = options;

  connection.onHover(async ({ textDocument, position }) => {
    const verdict = await workspace.verdict(textDocument.uri, { now: true });
    if (!verdict?.context) return null;
    const { context, lines, locale } = verdict;
    const hover = hoverAt(context, offsetOf(position, lines), locale);
    if (!hover) return null;
    return {
      contents: { kind: MarkupKind.Markdown, value: hover.markdown },
      range: rangeOf(hover.span, lines),
    };
  });

  connection.onCompletion(async ({ textDocument, position }) => {
    const verdict = await workspace.verdict(textDocument.uri, { now: true });
    if (!verdict?.context) return null;
    const { context, lines, locale } = verdict;
    return asCompletionList(completionsAt(context, offsetOf(position, lines), locale), lines, abilities);
  });

  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only, diagnostics } }) => {
    const verdict = await workspace.verdict(uri, { now: true });
    if (!verdict?.context) return [];
    const { context, lines, locale, version } = verdict;
    const wanted = (kind: string): boolean =>
      only?.some((o) => o === '' || kind === o || kind.startsWith(`${o}.`)) ?? true;
    // Mending all at once is only done when asked for by its kind, as on saving.
    const all = only && wanted(fixAllKind) ? fixAll(context, locale) : undefined;
    return [...actionsAt(context, spanOf(range, lines), locale), ...(all ? [all] : [])]
      .filter(({ kind }) => wanted(kind))
      .map((action) => asCodeAction(action, { uri, version, lines }, diagnostics, abilities));
  });

  connection.onRequest(pageRequest, ({ uri }) => pageAt(uri.replace(/^clausecheck:/, ''), library) ?? null);

  connection.onRequest(typesRequest, () =>
    library.catalogue.types.map(({ id, title }) => ({
      id,
      title: title[editorLocale],
      description: title[editorLocale === 'zh' ? 'en' : 'zh'],
    })),
  );

  connection.onRequest(chooseTypeRequest, async ({ uri, type }) => {
    const verdict = await workspace.verdict(uri, { now: true });
    if (!verdict?.context) return null;
    const { context, lines, version } = verdict;
    const fix = declareFix(type, makeContext(context.document, library, []));
    return { version, edits: fix.edits.map((edit) => asTextEdit(edit, lines)) };
  });
}
