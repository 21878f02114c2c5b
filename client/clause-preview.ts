import { type Disposable, env, l10n, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { ClauseChoice } from '../server/lsp/protocol.ts';

/** Shows the clause that is looked at in the search beside the document, as long as the search is open. */
export class ClausePreview implements Disposable {
  #panel: WebviewPanel | undefined;

  show(clause: ClauseChoice | undefined): void {
    if (!clause) return;
    if (!this.#panel) {
      const panel = window.createWebviewPanel(
        'clausecheck.preview',
        l10n.t('Preview'),
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        { enableScripts: false, localResourceRoots: [] },
      );
      panel.onDidDispose(() => {
        if (this.#panel === panel) this.#panel = undefined;
      });
      this.#panel = panel;
    }
    this.#panel.webview.html = pageOf(clause);
  }

  hide(): void {
    this.#panel?.dispose();
  }

  dispose(): void {
    this.hide();
  }
}

function pageOf({ id, title, draft, fallback }: ClauseChoice): string {
  const clause = (heading: string, text: string): string =>
    `<h2>${escape(heading)}</h2><p class="clause">${escape(text)}</p>`;
  return `<!doctype html>
    <html lang="${env.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${escape(title)}</title>
        <style>
          body { padding: 0 2em; line-height: 1.6; }
          .clause { white-space: pre-wrap; }
        </style>
      </head>
      <body>
        <h1>${escape(title)}</h1>
        <p><code>${escape(id)}</code></p>
        ${clause(l10n.t('Model clause'), draft)}
        ${fallback === undefined ? '' : clause(l10n.t('Fallback position'), fallback)}
      </body>
    </html>`;
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
