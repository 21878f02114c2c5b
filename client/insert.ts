import {
  commands,
  Disposable,
  l10n,
  Position as TextPosition,
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
import { type ClauseChoice, type ClauseEdit, clauseRequest, clausesRequest } from '../server/lsp/protocol.ts';
import { needMarkdown } from './active.ts';
import { ClausePreview } from './clause-preview.ts';
import type { CoverageRow } from './coverage-view.ts';

/** Inserting model clauses: by search, with a preview, and from the view. */
export function registerInsert(client: BaseLanguageClient): Disposable {
  const preview = new ClausePreview();
  return Disposable.from(
    preview,
    commands.registerCommand('clausecheck.insertClause', async (id?: string, position?: Position) => {
      const document = needMarkdown();
      const chosen =
        document && (id === undefined ? await askClause(client, document, preview) : { id, position });
      if (document && chosen) await insertClause(client, document, chosen);
    }),
    commands.registerCommand('clausecheck.coverage.insert', fromRow),
    commands.registerCommand('clausecheck.coverage.mend', fromRow),
  );

  async function fromRow(row?: CoverageRow): Promise<void> {
    if (row?.kind !== 'entry') return;
    const { document } = await window.showTextDocument(row.uri);
    await insertClause(client, document, { id: row.entry.id });
  }
}

type Position = 'model' | 'fallback';
interface Chosen {
  readonly id: string;
  readonly position?: Position | undefined;
}

/** Every model clause; then, where there is one, whether it is to be the position to fall back to. */
async function askClause(
  client: BaseLanguageClient,
  document: TextDocument,
  preview: ClausePreview,
): Promise<Chosen | undefined> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const clauses = await client.sendRequest(clausesRequest, { uri });
  const groups = [...new Set(clauses.map(({ group }) => group))];
  type Item = QuickPickItem & { clause?: ClauseChoice };
  const items = groups.flatMap((group): Item[] => [
    { label: group, kind: QuickPickItemKind.Separator },
    ...clauses
      .filter((clause) => clause.group === group)
      .map((clause) => ({
        label: clause.title,
        description: `${clause.description} · ${clause.id}`,
        detail: onOneLine(clause.draft),
        clause,
      })),
  ]);
  try {
    const options = { title: l10n.t('Clausecheck: Insert clause'), ignoreFocusOut: true };
    const found = await window.showQuickPick(items, {
      ...options,
      placeHolder: l10n.t('Search by name, id or wording. The clause goes to where it belongs.'),
      matchOnDescription: true,
      matchOnDetail: true,
      onDidSelectItem: (item: Item) => preview.show(item.clause),
    });
    const clause = found?.clause;
    if (!clause) return undefined;
    const { id, draft, fallback } = clause;
    if (fallback === undefined) return { id };
    const positions: (QuickPickItem & { position: Position })[] = [
      { label: l10n.t('Model clause'), detail: onOneLine(draft), position: 'model' },
      { label: l10n.t('Fallback position'), detail: onOneLine(fallback), position: 'fallback' },
    ];
    const chosen = await window.showQuickPick(positions, {
      ...options,
      placeHolder: l10n.t('What you ask for, or what you may yield to: both meet the requirement.'),
    });
    return chosen && { id, position: chosen.position };
  } finally {
    preview.hide();
  }
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Writes the clause at its place; the placeholders are then to be filled in. */
async function insertClause(
  client: BaseLanguageClient,
  document: TextDocument,
  { id, position }: Chosen,
): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const edits = await client.sendRequest(clauseRequest, { uri, id, ...(position && { position }) });
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
  const at = new TextPosition(first.range.start.line, 0);
  editor?.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A snippet leaves one place to fill in; several edits at once come as plain text. */
function asEdit({ range, snippet, plain }: ClauseEdit, alone: boolean): TextEdit | SnippetTextEdit {
  const at = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  return alone && /\$\{?\d/.test(snippet)
    ? new SnippetTextEdit(at, new SnippetString(snippet))
    : TextEdit.replace(at, plain);
}
