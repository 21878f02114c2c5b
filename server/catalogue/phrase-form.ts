import type { Notes } from './notes.ts';

/** Whether a phrase is sound in the small language of `server/text/phrases.ts`; notes what is wrong with it. */
export function checkPhrase(phrase: string, line: number, notes: Notes): boolean {
  const before = notes.problems.length;
  let depth = 0;
  for (const char of phrase) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (depth < 0) break;
  }
  if (depth !== 0) {
    notes.problem(line, `Parentheses in "${phrase}" do not close.`, `“${phrase}”中的括号没有配对。`);
  }
  if (/~(?![\s)|]|$)/.test(phrase)) {
    notes.problem(
      line,
      `"~" stands at the end of a word only: "${phrase}".`,
      `“~”只能位于词尾：“${phrase}”。`,
    );
  }
  if (/[?\\]/.test(phrase)) {
    notes.problem(
      line,
      `"${phrase}": no "?" or "\\"; alternatives stand as (a|b), what may be left out as (a|).`,
      `“${phrase}”：不用“?”“\\”；可选写作 (甲|乙)，可省写作 (甲|)。`,
    );
  }
  if (!/[^\s()|~.]/.test(phrase)) {
    notes.problem(line, `"${phrase}" holds no words.`, `“${phrase}”中没有词语。`);
  }
  return notes.problems.length === before;
}
