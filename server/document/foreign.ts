/**
 * Whether a text is in neither English nor Chinese, told from pieces of it: by the letters of another script, or by the
 * little words of another language where those of English are few. A short text is taken for one of ours.
 */
export function isForeign(text: string): boolean {
  const all = { words: 0, accented: 0, chinese: 0, other: 0 };
  let english = 0;
  let foreign = 0;
  for (const piece of piecesOf(text)) {
    english += piece.match(englishWords)?.length ?? 0;
    // Most texts are known by their first piece.
    if (english >= sure) return false;
    countLetters(piece, all);
    if (all.chinese > enough && all.other * 4 < all.chinese) return false;
    foreign += piece.match(foreignWords)?.length ?? 0;
  }
  const { words, accented, chinese, other } = all;
  // Japanese has as many kana as Chinese characters, and more.
  if (other > enough && other * 2 > chinese && other > words * 2) return true;
  return (
    words > enough &&
    chinese < enough &&
    english * 40 < words &&
    (foreign * 12 > words || accented * 6 > words)
  );
}

/** From the whole length, so that a preface in another language or a page of code decides nothing. */
function* piecesOf(text: string): Generator<string> {
  if (text.length <= pieces * long) yield text;
  else {
    const step = Math.floor((text.length - long) / (pieces - 1));
    for (let index = 0; index < pieces; index++) yield text.slice(index * step, index * step + long);
  }
}

interface Letters {
  /** Words of Latin letters, and how many of them have letters that English lacks. */
  words: number;
  accented: number;
  /** Chinese characters, letters of other scripts. */
  chinese: number;
  other: number;
}

function countLetters(piece: string, into: Letters): void {
  let inWord = false;
  let isAccented = false;
  for (let i = 0; i < piece.length; i++) {
    const code = piece.charCodeAt(i);
    const isLatin = code < 0x370 && latin.test(piece.charAt(i));
    if (isLatin && !inWord) {
      into.words++;
      isAccented = false;
    }
    if (isLatin && code >= 0x80 && !isAccented) {
      into.accented++;
      isAccented = true;
    }
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
/** More words, or letters of another script, than these. */
const enough = 25;
/** So many English words make it English. */
const sure = 12;

/** Common in English and in no other language. */
const englishWords =
  /\b(?:the|and|that|with|this|shall|not|you|your|our|any|must|may|from|are|which|be|if)\b/gi;
/** Common in French, German, Spanish, Italian, Portuguese, Dutch, Polish or a Scandinavian language, and not in English. */
const foreignWords =
  /(?<![\p{L}\p{M}])(?:les?|la|des?|du|et|un|une|und|der|die|das|den|dem|mit|el|los|las|y|que|del|il|di|della|e|o|os|da|do|het|een|van|en|och|att|og|som|av|w|na|nie|ist|sind|est|sont|vous|nous|para|por|per|pour|dans|auf|von|zu|zur)(?![\p{L}\p{M}])/giu;
const latin = /[a-z\u00aa-\u00ff\u0100-\u024f]/i;
