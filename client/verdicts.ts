import { Disposable, type Event, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type StatusParams, statusNotification } from '../server/lsp/protocol.ts';

/** Fires after each verdict of the server. A connection has one listener for a notification; many may listen here. */
export function listenToVerdicts(client: BaseLanguageClient): Disposable & {
  readonly onVerdict: Event<StatusParams>;
} {
  const emitter = new EventEmitter<StatusParams>();
  const parts = Disposable.from(
    emitter,
    client.onNotification(statusNotification, (status) => emitter.fire(status)),
  );
  return { dispose: () => void parts.dispose(), onVerdict: emitter.event };
}
