import { type CodeAction, CodeActionKind, type Connection, type Range } from 'vscode-languageserver';
import { type Action, actionsAt, fixAll } from '../features/actions.ts';
import type { AnswerOptions } from './answers.ts';
import { cancellable } from './cancel.ts';
import { asCodeAction, spanOf } from './convert.ts';
import type { Verdict } from './workspace.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.clausecheck`;
export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind];

/** What the server needs to know an action again when its edit is asked for. */
interface ActionData {
  readonly uri: string;
  readonly range: Range;
}

/**
 * Answers which changes can be made at a place; their edits come later to clients that fetch them one by one. All
 * missing clauses at once are drafts for a person to read, so they are given to who names that very kind: many save with
 * `source.fixAll` for the sake of other tools, and not every version of an editor tells saving from asking.
 */
export function answerActions(connection: Connection, { workspace, abilities }: AnswerOptions): void {
  connection.onCodeAction(
    cancellable(async ({ textDocument: { uri }, range, context: { only, diagnostics } }) => {
      const verdict = await workspace.completeVerdict(uri);
      if (!verdict) return [];
      // A list without kinds asks for none in particular, as no list does.
      const wanted = (kind: string): boolean =>
        !only?.length || only.some((o) => o === '' || kind === o || kind.startsWith(`${o}.`));
      const found = actionsIn(verdict, range, only?.includes(fixAllKind) ?? false);
      return found
        .filter(({ kind }) => wanted(kind))
        .map((action): CodeAction => {
          const { edit, ...rest } = asCodeAction(action, verdict, diagnostics, abilities);
          const data: ActionData = { uri, range };
          return abilities.resolvesEdits ? { ...rest, data } : { ...rest, ...(edit && { edit }) };
        });
    }),
  );

  connection.onCodeActionResolve(
    cancellable(async (asked) => {
      const data = asked.data as ActionData | undefined;
      const verdict = data && (await workspace.completeVerdict(data.uri));
      if (!verdict) return asked;
      const action = actionsIn(verdict, data.range, true).find(
        ({ title, kind }) => title === asked.title && kind === asked.kind,
      );
      const edit = action && asCodeAction(action, verdict, [], abilities).edit;
      return edit ? { ...asked, edit } : asked;
    }),
  );
}

function actionsIn({ context, lines, locale }: Verdict, range: Range, withAll: boolean): Action[] {
  if (!context) return [];
  const all = withAll ? fixAll(context, locale) : undefined;
  return [...actionsAt(context, spanOf(range, lines), locale), ...(all ? [all] : [])];
}
