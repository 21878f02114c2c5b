import { dividedAtMarks, pageSeams } from './seams.ts';
import { withoutUnseen } from './unseen.ts';

/**
 * The text of a section without its usual marks: whatever phrase its prose holds, this holds, too, and perhaps more.
 * Undefined when something in it could bring words together, or take them apart, in a way only reading tells.
 */
export function bareText(text: string): string | undefined {
  if ((text.includes('---') || text.includes('+')) && drawn.test(text)) return undefined;
  const texts = marks.test(text) ? withoutMarks(text) : [text];
  if (!texts) return undefined;
  const seams = texts.flatMap(pageSeams);
  return texts.length + seams.length === 1 ? texts[0] : [...texts, ...seams].join(apart);
}

/** No phrase reaches across. */
const apart = '\n\n¶\n\n';

const marks = /[*_`\\[\]><&~{\u00ad\u200b\u2028\u2029\u2060\ufeff\v\f]/;

/** Tables drawn with signs: their words run on in the next line of a column. */
const drawn = /^ {0,3}(?:\+[-=:]|-{3,} +-)/m;

/** The text, and what stands around its doubtful places read otherwise; undefined as above. */
function withoutMarks(text: string): string[] | undefined {
  // What is not shown in most places is text in others, and given apart.
  const { shown, perhaps } = withoutUnseen(text);
  if (unusual.test(shown)) return undefined;
  // Quantities know an address by its brackets.
  if (/\[at\]/i.test(text)) perhaps.push('#at#');
  let bare = shown;
  if (bare.includes('&')) {
    bare = bare.replace(/&(?:nbsp|ensp|emsp|#160);/g, ' ').replace(/&amp;/g, '&');
    if (/&#?\w+;/.test(bare)) return undefined;
  }
  if (bare.includes('](')) {
    const brackets = withoutTargets(bare, mayHoldRawText.test(text));
    bare = brackets.bare;
    perhaps.push(...brackets.perhaps);
    if (bare.includes('](')) return undefined;
  }
  if (bare.includes('[^')) {
    if (/[\p{L}\d]\[\^[^\s[\]]+\]:?[a-z\d]/iu.test(bare)) return undefined;
    bare = bare.replace(/\[\^[\d-]+\]:?/g, '');
    if (bare.includes('[^')) return undefined;
  }
  return dividedAtMarks(perhaps.length > 0 ? [bare, ...perhaps].join(apart) : bare);
}

/** What is struck out, references, braces and tags of other kinds, and what could become one of them without its marks. */
const unusual = /<[!?A-Za-z/]|~~|\{[%:.#{*_`\\[\]<&~-]|[*_`\\\]]\{|!\[|\]\[/;

/** Code and HTML, in which marks are text, or marks that are escaped. */
const mayHoldRawText = /[`\\]|~~|<[!?A-Za-z/]|^(?: {4}|\t)/m;

/** Without what links lead to; `perhaps` is what may be text because its brackets are. */
function withoutTargets(
  text: string,
  mayBeText: boolean,
): { readonly bare: string; readonly perhaps: readonly string[] } {
  const perhaps: string[] = [];
  const bare = text.replace(link, (_, label: string, target: string) => {
    if (mayBeText || label.includes('\n')) perhaps.push(target);
    return `[${label}]`;
  });
  const rest = bare.replace(target, (_, target: string) => {
    perhaps.push(target);
    return ']';
  });
  return { bare: rest, perhaps };
}

const inBrackets = /\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?)\)/.source;
const link = new RegExp(`\\[([^[\\]]{0,1000})\\]${inBrackets}`, 'g');
const target = new RegExp(`\\]${inBrackets}`, 'g');
