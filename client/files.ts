import { Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { filesRequest, textRequest } from '../server/lsp/protocol.ts';

/** Finds and reads files for the server where it cannot: in a browser, and in folders that are on no disk. */
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
    client.onRequest(filesRequest, async () => {
      // Hidden folders and packages are left out, as on the command line.
      const found = await workspace.findFiles('**/*.{md,markdown}', '**/{node_modules,.*}/**');
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
  );
}
