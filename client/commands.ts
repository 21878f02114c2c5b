import { commands, Disposable, l10n, window, workspace, WorkspaceEdit } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { chooseTypeRequest, typesRequest } from '../server/lsp/protocol.ts';
import { needMarkdown } from './active.ts';

export function registerCommands(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('clausecheck.chooseType', (type?: string) => chooseType(client, type)),
    commands.registerCommand('clausecheck.restart', () => restart(client)),
    commands.registerCommand('clausecheck.showOutput', () => client.outputChannel.show(true)),
  );
}

/** Writes the type of the active document into its front matter. Given a type, it does not ask. */
async function chooseType(client: BaseLanguageClient, given: string | undefined): Promise<void> {
  const document = needMarkdown();
  if (!document) return;
  const type = given ?? (await askType(client));
  if (type === undefined) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const change = await client.sendRequest(chooseTypeRequest, { uri, type });
  if (!change || change.version !== document.version) return;
  const edit = new WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(change.edits));
  await workspace.applyEdit(edit);
}

async function askType(client: BaseLanguageClient): Promise<string | undefined> {
  const types = await client.sendRequest(typesRequest, {});
  const items = types.map(({ id, title, description }) => ({ label: title, description, detail: id, id }));
  const chosen = await window.showQuickPick(items, {
    title: 'Clausecheck',
    placeHolder: l10n.t('What is this document? The answer is written into its front matter.'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.id;
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
