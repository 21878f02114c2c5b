import type { ClientCapabilities } from 'vscode-languageserver';
import type { Abilities } from './convert.ts';
import type { InitializationOptions } from './protocol.ts';

/** What the client says it can show. */
export function abilitiesOf(capabilities: ClientCapabilities, options: InitializationOptions): Abilities {
  const { textDocument, workspace } = capabilities;
  // A client may ask for diagnostics or be sent them; either way it says there what it shows of them.
  const shows = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  return {
    relatedInformation: shows.relatedInformation === true,
    codeDescription: shows.codeDescriptionSupport === true,
    pages: options.pages === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
  };
}

/** It asks for diagnostics; they are then not sent as well, or they would stand there twice. */
export const pullsDiagnostics = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.diagnostic !== undefined;

export const canWatchFiles = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
