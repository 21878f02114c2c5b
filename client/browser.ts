import { type ExtensionContext, Uri, workspace } from 'vscode';
import { type BaseLanguageClient, LanguageClient } from 'vscode-languageclient/browser';
import { type Shown, start } from './extension.ts';

// The door of the browser: the server runs in a worker.

declare const Worker: new (url: string) => { postMessage(message: unknown): void };

let client: BaseLanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<Shown> {
  const inDist = (name: string): Uri => Uri.joinPath(context.extensionUri, 'dist', name);
  const worker = new Worker(inDist('server.worker.js').toString(true));
  worker.postMessage(await workspace.fs.readFile(inDist('catalogue.bin')));
  const started = await start(
    context,
    (options) => new LanguageClient('clausecheck', 'Clausecheck', worker, options),
  );
  client = started.client;
  return started.shown;
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}
