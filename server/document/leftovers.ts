import { emptyFlat, reduceFlat, type Flat } from './flat.ts';

/** Removes what other tools read in the text: Liquid, kramdown, Pandoc, conditions of templates. */
export function withoutLeftovers(flat: Flat): Flat {
  if (flat.text === '') return emptyFlat;
  let clean = flat;
  if (clean.text.includes('{')) {
    clean = reduceFlat(
      clean,
      /\{%-?\s*comment\s*-?%\}[^]{0,4000}?\{%-?\s*endcomment\s*-?%\}|\{%[^]{0,400}?%\}/g,
      nothing,
    );
    clean = reduceFlat(clean, /\{\{[#/^!>][^{}]*\}\}/g, nothing);
    clean = reduceFlat(clean, /\{:[^{}\n]*\}/g, nothing);
    // Inner spans first: `[a [b]{.mark} c]{.insertion}`.
    for (let depth = 0; depth < 4 && clean.text.includes(']{'); depth++) {
      clean = reduceFlat(clean, /\[([^[\]]*)\]\{[ \t]*[.#][^{}]*\}/g, (match) =>
        /\.(?:deletion|deleted|strike(?:out)?)\b/.test(match[0].slice((match[1] ?? '').length))
          ? undefined
          : { start: 1, end: 1 + (match[1] ?? '').length },
      );
    }
    clean = reduceFlat(clean, /[ \t]{0,8}\{(?:[.#]\w[^{}\n]*|-)\}[ \t]{0,8}$/gm, nothing);
  }
  if (clean.text.includes('\\'))
    clean = reduceFlat(clean, /^\\(?:pagebreak|newpage|clearpage|tableofcontents)\b.*$/gm, nothing);
  // Emphasis beside Chinese quotation marks is none to the parser; the stars are no text either.
  if (clean.text.includes('**')) clean = reduceFlat(clean, /(?<!\*)\*{2,3}(?!\*)/g, nothing);
  return clean;
}

const nothing = (): undefined => undefined;
