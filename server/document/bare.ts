import { tagPattern } from './plain-lines.ts';

/**
 * The text of a section without its usual marks: whatever phrase its prose holds, this holds, too, and perhaps more.
 * Undefined when something in it could bring words together, or take them apart, in a way only reading tells.
 */
export function bareText(text: string): string | undefined {
  const shown = withoutUnseen(text);
  if (unusual.test(shown)) return undefined;
  const bare = withoutMarks(shown);
  if (bare === undefined || !pageNumber.test(bare)) return bare;
  // A number may be left over from a printed page, and then the lines meet: both ways are given.
  const seams = seamsIn(bare);
  return seams && [bare, ...seams].join(apart);
}

/** No phrase reaches across. */
const apart = '\n¶\n';

/** No phrase is longer, its gaps left out. In UTF-16 units. */
const longest = 200;

/** What stands around page numbers, without them; undefined when a phrase could reach across two. */
function seamsIn(text: string): string[] | undefined {
  const seams: string[] = [];
  let before = -longest;
  for (const { index, 0: line } of text.matchAll(pageNumbers)) {
    if (index - before < longest) return undefined;
    before = index + line.length;
    seams.push(`${text.slice(Math.max(0, index - longest), index)}\n${text.slice(before, before + longest)}`);
  }
  return seams;
}

/** Without images and comments in one line, which nobody sees; in code they are text. */
function withoutUnseen(text: string): string {
  if (!text.includes('<!--') && !text.includes('![')) return text;
  if (mayHoldCode.test(text) || unseenInWord.test(text)) return text;
  return text.replace(unseen, ' ');
}

const unseen = /<!--(?!-?>)(?:(?!--)[^\n])*-->|!\[[^\][\n]*\]\([^()\s]*(?:[ \t]+"[^"\n]*")?\)/g;
const unseenInWord = new RegExp(`[\\p{L}\\d](?:${unseen.source})[\\p{L}\\d]`, 'u');
const mayHoldCode = /[`]|~~|^(?: {4}|\t)/m;

function withoutMarks(text: string): string | undefined {
  if (!marks.test(text)) return text;
  let bare = text;
  if (bare.includes('<') && /<[A-Za-z/]/.test(bare)) {
    // In code a tag is text.
    if (mayHoldCode.test(bare) || silent.test(bare) || tagInWord.test(bare)) return undefined;
    bare = bare.replace(tag, ' ');
    if (/<[A-Za-z/]/.test(bare)) return undefined;
  }
  if (bare.includes('&')) {
    bare = bare.replace(/&(?:nbsp|ensp|emsp|#160);/g, ' ').replace(/&amp;/g, '&');
    if (/&#?\w+;/.test(bare)) return undefined;
  }
  if (bare.includes('](')) {
    bare = bare.replace(target, ']');
    if (bare.includes('](')) return undefined;
  }
  if (bare.includes('[^')) {
    if (/[\p{L}\d]\[\^[^\s[\]]+\]:?[a-z\d]/iu.test(bare)) return undefined;
    bare = bare.replace(/\[\^[\d-]+\]:?/g, '');
    if (bare.includes('[^')) return undefined;
  }
  return dividedAtUnderscores(bare)?.replace(/[*_`\\[\]>]+/g, '');
}

const marks = /[*_`\\[\]><&]/;
const target = /\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)/g;

/** Marks between letters may be text or none, and only reading tells; but underscores are text, and no word goes on there. */
function dividedAtUnderscores(text: string): string | undefined {
  let divided = '';
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(runOfMarks)) {
    const end = index + mark.length;
    if (index === 0 || !/^[A-Za-z\d]/.test(text.charAt(end)) || !letter.test(text.charAt(index - 1)))
      continue;
    if (!/^_+$/.test(mark) && (mark !== '\\_' || mayHoldCode.test(text))) return undefined;
    divided += `${text.slice(from, index)} ¶ `;
    from = end;
  }
  return from === 0 ? text : divided + text.slice(from);
}

/** Only the run: what stands behind is asked apart, or long runs would be gone through again and again. */
const runOfMarks = /[*_`\\[\]>]+/g;
const letter = /[\p{L}\d\ud800-\udfff]/u;

const tag = new RegExp(tagPattern('[ \\t\\r\\n]', ''), 'g');
const tagInWord = new RegExp(`[\\p{L}\\d](?!<br)${tagPattern('[ \\t\\r\\n]', '')}[a-zA-Z\\d]`, 'u');
/** What stands in them is left out. */
const silent = /<\/?(?:del|s|strike|script|style|template)\b/i;

/**
 * Comments, what is struck out, what other tools read between braces (see `leftovers.ts`), images, references, drawn
 * tables, characters without width or that stand for spaces.
 */
const unusual =
  /<[!?]|~~|\{[%:.#{*_`\\[\]<&~-]|[*_`\\\]]\{|!\[|\]\[|[\u200b\ufeff\u2060\u00ad\u2028\u2029\v\f]|^ {0,3}(?:\+[-=:]|-{3,} +-)/m;

/** A line of a number only, between two lines of one paragraph. */
const pageNumber =
  /\n[ \t]*(?:(?:[-—–~]{1,2}[ \t]*)?\d{1,4}[ \t]*(?:[-—–~]{1,2}[ \t]*)?|第[ \t]*\d{1,4}[ \t]*页.{0,20}|page \d{1,4}(?: of \d{1,4})?[ \t]*)\r?(?=\n[ \t]*\S)/i;
const pageNumbers = new RegExp(pageNumber.source, 'gi');
