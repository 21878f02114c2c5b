import { commands, Disposable, env, l10n, SnippetString, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { skeletonRequest, typesRequest } from '../server/lsp/protocol.ts';

/** "New Document": the skeleton of a type, its placeholders to be filled in. */
export function registerNewDocument(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(
    'clausecheck.newDocument',
    async (givenType?: string, givenLanguage?: 'en' | 'zh') => {
      const type = givenType ?? (await askType(client));
      const language = type === undefined ? undefined : (givenLanguage ?? (await askLanguage()));
      if (type === undefined || language === undefined) return;
      const skeleton = await client.sendRequest(skeletonRequest, { type, language });
      if (!skeleton) return;
      const document = await workspace.openTextDocument({ language: 'markdown', content: '' });
      const editor = await window.showTextDocument(document);
      await editor.insertSnippet(new SnippetString(skeleton.snippet));
    },
  );
}

async function askType(client: BaseLanguageClient): Promise<string | undefined> {
  const types = await client.sendRequest(typesRequest, {});
  const chosen = await window.showQuickPick(
    types.map(({ id, title, description }) => ({ label: title, description, detail: id, id })),
    {
      title: l10n.t('Clausecheck: New document'),
      placeHolder: l10n.t('What are you going to draft?'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  return chosen?.id;
}

async function askLanguage(): Promise<'en' | 'zh' | undefined> {
  const choices = [
    { label: 'English', language: 'en' },
    { label: '简体中文', language: 'zh' },
  ] as const;
  const own = env.language.toLowerCase().startsWith('zh') ? choices.toReversed() : choices;
  const chosen = await window.showQuickPick(own, {
    title: l10n.t('Clausecheck: New document'),
    placeHolder: l10n.t('In which language?'),
  });
  return chosen?.language;
}
