import {
  Disposable,
  type DocumentFilter,
  type Event,
  LanguageStatusSeverity,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { Status, StatusParams } from '../server/lsp/protocol.ts';
import { say } from './words.ts';

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
      title: say({ en: 'Choose document type', zh: '选择文件类型' }),
    };
    if (client.state === State.Stopped) {
      item.severity = LanguageStatusSeverity.Error;
      item.command = {
        command: 'clausecheck.restart',
        title: say({ en: 'Restart', zh: '重新启动' }),
      };
      tell(
        say({ en: 'nothing is checked', zh: '未检查' }),
        say({ en: 'the server is not running', zh: '服务未运行' }),
      );
    } else if (status) {
      if (status.state === 'guessed') item.severity = LanguageStatusSeverity.Warning;
      tell(status.text, status.detail);
    } else {
      item.busy = true;
      tell(say({ en: 'reading the document', zh: '正在读取文件' }), '');
    }
  }

  function tell(text: string, detail: string): void {
    item.text = `Clausecheck: ${text}`;
    item.detail = detail;
    item.accessibilityInformation = { label: `${item.text}${detail && `. ${detail}`}` };
  }
}

const keyOf = (document: TextDocument): string => document.uri.toString();
