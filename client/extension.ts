import { type ExtensionContext, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/protocol.ts';
import { registerCommands } from './commands.ts';
import { showCoverage } from './coverage-view.ts';
import { registerInsert } from './insert.ts';
import { registerPages } from './pages.ts';
import { registerReport } from './report.ts';
import { showStatus } from './status.ts';
import { say } from './words.ts';

/** The documents that are looked at. Old versions in a diff view are not. */
export const selector = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'].map((scheme) => ({
  language: 'markdown',
  scheme,
}));

/** Starts the server behind a door and shows what it says. */
export async function start(
  context: ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<BaseLanguageClient> {
  const initializationOptions: InitializationOptions = { pages: true };
  const client = makeClient({
    documentSelector: selector,
    initializationOptions,
    outputChannel: window.createOutputChannel('Clausecheck', { log: true }),
    diagnosticCollectionName: 'clausecheck',
  });
  context.subscriptions.push(
    client,
    showStatus(client, selector),
    registerPages(client),
    registerCommands(client),
    registerInsert(client),
    registerReport(client),
    showCoverage(client),
  );
  try {
    await client.start();
  } catch (error) {
    client.error('The language server did not start', error, false);
    void window.showErrorMessage(
      say({
        en: 'Clausecheck could not start its server. The output channel Clausecheck says why.',
        zh: 'Clausecheck 无法启动服务，原因见输出频道 Clausecheck。',
      }),
    );
  }
  return client;
}
