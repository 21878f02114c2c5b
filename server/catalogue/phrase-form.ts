import { fold } from '../text/fold.ts';
import { partsOf, sizeOf } from '../text/phrases.ts';
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
  if (gapInGroup.test(phrase)) {
    notes.problem(
      line,
      `A gap " ... " cannot stand inside of parentheses: write "${phrase}" as several phrases.`,
      `空缺“ ... ”不能写在括号里：请将“${phrase}”拆成几个短语。`,
    );
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
  if (isTooLarge(phrase)) {
    const start = phrase.length > shown ? `${phrase.slice(0, shown)}…` : phrase;
    notes.problem(
      line,
      `"${start}" stands for too many wordings (at most ${limits.wordings}, of lists without a space between them ${limits.written}): write it as several phrases with fewer or shorter lists.`,
      `“${start}”可展开的写法过多（上限 ${limits.wordings} 种，选项组之间没有空格的 ${limits.written} 种）：请拆成几个短语，减少或者缩短选项组。`,
    );
  }
  return notes.problems.length === before;
}

/**
 * Each wording is a path of its own until all phrases are compiled: two million take a gigabyte. The largest phrase of our
 * pages stands for 800 000, and its lists without a space between them for 80 000.
 */
export const limits = { wordings: 2_000_000, written: 400_000 };

function isTooLarge(phrase: string): boolean {
  return partsOf(fold(phrase))
    .map(sizeOf)
    .some(({ wordings, written }) => wordings > limits.wordings || written > limits.written);
}

/** Three dots with a parenthesis open before them. */
const gapInGroup = /\([^)]*\.\.\./;

/** How much of a long phrase a message names. */
const shown = 60;
