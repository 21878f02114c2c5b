import type { ClientCapabilities, CodeActionClientCapabilities } from 'vscode-languageserver';
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
    pages: options.pages === true || servesContent(capabilities),
    commands: options.pages === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    resolvesEdits: canResolveEdits(textDocument?.codeAction),
  };
}

const canResolveEdits = (codeAction: CodeActionClientCapabilities | undefined): boolean =>
  codeAction?.dataSupport === true && (codeAction.resolveSupport?.properties.includes('edit') ?? false);

/** It asks a server for the texts of a scheme (3.18); the extension has a way of its own. */
export const servesContent = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.textDocumentContent !== undefined;

/** It asks for diagnostics; they are then not sent as well, or they would stand there twice. */
export const pullsDiagnostics = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.diagnostic !== undefined;

export const canWatchFiles = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
