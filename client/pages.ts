import { commands, Disposable, l10n, languages, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { pageRequest } from '../server/lsp/protocol.ts';

/** The pages behind the findings: `clausecheck:/en/opinions/pi-storage.md` opens offline. */
export function registerPages(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider('clausecheck', {
      provideTextDocumentContent: (uri) => contentOf(uri, client),
    }),
    commands.registerCommand('clausecheck.openPage', async (given?: Uri | string) => {
      const uri = typeof given === 'string' ? Uri.parse(given) : (given ?? pageAtCursor());
      if (uri?.scheme === 'clausecheck') await commands.executeCommand('markdown.showPreviewToSide', uri);
      else {
        void window.showInformationMessage(l10n.t('No finding of Clausecheck stands at the cursor.'));
      }
    }),
  );
}

async function contentOf(uri: Uri, client: BaseLanguageClient): Promise<string> {
  const text = await client.sendRequest(pageRequest, { uri: uri.toString() });
  return text ?? l10n.t('There is no such page.');
}

/** The page of the finding under the cursor. */
function pageAtCursor(): Uri | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  for (const { range, code } of languages.getDiagnostics(editor.document.uri)) {
    if (!range.contains(editor.selection.active) && range.start.line !== editor.selection.active.line)
      continue;
    if (typeof code === 'object' && code.target.scheme === 'clausecheck') return code.target;
  }
  return undefined;
}
