import { type TextDocument, window } from 'vscode';
import { say } from './words.ts';

/** The document in front, if it is Markdown that is looked at. */
export function activeMarkdown(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'markdown' && document.uri.scheme !== 'clausecheck' ? document : undefined;
}

/** The same; says so when there is none. */
export function needMarkdown(): TextDocument | undefined {
  const document = activeMarkdown();
  if (!document) {
    void window.showInformationMessage(
      say({ en: 'Open a Markdown document first.', zh: '请先打开一个 Markdown 文件。' }),
    );
  }
  return document;
}
