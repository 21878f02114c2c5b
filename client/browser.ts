import { type ExtensionContext, Uri } from 'vscode';
import { type BaseLanguageClient, LanguageClient } from 'vscode-languageclient/browser';
import { type Shown, start } from './extension.ts';

// The door of the browser: the server runs in a worker.

declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[2];

let client: BaseLanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<Shown> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true);
  const started = await start(
    context,
    (options) => new LanguageClient('clausecheck', 'Clausecheck', new Worker(script), options),
  );
  client = started.client;
  return started.shown;
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}
