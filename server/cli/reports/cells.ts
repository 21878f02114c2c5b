import stringWidth from 'string-width';

/** The width of a text in cells of a terminal. Common text is measured without the tables of Unicode, which take a while to load. */
export function cellsOf(text: string): number {
  if (!common.test(text)) return stringWidth(text);
  let cells = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x2fff) cells++;
  return cells;
}

/** ASCII, Chinese characters, and the punctuation of both. */
export const common = /^[ -~—‘-”…、-〟一-鿿！-｠]*$/;
