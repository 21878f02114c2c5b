/**
 * Whether YAML is nested deeper than anybody writes. A parser that recurses thousands of levels runs into the end
 * of the stack, where even compiling a regular expression ends the process; so this is asked first.
 */
export function isTooDeep(yaml: string, most = 64): boolean {
  let depth = 0;
  let lead = 0;
  let leading = true;
  for (let i = 0; i < yaml.length; i++) {
    const char = yaml[i] ?? '';
    if (char === '\n' || char === '\r') {
      lead = 0;
      leading = true;
    } else if (char === '[' || char === '{') {
      leading = false;
      if (++depth > most) return true;
    } else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    else if (leading) {
      // Block levels stand in front of a line: indentation, and markers such as "- - -".
      leading = ' \t-?:'.includes(char);
      if (leading && ++lead > 4 * most && !isRule(yaml, i)) return true;
    }
  }
  return false;
}

/** A long line of hyphens alone is a rule or an underline, not a nesting. */
const isRule = (yaml: string, at: number): boolean => yaml[at] === '-' && yaml[at - 1] === '-';
