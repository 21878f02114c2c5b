import { commands, Disposable, env, SnippetString, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { skeletonRequest, typesRequest } from '../server/lsp/protocol.ts';
import { say } from './words.ts';

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
      title: say({ en: 'Clausecheck: New document', zh: 'Clausecheck：新建文件' }),
      placeHolder: say({ en: 'What are you going to draft?', zh: '要起草哪种文件？' }),
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
    title: say({ en: 'Clausecheck: New document', zh: 'Clausecheck：新建文件' }),
    placeHolder: say({ en: 'In which language?', zh: '使用哪种语言？' }),
  });
  return chosen?.language;
}
