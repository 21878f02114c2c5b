/** The plain phrases a pattern stands for, inflections not yet spelt out. */
export function expand(pattern: string): string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (!group) return [pattern.trim().replace(/\s+/g, ' ')];
  return (group[1] ?? '')
    .split('|')
    .flatMap((choice) =>
      expand(pattern.slice(0, group.index) + choice + pattern.slice(group.index + group[0].length)),
    );
}

/** A pattern as a row of places, each with its alternatives, each of these a row of tokens. */
export function alternativesOf(pattern: string): string[][][] {
  if (!pattern.includes('(')) return pattern.split(' ').map((word) => [word.match(tokenPattern) ?? []]);
  const places: string[] = [];
  let depth = 0;
  let place = '';
  for (const char of pattern) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === ' ' && depth === 0) {
      if (place) places.push(place);
      place = '';
    } else place += char;
  }
  if (place) places.push(place);
  return places.map((written) => expand(written).map((text) => text.match(tokenPattern) ?? []));
}

/**
 * What a part of a phrase costs: how many wordings it stands for, and how many are written out for the place that has the
 * most. Each of a place's lists multiplies these, also one within another's alternative.
 */
export function sizeOf(part: string): { readonly wordings: number; readonly written: number } {
  let written = 1;
  let here = 1;
  const lists: List[] = [{ before: 0, now: 1, choices: 1 }];
  const close = (): void => {
    const list = lists.pop();
    const around = lists.at(-1);
    if (!list || !around) return;
    around.now *= list.before + list.now;
    here *= list.choices;
    written = Math.max(written, here);
  };
  for (const char of part) {
    const list = lists.at(-1);
    if (char === '(') lists.push({ before: 0, now: 1, choices: 1 });
    else if (char === ')' && lists.length > 1) close();
    else if (char === '|' && list && lists.length > 1) {
      list.before += list.now;
      list.now = 1;
      list.choices++;
    } else if (char === ' ' && lists.length === 1) here = 1;
  }
  while (lists.length > 1) close();
  return { wordings: lists[0]?.now ?? 1, written };
}

interface List {
  /** Wordings of the alternatives before the one at hand, and of this one. */
  before: number;
  now: number;
  choices: number;
}

/** What stands between the gaps of a folded phrase. */
export const partsOf = (folded: string): string[] => folded.split(/\s*\.\.\.\s*/);

/** A Latin word, perhaps with its inflections, or any other character that is no space. */
const tokenPattern = /[a-z0-9_\u00c0-\u1fff]+~?|[^\s]/g;

/** Whether a UTF-16 unit of a folded text is part of a word; every other one that is no space stands alone. */
export const isWordUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || (code >= 0xc0 && code < 0x2000);
