/**
 * What stands in square brackets and could refer to a definition elsewhere, as the parser normalises labels. One too
 * many does no harm.
 */
export function labelsIn(text: string): Set<string> {
  const labels = new Set<string>();
  for (const [, label = ''] of text.matchAll(/\[((?:[^[\]\\]|\\[^]){1,999})(?=\])/g)) {
    if (label.trim() === '') continue;
    for (const written of [label, label.replace(/([\r\n])[ \t>]+/g, '$1')]) {
      labels.add(normalise(written));
      if (written.startsWith('^')) labels.add(normalise(written.slice(1)));
    }
  }
  return labels;
}

/** White space as one space, letters folded. */
export const normalise = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
