import { commands, Disposable, l10n, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { reportRequest } from '../server/lsp/protocol.ts';
import { needMarkdown } from './active.ts';

/** The coverage report of the active document, beside it. Its links lead to the evidence. */
export function registerReport(client: BaseLanguageClient): Disposable {
  let panel: WebviewPanel | undefined;
  return Disposable.from(
    {
      dispose(): void {
        panel?.dispose();
      },
    },
    commands.registerCommand('clausecheck.openReport', async (): Promise<void> => {
      const document = needMarkdown();
      if (!document) return;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      const name = workspace.asRelativePath(document.uri);
      const page = await client.sendRequest(reportRequest, { uri, name });
      if (page === null) {
        void window.showInformationMessage(l10n.t('This document is not checked.'));
        return;
      }
      const title = `${l10n.t('Coverage')}: ${name.replace(/^.*\//, '')}`;
      if (panel) panel.reveal(undefined, true);
      else {
        panel = window.createWebviewPanel(
          'clausecheck.report',
          title,
          { viewColumn: ViewColumn.Beside, preserveFocus: true },
          {
            enableScripts: false,
            enableCommandUris: ['clausecheck.coverage.show', 'clausecheck.openPage'],
            enableFindWidget: true,
          },
        );
        panel.onDidDispose(() => (panel = undefined));
      }
      panel.title = title;
      panel.webview.html = page;
    }),
  );
}
