import { tagPattern } from './plain-lines.ts';

/**
 * A text without what is not shown in most places: tags, images, comments in one line, what other tools read between
 * braces (see `leftovers.ts`), characters without width. A `*` stands in its place, as what may or may not join two
 * words. `perhaps` is what of it is text after all where it stands in code, say.
 */
export function withoutUnseen(text: string): { readonly shown: string; readonly perhaps: string[] } {
  const perhaps: string[] = [];
  let shown = text;
  if (odd.test(shown)) shown = shown.replace(spaces, ' ').replace(withoutWidth, '*');
  if (!mayHoldUnseen.test(shown)) return { shown, perhaps };
  shown = shown.replace(address, '*$1*').replace(unseen, (run) => {
    perhaps.push(run);
    return /<br\b/i.test(run) ? '\n' : '*';
  });
  return { shown, perhaps };
}

const odd = /[\u00ad\u200b\u2028\u2029\u2060\ufeff\v\f]/;
const spaces = /[\u2028\u2029\v\f]/g;
const withoutWidth = /[\u00ad\u200b\u2060\ufeff]+/g;

const mayHoldUnseen = /[<{]|!\[/;

/** `<https://example.com>`: the address is text. */
const address = /<([A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/g;

const unseen = new RegExp(
  `(?:${[
    // What stands in these tags is left out.
    /(?!<\/?(?:del|s|strike|script|style|template)\b)/.source + tagPattern('[ \\t\\r\\n]', ''),
    /<!--(?!-?>)(?:(?!--)[^\n])*-->/.source,
    /(?<!\\)!\[[^\][\n]*\]\([^()\s]*(?:[ \t]+"[^"\n]*")?\)/.source,
    /\{%(?!-?\s*(?:end)?comment)(?:(?!%\}|\n[ \t>]*\r?\n)[^]){0,400}?%\}/.source,
    /\{\{[#/^!>][^{}]*\}\}/.source,
    /\{:[^{}\n]*\}/.source,
    /\{(?![^{}\n]*(?:delet|strike))[ \t]*[.#]\w[^{}\n]*\}/.source,
    /\{-\}/.source,
  ].join('|')})+`,
  'gi',
);
