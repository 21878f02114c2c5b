import { l10n, type TextDocument, window } from 'vscode';

/** The document in front, if it is Markdown that is looked at. */
export function activeMarkdown(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'markdown' && document.uri.scheme !== 'clausecheck' ? document : undefined;
}

/** The same; says so when there is none. */
export function needMarkdown(): TextDocument | undefined {
  const document = activeMarkdown();
  if (!document) {
    void window.showInformationMessage(l10n.t('Open a Markdown document first.'));
  }
  return document;
}
