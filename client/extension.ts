import { type ExtensionContext, l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/protocol.ts';
import { registerCommands } from './commands.ts';
import { type CoverageRow, showCoverage } from './coverage-view.ts';
import { serveFiles } from './files.ts';
import { registerInsert } from './insert.ts';
import { registerNewDocument } from './new-document.ts';
import { registerPages } from './pages.ts';
import { registerReport, type ReportShown } from './report.ts';
import { showStatus } from './status.ts';
import { listenToVerdicts } from './verdicts.ts';

/** What other code, such as a test, may see of the extension. */
export interface Shown {
  /** The rows of the coverage view. */
  readonly coverage: () => readonly CoverageRow[];
  /** The coverage report, if one is open. */
  readonly report: () => ReportShown | undefined;
}

/** Starts the server behind a door and shows what it says. */
export async function start(
  context: ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<{ client: BaseLanguageClient; shown: Shown }> {
  const initializationOptions: InitializationOptions = { pages: true, files: true };
  const selector = schemes().map((scheme) => ({ language: 'markdown', scheme }));
  const client = makeClient({
    documentSelector: selector,
    initializationOptions,
    // Hovers may open the pages, and nothing else.
    markdown: { isTrusted: { enabledCommands: ['clausecheck.openPage'] } },
    outputChannel: window.createOutputChannel('Clausecheck', { log: true }),
    diagnosticCollectionName: 'clausecheck',
  });
  const verdicts = listenToVerdicts(client);
  const coverage = showCoverage(client, verdicts.onVerdict);
  const report = registerReport(client);
  context.subscriptions.push(
    client,
    verdicts,
    coverage,
    serveFiles(client),
    showStatus(client, selector, verdicts.onVerdict),
    registerPages(client),
    registerCommands(client),
    registerInsert(client),
    registerNewDocument(client),
    report,
  );
  try {
    await client.start();
  } catch (error) {
    client.error('The language server did not start', error, false);
    void window.showErrorMessage(
      l10n.t('Clausecheck could not start its server. The output channel Clausecheck says why.'),
    );
  }
  return { client, shown: { coverage: coverage.rows, report: report.shown } };
}

/** Where documents are looked at: on disk, remote, virtual. Old versions in a diff view are not. */
function schemes(): string[] {
  const folders = workspace.workspaceFolders ?? [];
  return [
    ...new Set(['file', 'untitled', 'vscode-vfs', 'vscode-remote', ...folders.map(({ uri }) => uri.scheme)]),
  ];
}
