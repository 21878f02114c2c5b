import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { makeContext } from '../assess/context.ts';
import { declareFix } from '../assess/fixes.ts';
import { makeLibrary } from '../assess/review.ts';
import { loadCatalogue } from '../catalogue/library.ts';
import { actionsAt, fixAll } from '../features/actions.ts';
import { completionsAt } from '../features/completion.ts';
import { hoverAt } from '../features/hover.ts';
import { pageAt } from '../features/page.ts';
import type { Page } from '../features/page-problems.ts';
import { idleStatus } from '../features/status.ts';
import { abilitiesOf, canWatchFiles, pullsDiagnostics } from './abilities.ts';
import {
  asCodeAction,
  asCompletionList,
  asDiagnostic,
  asTextEdit,
  offsetOf,
  rangeOf,
  spanOf,
} from './convert.ts';
import {
  chooseTypeRequest,
  type InitializationOptions,
  pageRequest,
  statusNotification,
  typesRequest,
} from './protocol.ts';
import { SettingsCache, type ConfigurationFile } from './settings.ts';
import { Workspace, type Verdict } from './workspace.ts';

/** What a door gives the server: the pages, and the only way to files. */
export interface Host {
  readonly version: string;
  readonly pages: readonly Page[];
  readonly readText: (uri: string) => Promise<string | undefined>;
}

const fixAllKind = `${CodeActionKind.SourceFixAll}.clausecheck`;

/** Wires a connection to the answers. Does not listen yet. */
export function serve(connection: Connection, host: Host): void {
  const texts = new TextDocuments(TextDocument);
  const library = makeLibrary(loadCatalogue(host.pages));

  connection.onInitialize((params): InitializeResult => {
    const pull = pullsDiagnostics(params.capabilities);
    start(params, pull);
    return {
      serverInfo: { name: 'Clausecheck', version: host.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [':'] },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind],
        },
        ...(pull && {
          diagnosticProvider: {
            identifier: 'clausecheck',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }),
      },
    };
  });

  texts.listen(connection);

  function start(params: InitializeParams, pull: boolean): void {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const abilities = abilitiesOf(params.capabilities, options);
    const asks = params.capabilities.workspace?.configuration === true;
    let told: unknown = options.settings;
    const configurations = new Set<string>();

    const settings = new SettingsCache({
      editorSettings: async (uri) =>
        asks ? connection.workspace.getConfiguration({ scopeUri: uri, section: 'clausecheck' }) : told,
      readText: host.readText,
      editorLanguage: params.locale ?? 'en',
      catalogue: library.catalogue,
      onConfiguration: showConfiguration,
    });

    const workspace = new Workspace({
      library,
      pages: host.pages,
      pace: { quiet: 50, slice: 8 },
      settings: (uri) => settings.of(uri),
      versionOf: (uri) => texts.get(uri)?.version,
      publish: (verdict) => {
        if (!pull) publish(verdict.uri, verdict.version, diagnosticsFor(verdict));
        tellStatus(verdict);
      },
      failed: ({ uri, version }, error) => {
        connection.console.error(
          `${uri}: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
        );
        if (!pull) publish(uri, version, []);
        void settings.of(uri).then(({ locale }) => {
          void connection.sendNotification(statusNotification, {
            uri,
            version,
            ...idleStatus('failed', locale),
          });
        });
      },
    });

    const look = (text: TextDocument): void => {
      if (!isMarkdown(text)) return;
      void workspace.changed({ uri: text.uri, version: text.version, text: text.getText() });
    };
    const lookAgain = (): void => {
      settings.forget();
      for (const uri of configurations) publish(uri, undefined, []);
      configurations.clear();
      for (const text of texts.all()) look(text);
      if (pull) connection.languages.diagnostics.refresh();
    };

    texts.onDidChangeContent(({ document }) => look(document));
    texts.onDidClose(({ document: { uri } }) => {
      workspace.closed(uri);
      if (!pull) publish(uri, undefined, []);
    });
    const watches = canWatchFiles(params.capabilities);
    texts.onDidSave(() => {
      if (!watches) lookAgain();
    });
    connection.onDidChangeConfiguration(({ settings: given }) => {
      told = (given as { clausecheck?: unknown } | null)?.clausecheck ?? told;
      lookAgain();
    });
    connection.onDidChangeWatchedFiles(lookAgain);
    connection.onShutdown(() => workspace.closeAll());
    connection.onInitialized(() => {
      if (params.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'clausecheck' });
      }
      if (watches) {
        void connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: '**/clausecheck.{yaml,yml}' }],
        });
      }
    });

    if (pull) {
      connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
        const cancelled = new Promise<undefined>((resolve) => {
          token.onCancellationRequested(() => resolve(undefined));
        });
        const verdict = await Promise.race([workspace.verdict(uri, { now: false }), cancelled]);
        return { kind: DocumentDiagnosticReportKind.Full, items: verdict ? diagnosticsFor(verdict) : [] };
      });
    }

    connection.onHover(async ({ textDocument, position }) => {
      const verdict = await workspace.verdict(textDocument.uri, { now: true });
      if (!verdict?.context) return null;
      const { context, lines, locale } = verdict;
      const hover = hoverAt(context, offsetOf(position, lines), locale);
      if (!hover) return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: hover.markdown },
        range: rangeOf(hover.span, lines),
      };
    });

    connection.onCompletion(async ({ textDocument, position }) => {
      const verdict = await workspace.verdict(textDocument.uri, { now: true });
      if (!verdict?.context) return null;
      const { context, lines, locale } = verdict;
      return asCompletionList(completionsAt(context, offsetOf(position, lines), locale), lines, abilities);
    });

    connection.onCodeAction(async ({ textDocument: { uri }, range, context: asked }) => {
      const verdict = await workspace.verdict(uri, { now: true });
      if (!verdict?.context) return [];
      const { context, lines, locale, version } = verdict;
      const wanted = (kind: string): boolean =>
        asked.only?.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`)) ?? true;
      const all = asked.only && wanted(fixAllKind) ? fixAll(context, locale) : undefined;
      return [...actionsAt(context, spanOf(range, lines), locale), ...(all ? [all] : [])]
        .filter(({ kind }) => wanted(kind))
        .map((action) => asCodeAction(action, { uri, version, lines }, asked.diagnostics, abilities));
    });

    connection.onRequest(pageRequest, ({ uri }) => pageAt(uri.replace(/^clausecheck:/, ''), library) ?? null);

    connection.onRequest(typesRequest, () => {
      const locale = /^zh\b/i.test(params.locale ?? '') ? 'zh' : 'en';
      return library.catalogue.types.map(({ id, title }) => ({
        id,
        title: title[locale],
        description: title[locale === 'zh' ? 'en' : 'zh'],
      }));
    });

    connection.onRequest(chooseTypeRequest, async ({ uri, type }) => {
      const verdict = await workspace.verdict(uri, { now: true });
      if (!verdict?.context) return null;
      const { context, lines, version } = verdict;
      const fix = declareFix(type, makeContext(context.document, library, []));
      return { version, edits: fix.edits.map((edit) => asTextEdit(edit, lines)) };
    });

    function diagnosticsFor({ uri, lines, shown }: Verdict): Diagnostic[] {
      return shown.map((finding) => asDiagnostic(finding, { uri, lines }, abilities));
    }

    function tellStatus({ uri, version, status }: Verdict): void {
      void connection.sendNotification(statusNotification, { uri, version, ...status });
    }

    function publish(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
      void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
    }

    /** What is wrong with a `clausecheck.yaml` is shown in it, open or not. */
    function showConfiguration({ uri, lines, problems }: ConfigurationFile): void {
      const locale = /^zh\b/i.test(params.locale ?? '') ? 'zh' : 'en';
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
}

const isMarkdown = ({ uri, languageId }: TextDocument): boolean =>
  languageId === 'markdown' || /\.(md|markdown)$/i.test(uri);
