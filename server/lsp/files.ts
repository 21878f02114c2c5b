import type { Connection, InitializeParams } from 'vscode-languageserver';
import { filesRequest, type InitializationOptions, textRequest } from './protocol.ts';

/** The ways to files that a door has; undefined for addresses that only the client can read. */
export interface FileDoor {
  readonly readText: (uri: string) => Promise<string | undefined> | undefined;
  /** The addresses of the Markdown files in a folder and below. */
  readonly listFiles: (folder: string) => readonly string[] | undefined;
}

export interface Files {
  /** The text of a file; undefined when there is none or it cannot be read. */
  readonly readText: (uri: string) => Promise<string | undefined>;
  /** The addresses of the Markdown files of the workspace. */
  readonly list: () => Promise<readonly string[]>;
}

/** Files by the door where it has them, else by the client where it offers that. */
export function filesOf(
  connection: Connection,
  door: FileDoor,
  { capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams,
): Files {
  const asksClient = (initializationOptions as InitializationOptions | undefined)?.files === true;
  return {
    readText: async (uri) =>
      (await (door.readText(uri) ??
        (asksClient ? connection.sendRequest(textRequest, { uri }).catch(() => null) : undefined))) ??
      undefined,
    list: async () => {
      const folders = capabilities.workspace?.workspaceFolders
        ? await connection.workspace.getWorkspaceFolders()
        : (workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []));
      const found = (folders ?? []).map(({ uri }) => door.listFiles(uri));
      if (found.every((files) => files !== undefined)) return found.flat();
      return asksClient ? connection.sendRequest(filesRequest, {}).catch(() => []) : [];
    },
  };
}
