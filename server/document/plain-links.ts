import { normalise } from './labels.ts';

/** What a link leads to, from the bracket `(` on; `none` when nothing does, undefined when only the parser knows. */
export function targetAt(
  raw: string,
  at: number,
): { readonly url: string; readonly end: number } | 'none' | undefined {
  target.lastIndex = at;
  const found = target.exec(raw);
  if (!found) {
    noTarget.lastIndex = at;
    return noTarget.test(raw) ? 'none' : undefined;
  }
  const url = found[1] ?? found[2] ?? '';
  return /^[&\\]/.test(url) ? undefined : { url, end: target.lastIndex };
}

/**
 * The offset behind a reference, `[text][label]`, `[label][]` or `[label]`, whose text stands from `from` to `at`; 0
 * for none, -1 when only the parser knows.
 */
export function referenceAt(raw: string, from: number, at: number, definitions: ReadonlySet<string>): number {
  const text = raw.slice(from, at);
  if (text.includes('\\')) return -1;
  const isDefined = !/[[\]]/.test(text) && definitions.has(normalise(text));
  if (raw.charAt(at + 1) !== '[') return isDefined ? at + 1 : 0;
  label.lastIndex = at + 1;
  const found = label.exec(raw);
  if (!found) return -1;
  const leads = found[1] === '' ? isDefined : definitions.has(normalise(found[1] ?? ''));
  return leads ? label.lastIndex : -1;
}

const label = /\[([^[\]\\\n]*)\]/y;

const target =
  /\([ \t\n]*(?:<([^<>\n\\]*)>|((?:[^\s()<\\\p{Cc}]|\\[!-/:-@[-`{-~])(?:[^\s()\\\p{Cc}]|\\[!-/:-@[-`{-~]|\((?:[^\s()\\\p{Cc}])*\))*))?(?:[ \t\n]+(?:"[^"\\]*"|'[^'\\]*'|\([^()\\]*\)))?[ \t\n]*\)/uy;

/** What no link leads to: two words. */
const noTarget = /\([ \t]*[^\s<()\\\p{Cc}]+[ \t]+[^\s"'()]/uy;
