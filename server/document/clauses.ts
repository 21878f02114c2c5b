import { isWide, simplify } from '../text/fold.ts';
import type { LeadingNumber } from './clause-number.ts';

/** What a line is, beyond its words. */
export interface LineLook {
  readonly number: LeadingNumber | undefined;
  /** The words behind the number stand in bold or italics, all of them. */
  readonly bold: boolean;
}

/** The level of what only looks like a heading; undefined for plain text. `text` is one line, number included. */
export function headingLevel(text: string, { number, bold }: LineLook): number | undefined {
  const hashes = /^#{1,6}(?=[^#\s\d]|\d+[.、])/.exec(text)?.[0].length;
  if (hashes !== undefined) return width(text) <= 160 ? hashes : undefined;
  // Plain text, as most is: no heading without capitals alone.
  if (!number && !bold && /[a-z\u2e80-\u9fff]/.test(text)) return undefined;
  const words = simplify(text.slice(number?.length ?? 0).trim());
  if (words === '') return number && standsAlone.has(number.style) ? levelOf(number) : undefined;
  if (!/\p{L}/u.test(words) || /_{3,}|\.{4,}/.test(words)) return undefined;
  if (bold) return isTitle(words, 100) && !/^[a-z]/.test(words) ? (number ? levelOf(number) : 8) : undefined;
  if (number) {
    if (!clauseStyles.has(number.style) && number.key !== 'bracketed:han1') return undefined;
    return isTitle(words, 60) && !/[.。:：]$/.test(words) && !/[，。；：、,;]/.test(words) && isNominal(words)
      ? levelOf(number)
      : undefined;
  }
  const capitals = /^[^a-z\u2e80-\u9fff]*$/.test(words) && (words.match(/[A-Z]/g)?.length ?? 0) >= 5;
  return capitals && width(words) <= 80 && !/[.;:,?]$/.test(words) ? 8 : undefined;
}

const standsAlone = new Set(['tiao', 'article']);
const clauseStyles = new Set(['tiao', 'article', 'ideographic', 'decimal']);
const binding = /\b(?:shall|must)\b|应当|必须|不得/i;
const saysSomething =
  /\b(?:shall|must|will|may|should|can|agrees?|we|you|is|are|has|have|does)\b|应当?|必须|不得|须|可以|我们|将(?!来)|负责|有权/i;

function isTitle(words: string, most: number): boolean {
  if (width(words) > most || /[;；,，]$/.test(words) || /^[(（].*[)）]$/.test(words)) return false;
  if (binding.test(words) || (/，/.test(words) && /。$/.test(words))) return false;
  if (/[:：]$/.test(words)) return width(words) <= 40 && !saysSomething.test(words);
  if (/[.。!！?？]["”)）]?$/.test(words))
    return width(words) <= 60 && !/[.。].*[.。]/.test(words) && !saysSomething.test(words);
  return true;
}

/** A title in English begins with a capital and says nothing of anybody. */
function isNominal(words: string): boolean {
  if (saysSomething.test(words)) return false;
  return isWide(words.charCodeAt(0)) || /^[^a-z]/.test(words);
}

/** Chinese characters count twice; brackets of either width once, so that a text is as long with the one as the other. */
export function width(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    sum += isWide(code) && code !== 0xff08 && code !== 0xff09 ? 2 : 1;
  }
  return sum;
}

/** Deeper than any heading that Markdown knows. */
function levelOf({ style, key, depth }: LeadingNumber): number {
  switch (style) {
    case 'tiao':
      return key.includes('条') ? 9 : key.includes('节') ? 8 : 7;
    case 'article':
      return Math.min(12, 8 + depth);
    case 'ideographic':
      return 10;
    case 'decimal':
      return Math.min(16, 10 + depth);
    case 'bracketed':
      return key.includes('han') ? 12 : 17;
    case 'letter':
      return 17;
    case 'roman':
    case 'circled':
      return 18;
  }
}
