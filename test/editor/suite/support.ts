import { commands, type Diagnostic, languages, type TextEditor, Uri, window, workspace } from 'vscode';

/** Asks again until there is an answer: VS Code cancels requests when providers come and go. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  what = 'a condition',
  milliseconds = 20_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await Promise.resolve()
      .then(look)
      .catch((error: unknown) => {
        if (error instanceof Error && (error.name === 'Canceled' || error.message === 'Canceled'))
          return undefined;
        throw error;
      });
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function inWorkspace(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(inWorkspace(path)));
}

/** A document that is on no disk. */
export async function openText(content: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}

export const codeOf = ({ code }: Diagnostic): string =>
  String(typeof code === 'object' ? code.value : (code ?? ''));

export const findingsOf = (uri: Uri): Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({ source }) => source === 'clausecheck');

export const finding = (uri: Uri, code: string): Promise<Diagnostic> =>
  until(() => findingsOf(uri).find((d) => codeOf(d) === code), `the finding ${code}`);

export const noFinding = (uri: Uri, code: string): Promise<true> =>
  until(() => !findingsOf(uri).some((d) => codeOf(d) === code), `the finding ${code} to go`);

export const closeEditors = (): Thenable<unknown> =>
  commands.executeCommand('workbench.action.closeAllEditors');

/** Throws the changes away first, so that nobody is asked to save. */
export async function revertAndClose(): Promise<void> {
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await closeEditors();
}
