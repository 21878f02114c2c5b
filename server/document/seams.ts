import { foldedUnit } from '../text/fold.ts';
import { isWordUnit } from '../text/phrase-form.ts';

/** No phrase is longer, its gaps left out. In UTF-16 units. */
const longest = 200;

/**
 * The text without its marks. Between letters they may be text or none, and only reading tells: there the text is
 * divided, and what stands around follows with the word joined. But underscores are text, and no word goes on there.
 * Undefined when there are too many close to each other.
 */
export function dividedAtMarks(text: string): string[] | undefined {
  let divided = '';
  let from = 0;
  /** Offsets in `divided` where words may be joined. */
  const joints: number[] = [];
  for (const { index, 0: mark } of text.matchAll(runOfMarks)) {
    const end = index + mark.length;
    divided += text.slice(from, index);
    from = end;
    if (!isInWord(text, index, end)) continue;
    if (/^(?:_+|\\_)$/.test(mark)) divided += ' ¶ ';
    else {
      joints.push(divided.length);
      divided += joint;
    }
  }
  divided += text.slice(from);
  return joints.length === 0 ? [divided] : joined(divided, joints);
}

/** Only the run: what stands behind is asked apart, or long runs would be gone through again and again. */
const runOfMarks = /[*_`\\[\]>]+/g;

/** Whether letters or digits that could be one word stand before `start` and from `end` on. */
const isInWord = (text: string, start: number, end: number): boolean =>
  start > 0 && isLetterOfWord(text.charCodeAt(start - 1)) && isLetterOfWord(text.charCodeAt(end));

const isLetterOfWord = (code: number): boolean => isWordUnit(foldedUnit(code)) && code !== 95;

/** Divides words, as any character does that is in no phrase. */
const joint = '\u0001';

/** At so many joints close to each other every choice is written out. */
const most = 4;

/** The text divided at all joints, and around them once more for every choice of those that join. */
function joined(text: string, joints: readonly number[]): string[] | undefined {
  const texts = [text];
  for (let i = 0; i < joints.length;) {
    const first = joints[i] ?? 0;
    let end = i + 1;
    while (end < joints.length && (joints[end] ?? 0) - (joints[end - 1] ?? 0) < longest) end++;
    if (end - i > most) return undefined;
    const start = Math.max(0, first - longest);
    const around = text.slice(start, (joints[end - 1] ?? 0) + longest);
    for (let choice = 1; choice < 1 << (end - i); choice++) {
      let seam = around;
      // From behind, so that offsets stay what they are.
      for (let at = end - 1; at >= i; at--) {
        const offset = (joints[at] ?? 0) - start;
        if ((choice >> (at - i)) & 1) seam = seam.slice(0, offset) + seam.slice(offset + 1);
      }
      texts.push(seam);
    }
    i = end;
  }
  return texts;
}

/**
 * What stands around the page numbers without them. A number alone in a line may be left over from a printed page, and
 * then the lines meet; in one paragraph all such lines are, or none.
 */
export function pageSeams(text: string): string[] {
  if (!pageNumber.test(text)) return [];
  const seams: string[] = [];
  let seam = '';
  /** Where the text goes on behind the last number. */
  let from = -longest;
  for (const { index, 0: line } of text.matchAll(pageNumbers)) {
    if (index - from >= 2 * longest) {
      if (seam) seams.push(seam + text.slice(from, from + longest));
      seam = text.slice(Math.max(0, index - longest), index);
    } else seam += text.slice(Math.max(0, from), index);
    from = index + line.length;
  }
  seams.push(seam + text.slice(from, from + longest));
  return seams;
}

/** A line of a number only, between two lines of one paragraph; what is not shown may have left lines empty. */
const pageNumber =
  /\n[ \t]*(?:(?:[-—–~]{1,2}[ \t]*)?\d{1,4}[ \t]*(?:[-—–~]{1,2}[ \t]*)?|第[ \t]*\d{1,4}[ \t]*页.{0,20}|page \d{1,4}(?: of \d{1,4})?[ \t]*)\r?(?=\n\s*\S)/i;
const pageNumbers = new RegExp(pageNumber.source, 'gi');
