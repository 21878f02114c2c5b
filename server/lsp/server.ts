import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Diagnostic,
  DiagnosticSeverity,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Tables } from '../assess/library.ts';
import { makeLibrary } from '../assess/review.ts';
import type { Catalogue } from '../catalogue/requirement.ts';
import { idleStatus } from '../features/status.ts';
import { abilitiesOf, canWatchFiles, pullsDiagnostics } from './abilities.ts';
import { answer, codeActionKinds } from './answers.ts';
import { asDiagnostic, rangeOf } from './convert.ts';
import { documentsRequest, type InitializationOptions, statusNotification, textRequest } from './protocol.ts';
import { symbolCapabilities } from './symbol-answers.ts';
import { type ConfigurationFile, localeOf, SettingsCache } from './settings.ts';
import { outlineCapabilities } from './outline-answers.ts';
import { answerPulls } from './pull.ts';
import { Related } from './related.ts';
import { type Text, type Verdict, Workspace } from './workspace.ts';

/** What a door gives the server: the catalogue, and the only way to files. */
export interface Host {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly tables: Tables | undefined;
  /** The text of a file; no promise for addresses that only the client can read. */
  readonly readText: (uri: string) => Promise<string | undefined> | undefined;
  /** The Markdown files below folders; none where only the client can list them. */
  readonly findDocuments: (folders: readonly string[]) => Promise<readonly string[]>;
}

/** Wires a connection to the answers. Does not listen yet. */
export function serve(connection: Connection, host: Host): void {
  const texts = new TextDocuments(TextDocument);
  connection.onInitialize((params): InitializeResult => {
    start(connection, texts, host, params);
    return {
      serverInfo: { name: 'Clausecheck', version: host.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [':'] },
        codeActionProvider: { codeActionKinds },
        codeLensProvider: {},
        ...symbolCapabilities,
        ...outlineCapabilities,
        ...(pullsDiagnostics(params.capabilities) && {
          diagnosticProvider: {
            identifier: 'clausecheck',
            interFileDependencies: false,
            workspaceDiagnostics: true,
          },
        }),
      },
    };
  });
  texts.listen(connection);
}

function start(
  connection: Connection,
  texts: TextDocuments<TextDocument>,
  host: Host,
  { capabilities, initializationOptions, workspaceFolders, locale: language = 'en' }: InitializeParams,
): void {
  const options = (initializationOptions ?? {}) as InitializationOptions;
  const abilities = abilitiesOf(capabilities, options);
  const pull = pullsDiagnostics(capabilities);
  const asks = capabilities.workspace?.configuration === true;
  const watches = canWatchFiles(capabilities);
  const locale = localeOf(language);
  const library = makeLibrary(host.catalogue, host.tables);
  const configurations = new Set<string>();
  const waiting = new Set<() => void>();
  let told: unknown = options.settings;

  const readText = async (uri: string): Promise<string | undefined> =>
    (await (host.readText(uri) ??
      (options.files ? connection.sendRequest(textRequest, { uri }).catch(() => null) : undefined))) ??
    undefined;
  const settings = new SettingsCache({
    editorSettings: (uri): Promise<unknown> =>
      asks
        ? connection.workspace.getConfiguration({ scopeUri: uri, section: 'clausecheck' })
        : Promise.resolve(told),
    readText,
    locale,
    catalogue: library.catalogue,
    onConfiguration: showConfiguration,
  });

  const workspace = new Workspace({
    library,
    pace: { apart: 100, slice: 8 },
    settings: (uri) => settings.of(uri),
    versionOf: (uri) => texts.get(uri)?.version,
    publish: (verdict) => {
      if (!pull) publish(verdict.uri, verdict.version, diagnosticsFor(verdict));
      const { uri, version, status } = verdict;
      void connection.sendNotification(statusNotification, { uri, version, ...status });
    },
    failed,
  });

  texts.onDidChangeContent(({ document }) => look(document));
  texts.onDidClose(({ document: { uri } }) => {
    workspace.closed(uri);
    wake();
    if (!pull) publish(uri, undefined, []);
  });
  texts.onDidSave(() => {
    if (!watches) lookAgain();
  });
  connection.onDidChangeConfiguration(({ settings: given }) => {
    told = (given as { clausecheck?: unknown } | null)?.clausecheck ?? told;
    lookAgain();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => /\.ya?ml$/i.test(uri))) lookAgain();
    else wake();
  });
  connection.onShutdown(() => workspace.closeAll());
  connection.onInitialized(() => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'clausecheck' });
    }
    if (watches) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/clausecheck.{yaml,yml}' }, { globPattern: '**/*.{md,markdown}' }],
      });
    }
  });
  const openUris = (): string[] => texts.keys();
  const related = new Related({
    verdict: (uri) => workspace.verdict(uri, { now: true }),
    openUris,
    readText,
  });
  answer(connection, { version: host.version, workspace, related, openUris, library, abilities, locale });

  if (pull) {
    answerPulls(connection, {
      verdict: (uri) => workspace.verdict(uri, { now: false }),
      look: async (uri, token) => {
        const text = await readText(uri);
        if (text === undefined) return undefined;
        return workspace.look({ uri, version: 0, text }, () => token.isCancellationRequested);
      },
      openUris,
      findDocuments: async () => {
        const folder = workspaceFolders?.[0]?.uri;
        if (folder === undefined || !(await settings.of(`${folder}/x.md`)).closed) return [];
        return options.files
          ? connection.sendRequest(documentsRequest, {})
          : host.findDocuments((workspaceFolders ?? []).map(({ uri }) => uri));
      },
      diagnosticsFor,
      changed: () => new Promise((resolve) => waiting.add(resolve)),
      locale,
    });
  }

  function look(document: TextDocument): void {
    const { uri, version, languageId } = document;
    if (languageId !== 'markdown' && !/\.(md|markdown)$/i.test(uri)) return;
    void workspace.changed({ uri, version, text: document.getText() });
  }

  /** Those who wait for something new in the workspace look again. */
  function wake(): void {
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  /** Settings may be others now. */
  function lookAgain(): void {
    settings.forget();
    wake();
    for (const uri of configurations) publish(uri, undefined, []);
    configurations.clear();
    for (const text of texts.all()) look(text);
    if (pull) void connection.languages.diagnostics.refresh();
    if (capabilities.workspace?.codeLens?.refreshSupport) {
      void connection.sendRequest(CodeLensRefreshRequest.type);
    }
  }

  function diagnosticsFor({ uri, lines, shown }: Verdict): Diagnostic[] {
    return shown.map((finding) => asDiagnostic(finding, { uri, lines }, abilities));
  }

  function publish(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
    void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }

  function failed({ uri, version }: Text, error: unknown): void {
    connection.console.error(
      `${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    if (!pull) publish(uri, version, []);
    void connection.sendNotification(statusNotification, { uri, version, ...idleStatus('failed', locale) });
  }

  /** What is wrong with a `clausecheck.yaml` is shown in it, open or not. */
  function showConfiguration({ uri, lines, problems }: ConfigurationFile): void {
    configurations.add(uri);
    const diagnostics = problems.map(({ span, message }) => ({
      range: rangeOf(span, lines),
      message: message[locale],
      severity: DiagnosticSeverity.Error,
      source: 'clausecheck',
    }));
    publish(uri, undefined, diagnostics);
  }
}
