import { Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { documentsRequest, textRequest } from '../server/lsp/protocol.ts';

/** Reads and lists files for the server where it cannot: in a browser, and in folders that are on no disk. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(textRequest, async ({ uri }) => {
      try {
        const bytes = await workspace.fs.readFile(Uri.parse(uri));
        return new TextDecoder().decode(bytes);
      } catch {
        return null;
      }
    }),
    client.onRequest(documentsRequest, async () => {
      const found = await workspace.findFiles('**/*.{md,markdown}', '**/node_modules/**');
      return found.map((uri) => uri.toString()).sort();
    }),
  );
}
