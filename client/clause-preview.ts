import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  TabInputCustom,
  TabInputText,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { ClauseChoice } from '../server/lsp/protocol.ts';

/** Shows the clause that is looked at in the search beside the document, rendered, as long as the search is open. */
export class ClausePreview implements Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly #provider = workspace.registerTextDocumentContentProvider(uri.scheme, {
    onDidChange: this.#changed.event,
    provideTextDocumentContent: () => this.#text,
  });
  #text = '';
  #isShown = false;

  show(clause: ClauseChoice | undefined): void {
    if (!clause) return;
    this.#text = textOf(clause);
    if (this.#isShown) this.#changed.fire(uri);
    else {
      this.#isShown = true;
      const beside = { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true };
      void commands
        .executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor', beside)
        // What was chosen while the document was being opened would else be missed.
        .then(() => this.#changed.fire(uri));
    }
  }

  async hide(): Promise<void> {
    this.#isShown = false;
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    await window.tabGroups.close(
      tabs.filter(
        ({ input }) =>
          (input instanceof TabInputCustom || input instanceof TabInputText) &&
          input.uri.toString() === uri.toString(),
      ),
    );
  }

  dispose(): void {
    this.#changed.dispose();
    this.#provider.dispose();
  }
}

/** A scheme of its own: the pages of the law come from the server. */
const uri = Uri.from({ scheme: 'clausecheck-preview', path: '/clause.md' });

function textOf({ id, title, draft, fallback }: ClauseChoice): string {
  const parts = [`# ${title}`, `\`${id}\``, `## ${l10n.t('Model clause')}`, draft];
  if (fallback !== undefined) parts.push(`## ${l10n.t('Fallback position')}`, fallback);
  return `${parts.join('\n\n')}\n`;
}
