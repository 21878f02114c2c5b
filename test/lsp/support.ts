import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CompletionList,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PreviousResultId,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { cataloguePlugin, packingPlugin } from '../../scripts/bundle.mjs';
import { type StatusParams, statusNotification } from '../../server/lsp/protocol.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The server as one file, built from the sources as they are. */
export async function bundleServer(): Promise<{ file: string; folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'clausecheck-'));
  const file = join(folder, 'server.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['server/node.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    plugins: [cataloguePlugin, packingPlugin],
  });
  return { file, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly settings?: unknown;
  readonly pages?: boolean;
  /** Addresses of the folders that are open. */
  readonly folders?: readonly string[];
}

/** What VS Code says of itself, as far as the server looks. */
export const richCapabilities: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    completion: { completionItem: { snippetSupport: true } },
  },
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

/** An editor without a window: speaks the protocol to a real server process over its standard streams. */
export class TestClient {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: StatusParams[] = [];
  readonly registrations: Registration[] = [];
  readonly progress: (WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd)[] = [];
  refreshes = 0;
  settings: unknown;
  initialized!: InitializeResult;
  readonly #waiting = new Set<() => void>();

  private constructor(file: string) {
    this.process = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.process;
    if (!stdin || !stdout) throw new Error('the server has no streams');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      this.#wake();
    });
    this.connection.onNotification(statusNotification, (params) => {
      this.statuses.push(params);
      this.#wake();
    });
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
      this.#wake();
    });
    this.connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      this.#wake();
    });
    this.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      this.connection.onProgress(WorkDoneProgress.type, token, (value) => void this.progress.push(value));
    });
    this.connection.onRequest(UnregistrationRequest.type, () => undefined);
    this.connection.listen();
  }

  static async start(file: string, options: ClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(file);
    client.settings = options.settings;
    client.initialized = await client.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
      capabilities: options.capabilities ?? richCapabilities,
      locale: options.locale ?? 'en',
      initializationOptions: { pages: options.pages ?? true, settings: options.settings },
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version, text },
    });
  }

  change(uri: string, version: number, range: Range, text: string): Promise<void> {
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  configure(settings: unknown): Promise<void> {
    this.settings = settings;
    return this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { clausecheck: settings },
    });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async actions(uri: string, diagnostic: Diagnostic, only?: string[]): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], ...(only && { only }) },
    });
    return (actions ?? []) as CodeAction[];
  }

  async completions(uri: string, position: Position): Promise<CompletionList> {
    const list = await this.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    return (list ?? { isIncomplete: false, items: [] }) as CompletionList;
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  pullCancellable(uri: string): { answer: Promise<DocumentDiagnosticReport>; cancel: () => void } {
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri } };
    const answer = this.connection.sendRequest(DocumentDiagnosticRequest.type, params, source.token);
    return { answer, cancel: () => source.cancel() };
  }

  pullWorkspace(previousResultIds: PreviousResultId[] = []): Promise<WorkspaceDiagnosticReport> {
    return this.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
  }

  filesChanged(uris: readonly string[]): Promise<void> {
    return this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: uris.map((uri): FileEvent => ({ uri, type: FileChangeType.Changed })),
    });
  }

  /** The diagnostics of one version of a text, once they are published. */
  async diagnostics(uri: string, version: number): Promise<Diagnostic[]> {
    const found = await this.until(() => this.published.find((p) => p.uri === uri && p.version === version));
    return found.diagnostics;
  }

  status(uri: string, version: number): Promise<StatusParams> {
    return this.until(() => this.statuses.find((s) => s.uri === uri && s.version === version));
  }

  /** Waits for what the server sends, not for time. */
  until<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = look();
        if (found === undefined) return;
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }

  #wake(): void {
    for (const check of [...this.#waiting]) check();
  }

  /** Ends the server as the protocol asks; its exit status. */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const status = await exited;
    this.connection.dispose();
    return status;
  }
}

export const uriOf = (path: string): string => pathToFileURL(path).href;

export const pointAt = (line: number, character: number): Range => ({
  start: { line, character },
  end: { line, character },
});
