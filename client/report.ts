import {
  commands,
  Disposable,
  l10n,
  type TextDocument,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { reportRequest } from '../server/lsp/protocol.ts';
import { needMarkdown } from './active.ts';

/** What the panel shows. */
export interface ReportShown {
  readonly html: string;
}

/** The coverage report of the active document, beside it; made anew when that is saved. Its links lead to the evidence. */
export function registerReport(client: BaseLanguageClient): Disposable & {
  readonly shown: () => ReportShown | undefined;
} {
  let panel: WebviewPanel | undefined;
  let shown: string | undefined;
  const parts = Disposable.from(
    {
      dispose(): void {
        panel?.dispose();
      },
    },
    commands.registerCommand('clausecheck.openReport', async (): Promise<void> => {
      const document = needMarkdown();
      if (!document) return;
      const html = await pageOf(document);
      if (html === null) {
        void window.showInformationMessage(l10n.t('This document is not checked.'));
        return;
      }
      const title = `${l10n.t('Coverage')}: ${nameOf(document).replace(/^.*\//, '')}`;
      if (panel) panel.reveal(undefined, true);
      else {
        panel = openPanel(title);
        panel.onDidDispose(() => (panel = undefined));
      }
      panel.title = title;
      panel.webview.html = html;
      shown = document.uri.toString();
    }),
    // While one types, a page that jumps to its top again and again helps nobody.
    workspace.onDidSaveTextDocument(async (document) => {
      if (!panel || document.uri.toString() !== shown) return;
      const html = await pageOf(document).catch(() => null);
      if (html !== null && document.uri.toString() === shown && html !== panel.webview.html)
        panel.webview.html = html;
    }),
  );
  return { dispose: () => void parts.dispose(), shown: () => panel?.webview };

  function pageOf(document: TextDocument): Promise<string | null> {
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    return client.sendRequest(reportRequest, { uri, name: nameOf(document) });
  }
}

const nameOf = (document: TextDocument): string => workspace.asRelativePath(document.uri);

const openPanel = (title: string): WebviewPanel =>
  window.createWebviewPanel(
    'clausecheck.report',
    title,
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    {
      enableScripts: false,
      enableCommandUris: ['clausecheck.coverage.show', 'clausecheck.openPage'],
      enableFindWidget: true,
    },
  );
