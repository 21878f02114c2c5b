import { env } from 'vscode';

/** The client's own words in the language of the editor; everything else comes from the server. */
export function say(words: { readonly en: string; readonly zh: string }): string {
  return env.language.toLowerCase().startsWith('zh') ? words.zh : words.en;
}
