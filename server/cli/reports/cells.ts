import stringWidth from 'string-width';

/** The width of a text in cells of a terminal. Of plain ASCII it is told without the tables of Unicode, which take a while to load. */
export const cellsOf = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : stringWidth(text));
