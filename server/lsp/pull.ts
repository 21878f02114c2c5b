import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type DiagnosticOptions,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
  type PreviousResultId,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Locale } from '../text/span.ts';
import { cancellationOf } from './cancel.ts';
import type { ClosedFiles } from './closed.ts';
import { digestOf } from './digest.ts';
import { Progress } from './progress.ts';
import type { Verdict, Workspace } from './workspace.ts';

export interface PullOptions {
  readonly capabilities: ClientCapabilities;
  readonly workspace: Workspace;
  readonly closed: ClosedFiles;
  readonly openUris: () => readonly string[];
  /** Of a document that is open: what is new about the sentence at hand may wait. */
  readonly openDiagnosticsFor: (verdict: Verdict) => Diagnostic[];
  readonly diagnosticsFor: (verdict: Pick<Verdict, 'uri' | 'lines' | 'shown'>) => Diagnostic[];
  /** Whether the files that are not open are wanted as well. */
  readonly wholeWorkspace: () => Promise<boolean>;
  /** Whether the server is told when a file changes: then a request may wait for that. */
  readonly watches: boolean;
  readonly locale: Locale;
}

/** What the server offers at once to a client to which it cannot say so later. */
export const pullCapabilities = ({ textDocument }: ClientCapabilities): DiagnosticOptions | undefined =>
  textDocument?.diagnostic && !textDocument.diagnostic.dynamicRegistration ? provider(true) : undefined;

const provider = (workspaceDiagnostics: boolean): DiagnosticOptions => ({
  identifier: 'clausecheck',
  interFileDependencies: false,
  workspaceDiagnostics,
});

/** Answers clients that ask for diagnostics: of a document, and of the workspace, of which only news are sent. */
export function answerPull(connection: Connection, options: PullOptions): { changed: () => void } {
  const { capabilities, workspace, closed, openUris, wholeWorkspace } = options;
  const { diagnosticsFor, openDiagnosticsFor } = options;
  const registersLater = capabilities.textDocument?.diagnostic?.dynamicRegistration === true;
  let registered: Promise<{ dispose: () => void }> | undefined;
  let offersWorkspace: boolean | undefined;
  let waiting: (() => void)[] = [];

  connection.languages.diagnostics.on(
    async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      const verdict = workspace.verdict(uri, { now: false });
      const found = await Promise.race([verdict, cancellationOf(token)]);
      if (found instanceof Error) throw found;
      return reportOf(found ? openDiagnosticsFor(found) : [], previousResultId);
    },
  );

  connection.languages.diagnostics.onWorkspace(
    async ({ previousResultIds }, token, _, partial): Promise<WorkspaceDiagnosticReport> => {
      for (;;) {
        const change = new Promise<void>((resolve) => void waiting.push(resolve));
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        const say = (report: WorkspaceDocumentDiagnosticReport): void => {
          if (partial) partial.report({ items: [report] });
          else items.push(report);
        };
        const news = await checkAll(previousResultIds, token, { say, streams: partial !== undefined });
        // The request stays open until there is something to say; a client that gets no news need not ask again.
        if (news || !options.watches || token.isCancellationRequested) return { items };
        await Promise.race([change, cancellationOf(token)]);
        if (token.isCancellationRequested) return { items };
      }
    },
  );
  return { changed: () => void offer().then(wake) };

  /** Goes through the workspace; whether anything differs from what the client has. */
  async function checkAll(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
    { say, streams }: Listener,
  ): Promise<boolean> {
    const before = new Map(previous.map(({ uri, value }) => [uri, value]));
    const uris = new Set([...openUris(), ...((await wholeWorkspace()) ? await closed.list() : [])]);
    const progress = new Progress(connection, { capabilities, locale: options.locale, total: uris.size });
    let news = false;
    const tell = (uri: string, version: number | null, diagnostics: Diagnostic[]): void => {
      const report = reportOf(diagnostics, before.get(uri));
      if (report.kind === DocumentDiagnosticReportKind.Full) news = true;
      say({ ...report, uri, version });
    };
    try {
      for (const uri of uris) {
        if (token.isCancellationRequested) return true;
        // Who stops the check is not asked again at once: what was sent stays, the rest waits for the next change.
        if (progress.cancelled) return !streams;
        const open = openUris().includes(uri) ? await workspace.verdict(uri, { now: false }) : undefined;
        if (open) tell(uri, open.version, openDiagnosticsFor(open));
        else {
          const found = await closed.shownIn(uri, () => progress.begin());
          if (found || before.has(uri)) tell(uri, null, found ? diagnosticsFor({ uri, ...found }) : []);
        }
        progress.step();
      }
    } finally {
      progress.done();
    }
    for (const uri of before.keys()) if (!uris.has(uri)) tell(uri, null, []);
    return news;
  }

  /** A client that knows it is told whether the workspace is looked at, and again when that changes. */
  async function offer(): Promise<void> {
    if (!registersLater) return;
    const whole = await wholeWorkspace();
    if (whole === offersWorkspace) return;
    offersWorkspace = whole;
    (await registered)?.dispose();
    registered = connection.client.register(DocumentDiagnosticRequest.type, {
      documentSelector: null,
      ...provider(whole),
    });
    await registered;
  }

  function wake(): void {
    const all = waiting;
    waiting = [];
    for (const resolve of all) resolve();
  }
}

interface Listener {
  readonly say: (report: WorkspaceDocumentDiagnosticReport) => void;
  /** Whether what is said is sent at once. */
  readonly streams: boolean;
}

/** Diagnostics are known by themselves: the same ones have the same id, whoever made them and when. */
function reportOf(
  items: Diagnostic[],
  previous: string | undefined,
): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport {
  const resultId = digestOf(JSON.stringify(items));
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
