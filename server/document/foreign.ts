/**
 * Whether a text is in neither English nor Chinese, told from pieces of it: hardly one of the words that no English
 * text does without, or the letters of another script. A short text is taken for one of ours.
 */
export function isForeign(text: string): boolean {
  const all = { words: 0, english: 0, chinese: 0, other: 0 };
  for (const piece of piecesOf(text)) {
    all.english += piece.match(commonWords)?.length ?? 0;
    // Most texts are known by their first piece.
    if (all.english >= sure) return false;
    countLetters(piece, all);
    if (all.chinese > enough && all.other * 4 < all.chinese) return false;
  }
  const { words, english, chinese, other } = all;
  // Japanese has as many kana as Chinese characters, and more.
  if (other > enough && other * 2 > chinese && other > words * 2) return true;
  return words > enough && chinese < enough && english * leastShare < words;
}

/** From the whole length, so that a preface in another language or a page of code decides nothing. */
function* piecesOf(text: string): Generator<string> {
  if (text.length <= pieces * long) yield text;
  else {
    const step = Math.floor((text.length - long) / (pieces - 1));
    for (let index = 0; index < pieces; index++) yield text.slice(index * step, index * step + long);
  }
}

/** Words of Latin letters, Chinese characters, letters of other scripts. */
function countLetters(piece: string, into: { words: number; chinese: number; other: number }): void {
  let inWord = false;
  for (let i = 0; i < piece.length; i++) {
    const code = piece.charCodeAt(i);
    const isLatin = code < 0x370 && latin.test(piece.charAt(i));
    if (isLatin && !inWord) into.words++;
    inWord = isLatin;
    if (code >= 0x3400 && code <= 0x9fff) into.chinese++;
    else if (
      (code >= 0x370 && code < 0x2000) ||
      (code >= 0x3040 && code <= 0x30ff) ||
      (code >= 0xac00 && code <= 0xd7a3)
    )
      into.other++;
  }
}

const pieces = 8;
/** UTF-16 units. */
const long = 600;
/** So many words, or letters of another script, at least. */
const enough = 60;
/** So many English words make it English. */
const sure = 12;
/** Of English words at least one in fifty is one of these; in legal text it is one in six. */
const leastShare = 50;

/** English words that are common in no other language. */
const commonWords =
  /\b(?:the|and|that|with|this|shall|not|you|your|our|any|must|may|from|are|which|be|if)\b/gi;
const latin = /[a-z\u00aa-\u00ff\u0100-\u024f]/i;
