import type { ExtensionContext } from 'vscode';
import { type BaseLanguageClient, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Shown, start } from './extension.ts';

// The door of the desktop: the server runs in a process of its own and speaks over IPC.

let client: BaseLanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<Shown> {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  const started = await start(
    context,
    (options) => new LanguageClient('clausecheck', 'Clausecheck', { run, debug }, options),
  );
  client = started.client;
  return started.shown;
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}
