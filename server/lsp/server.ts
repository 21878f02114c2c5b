import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Diagnostic,
  FileChangeType,
  DiagnosticSeverity,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Compiled } from '../assess/library.ts';
import { makeLibrary } from '../assess/review.ts';
import type { Catalogue } from '../catalogue/requirement.ts';
import { idleStatus } from '../features/status.ts';
import { abilitiesOf, canWatchFiles, pullsDiagnostics, servesContent } from './abilities.ts';
import { codeActionKinds } from './action-answers.ts';
import { answer } from './answers.ts';
import { ClosedFiles } from './closed.ts';
import { type FileDoor, filesOf } from './files.ts';
import { asDiagnostic, rangeOf } from './convert.ts';
import { type InitializationOptions, statusNotification } from './protocol.ts';
import { symbolCapabilities } from './symbol-answers.ts';
import { type ConfigurationFile, localeOf, SettingsCache, wantsWorkspace } from './settings.ts';
import { outlineCapabilities } from './outline-answers.ts';
import { answerPull, pullCapabilities } from './pull.ts';
import { Related } from './related.ts';
import { after, nextTurn } from './turns.ts';
import { type Text, type Verdict, Workspace } from './workspace.ts';
import { Unhurried } from './writing.ts';

/** What a door gives the server: the catalogue, and the ways to files. */
export interface Host extends FileDoor {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly compiled: Compiled;
}

/** For so long nothing is typed before findings about the sentence at hand are shown, in milliseconds. */
const calm = 1000;

/** Wires a connection to the answers. Does not listen yet. */
export function serve(connection: Connection, host: Host): void {
  const texts = new TextDocuments(TextDocument);
  connection.onInitialize((params): InitializeResult => {
    start(connection, texts, host, params);
    const pulled = pullCapabilities(params.capabilities);
    return {
      serverInfo: { name: 'Clausecheck', version: host.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [':'] },
        codeActionProvider: { codeActionKinds, resolveProvider: true },
        codeLensProvider: {},
        ...symbolCapabilities,
        ...outlineCapabilities,
        ...(pulled && { diagnosticProvider: pulled }),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          ...(servesContent(params.capabilities) && { textDocumentContent: { schemes: ['clausecheck'] } }),
        },
      },
    };
  });
  texts.listen(connection);
}

function start(
  connection: Connection,
  texts: TextDocuments<TextDocument>,
  host: Host,
  params: InitializeParams,
): void {
  const { capabilities, locale: language = 'en' } = params;
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const abilities = abilitiesOf(capabilities, options);
  const asks = capabilities.workspace?.configuration === true;
  const watches = canWatchFiles(capabilities);
  const locale = localeOf(language);
  const library = makeLibrary(host.catalogue, host.compiled);
  const configurations = new Set<string>();
  let told: unknown = options.settings;

  const files = filesOf(connection, host, params);
  const settings = new SettingsCache({
    editorSettings: (uri): Promise<unknown> =>
      asks
        ? connection.workspace.getConfiguration({ scopeUri: uri, section: 'clausecheck' })
        : Promise.resolve(told),
    readText: files.readText,
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
      if (!pulling) publish(verdict.uri, verdict.version, openDiagnosticsFor(verdict));
      void tellStatus(verdict);
    },
    failed,
  });

  const unhurried = new Unhurried(calm, ({ uri, version, lines, shown }) => {
    if (pulling) void connection.languages.diagnostics.refresh();
    else publish(uri, version, diagnosticsFor({ uri, lines, shown }));
  });

  texts.onDidChangeContent(({ document }) => look(document));
  texts.onDidClose(({ document: { uri } }) => {
    workspace.closed(uri);
    unhurried.drop(uri);
    if (pulling) pulling.changed();
    else publish(uri, undefined, []);
  });
  texts.onDidSave(() => {
    if (!watches) lookAgain();
  });
  connection.onDidChangeConfiguration(({ settings: given }) => {
    told = (given as { clausecheck?: unknown } | null)?.clausecheck ?? told;
    lookAgain();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ type }) => type !== FileChangeType.Changed)) closed.listChanged();
    if (changes.some(({ uri }) => /\.ya?ml$/i.test(uri))) lookAgain();
    else pulling?.changed();
  });
  connection.onShutdown(() => workspace.closeAll());
  connection.onInitialized(() => {
    inTurns(library.prepare());
    pulling?.changed();
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(() => {
        closed.listChanged();
        pulling?.changed();
      });
    }
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
    readText: files.readText,
  });
  const closed = new ClosedFiles({
    settings: (uri) => settings.of(uri),
    ...files,
    watches,
    look: (text) => workspace.look(text),
    failed,
  });
  answer(connection, {
    version: host.version,
    workspace,
    related,
    closed,
    openUris,
    library,
    abilities,
    locale,
  });
  const pulling = pullsDiagnostics(capabilities)
    ? answerPull(connection, {
        capabilities,
        workspace,
        closed,
        openUris,
        diagnosticsFor,
        openDiagnosticsFor,
        wholeWorkspace: async () =>
          wantsWorkspace(asks ? await connection.workspace.getConfiguration('clausecheck') : told),
        watches,
        locale,
      })
    : undefined;

  function look(document: TextDocument): void {
    const { uri, version, languageId } = document;
    if (languageId !== 'markdown' && !/\.(md|markdown)$/i.test(uri)) return;
    void workspace.changed({ uri, version, text: document.getText() });
  }

  /** Settings may be others now. */
  function lookAgain(): void {
    settings.forget();
    for (const uri of configurations) publish(uri, undefined, []);
    configurations.clear();
    for (const text of texts.all()) look(text);
    pulling?.changed();
    if (pulling) void connection.languages.diagnostics.refresh();
    if (capabilities.workspace?.codeLens?.refreshSupport) {
      void connection.sendRequest(CodeLensRefreshRequest.type);
    }
  }

  function diagnosticsFor({ uri, lines, shown }: Pick<Verdict, 'uri' | 'lines' | 'shown'>): Diagnostic[] {
    return shown.map((finding) => asDiagnostic(finding, { uri, lines }, abilities));
  }

  /** The findings go first, and a newer text has a status of its own. */
  async function tellStatus({ uri, version, status }: Verdict): Promise<void> {
    await nextTurn();
    if (texts.get(uri)?.version !== version) return;
    await connection.sendNotification(statusNotification, { uri, version, ...status() });
  }

  function openDiagnosticsFor(verdict: Verdict): Diagnostic[] {
    return diagnosticsFor({ ...verdict, shown: unhurried.of(verdict) });
  }

  function publish(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
    void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }

  function failed({ uri, version }: Text, error: unknown): void {
    connection.console.error(
      `${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    if (!pulling) publish(uri, version, []);
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

/** A step each time the event loop comes round. */
function inTurns(steps: Iterator<unknown>): void {
  if (!steps.next().done) after(0, () => inTurns(steps));
}
