import {
  Disposable,
  type DocumentFilter,
  type Event,
  l10n,
  languages,
  LanguageStatusSeverity,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { Status, StatusParams } from '../server/lsp/protocol.ts';

/** The language status item of the active document: its type, what is met, or why nothing runs. */
export function showStatus(
  client: BaseLanguageClient,
  selector: readonly DocumentFilter[],
  onVerdict: Event<StatusParams>,
): Disposable {
  const item = languages.createLanguageStatusItem('clausecheck.status', [...selector]);
  const known = new Map<string, Status>();
  item.name = 'Clausecheck';
  show();
  return Disposable.from(
    item,
    onVerdict((status) => {
      known.set(status.uri, status);
      show();
    }),
    client.onDidChangeState(show),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument((document) => known.delete(keyOf(document))),
  );

  function show(): void {
    const document = window.activeTextEditor?.document;
    const status = document && known.get(keyOf(document));
    item.busy = false;
    item.severity = LanguageStatusSeverity.Information;
    item.command = {
      command: 'clausecheck.chooseType',
      title: l10n.t('Choose document type'),
    };
    if (client.state === State.Stopped) {
      item.severity = LanguageStatusSeverity.Error;
      item.command = {
        command: 'clausecheck.restart',
        title: l10n.t('Restart'),
      };
      tell(l10n.t('nothing is checked'), l10n.t('the server is not running'));
    } else if (status) {
      if (status.state === 'guessed') item.severity = LanguageStatusSeverity.Warning;
      tell(status.text, status.detail);
    } else {
      item.busy = true;
      tell(l10n.t('reading the document'), '');
    }
  }

  function tell(text: string, detail: string): void {
    item.text = `Clausecheck: ${text}`;
    item.detail = detail;
    item.accessibilityInformation = { label: `${item.text}${detail && `. ${detail}`}` };
  }
}

const keyOf = (document: TextDocument): string => document.uri.toString();
