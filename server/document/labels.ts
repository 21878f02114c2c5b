/** Labels that are defined elsewhere in the document, as the parser normalises them (upper case). */
export interface Seeds {
  readonly definitions: readonly string[];
  readonly footnotes: readonly string[];
}

export const noSeeds: Seeds = { definitions: [], footnotes: [] };

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

/** What is defined, here or elsewhere in the document, as the parser normalises it. */
export interface Labels {
  readonly definitions: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
}

export const labelsOf = (own: Seeds, others: Seeds): Labels =>
  own === noSeeds && others === noSeeds
    ? noLabels
    : {
        definitions: new Set([...own.definitions, ...others.definitions]),
        footnotes: new Set([...own.footnotes, ...others.footnotes]),
      };

const noLabels: Labels = { definitions: new Set(), footnotes: new Set() };

/** White space as one space, letters folded. */
export const normalise = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
