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

/** A Latin word, perhaps with its inflections, or any other character that is no space. */
const tokenPattern = /[a-z0-9_\u00c0-\u1fff]+~?|[^\s]/g;

/** Whether a UTF-16 unit of a folded text is part of a word; every other one that is no space stands alone. */
export const isWordUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || (code >= 0xc0 && code < 0x2000);
