import {
  commands,
  Disposable,
  l10n,
  Position,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  SnippetString,
  SnippetTextEdit,
  type TextDocument,
  TextEdit,
  TextEditorRevealType,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ClauseEdit, clauseRequest, clausesRequest } from '../server/lsp/protocol.ts';
import { needMarkdown } from './active.ts';
import type { CoverageRow } from './coverage-view.ts';

/** Inserting model clauses: by search, and from the view. */
export function registerInsert(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('clausecheck.insertClause', async (id?: string) => {
      const document = needMarkdown();
      const chosen = document && (id ?? (await askClause(client, document)));
      if (document && chosen !== undefined) await insertClause(client, document, chosen);
    }),
    commands.registerCommand('clausecheck.coverage.insert', fromRow),
    commands.registerCommand('clausecheck.coverage.mend', fromRow),
  );

  async function fromRow(row?: CoverageRow): Promise<void> {
    if (row?.kind !== 'entry') return;
    const { document } = await window.showTextDocument(row.uri);
    await insertClause(client, document, row.entry.id);
  }
}

async function askClause(client: BaseLanguageClient, document: TextDocument): Promise<string | undefined> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const clauses = await client.sendRequest(clausesRequest, { uri });
  const groups = [...new Set(clauses.map(({ group }) => group))];
  type Item = QuickPickItem & { id?: string };
  const items = groups.flatMap((group): Item[] => [
    { label: group, kind: QuickPickItemKind.Separator },
    ...clauses
      .filter((clause) => clause.group === group)
      .map(({ id, title, description, detail }) => ({
        label: title,
        description: `${description} · ${id}`,
        detail,
        id,
      })),
  ]);
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Clausecheck: Insert clause'),
    placeHolder: l10n.t('Search by name, id or wording. The clause goes to where it belongs.'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.id;
}

/** Writes the clause at its place; the placeholders are then to be filled in. */
async function insertClause(client: BaseLanguageClient, document: TextDocument, id: string): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const edits = await client.sendRequest(clauseRequest, { uri, id });
  const first = edits?.[0];
  if (!edits || !first) {
    void window.showInformationMessage(l10n.t('There is no clause to insert for {0}.', id));
    return;
  }
  if (first.version !== document.version) return;
  const edit = new WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map((one) => asEdit(one, edits.length === 1)),
  );
  if (!(await workspace.applyEdit(edit))) return;
  const editor = window.visibleTextEditors.find((e) => e.document === document);
  const at = new Position(first.range.start.line, 0);
  editor?.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A snippet leaves one place to fill in; several edits at once come as plain text. */
function asEdit({ range, snippet, plain }: ClauseEdit, alone: boolean): TextEdit | SnippetTextEdit {
  const at = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  return alone && /\$\{?\d/.test(snippet)
    ? new SnippetTextEdit(at, new SnippetString(snippet))
    : TextEdit.replace(at, plain);
}
