import { Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { textRequest } from '../server/lsp/protocol.ts';

/** Reads files for the server where it cannot: in a browser, and in folders that are on no disk. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  return client.onRequest(textRequest, async ({ uri }) => {
    try {
      const bytes = await workspace.fs.readFile(Uri.parse(uri));
      return new TextDecoder().decode(bytes);
    } catch {
      return null;
    }
  });
}
