import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Bilingual, Locale } from '../text/span.ts';
import type { Verdict } from './workspace.ts';

export interface PullOptions {
  /** The verdict on an open document. */
  readonly verdict: (uri: string) => Promise<Verdict | undefined>;
  /** The verdict on a file that is not open; undefined when it cannot be read or is not to be looked at. */
  readonly look: (uri: string, token: CancellationToken) => Promise<Verdict | undefined>;
  readonly openUris: () => readonly string[];
  /** The Markdown files of the workspace; none when only open documents are to be looked at. */
  readonly findDocuments: () => Promise<readonly string[]>;
  readonly diagnosticsFor: (verdict: Verdict) => Diagnostic[];
  /** Resolves when files or settings have changed. */
  readonly changed: () => Promise<void>;
  readonly locale: Locale;
}

/** Diagnostics for a client that asks for them, of a document and of the whole workspace. What it has is not sent again. */
export function answerPulls(connection: Connection, options: PullOptions): void {
  const { verdict, look, openUris, findDocuments, diagnosticsFor, changed, locale } = options;

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const found = await Promise.race([verdict(uri), cancelled(token)]);
    const items = found ? diagnosticsFor(found) : [];
    const resultId = idOf(items);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });

  connection.languages.diagnostics.onWorkspace(
    async ({ previousResultIds }, token, progress): Promise<WorkspaceDiagnosticReport> => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      for (;;) {
        // What changes while the files are looked at counts as well.
        const news = changed();
        const items = await reports(known, token, progress);
        if (token.isCancellationRequested) return { items: [] };
        // A client asks again at once: it gets its answer when there is something new.
        if (known.size === 0 || items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full))
          return { items };
        await Promise.race([news, cancelled(token)]);
      }
    },
  );

  async function reports(
    known: ReadonlyMap<string, string>,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const open = new Set(openUris());
    const files = (await findDocuments()).filter((uri) => !open.has(uri));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    progress.begin(title[locale], 0, '', true);
    for (const [index, uri] of files.entries()) {
      if (token.isCancellationRequested) break;
      const found = await look(uri, token);
      items.push(reportOf(uri, found ? diagnosticsFor(found) : [], known.get(uri)));
      progress.report(Math.round((100 * (index + 1)) / files.length), `${index + 1}/${files.length}`);
    }
    progress.done();
    const kept = new Set([...files, ...open]);
    // A file that is gone has no diagnostics any more.
    for (const [uri, id] of known) if (!kept.has(uri) && id !== idOf([])) items.push(reportOf(uri, [], id));
    return items;
  }
}

function reportOf(
  uri: string,
  items: Diagnostic[],
  known: string | undefined,
): WorkspaceDocumentDiagnosticReport {
  const resultId = idOf(items);
  return resultId === known
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
}

/** Equal for equal diagnostics: the server need not remember what it sent. */
function idOf(items: readonly Diagnostic[]): string {
  const text = JSON.stringify(items);
  let [a, b] = [0x811c9dc5, 0x1234567];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x5bd1e995);
  }
  return `${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}-${text.length.toString(36)}`;
}

const cancelled = (token: CancellationToken): Promise<undefined> =>
  new Promise((resolve) => {
    token.onCancellationRequested(() => resolve(undefined));
  });

const title: Bilingual = { en: 'Checking the documents of the workspace', zh: '正在检查工作区中的文件' };
