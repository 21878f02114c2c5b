import type { Span } from '../text/span.ts';
import { normalise, noSeeds, type Seeds } from './labels.ts';

/** The labels that a text seems to define, told at a glance: in code, say, it defines none of them. */
export function seemsToDefine(text: string): Seeds {
  if (!text.includes(']:')) return noSeeds;
  return {
    definitions: labelsAt(text, /^[^\p{L}\n]*\[(?!\^)([^[\]]*)\]:/gmu),
    footnotes: labelsAt(text, /^ {0,3}\[\^([^\s[\]\\]+)\]:/gm),
  };
}

const labelsAt = (text: string, definitions: RegExp): string[] =>
  [...text.matchAll(definitions)].map(([, label = '']) => normalise(label));

export interface LinkDefinition {
  readonly label: string;
  readonly span: Span;
}

/**
 * The definitions of links that begin at `first`, one behind the other, when an empty line or the end follows: with
 * any other text the parser puts them together. Undefined then; none when no simple one stands there.
 */
export function linkDefinitionsAt(text: string, first: number): readonly LinkDefinition[] | undefined {
  const all: LinkDefinition[] = [];
  for (let at = first; ;) {
    linkDefinition.lastIndex = at;
    const found = linkDefinition.exec(text);
    if (!found) return all.length > 0 ? undefined : all;
    const end = linkDefinition.lastIndex;
    const { length } = found[0].trimEnd();
    all.push({ label: normalise(found[1] ?? ''), span: { start: at, end: at + length } });
    lineBehind.lastIndex = end;
    const indent = lineBehind.exec(text)?.[1];
    if (indent === undefined) return all;
    if (indent.length > 3 || indent.includes('\t')) return undefined;
    at = lineBehind.lastIndex;
  }
}

/** `[label]: target "title"`, the target perhaps in the next line. */
const linkDefinition =
  /\[(?!\^)([^[\]\\\r\n]*[^[\]\\\s][^[\]\\\r\n]*)\]:(?:[ \t]*|[ \t]*\r?\n[ \t]{0,3}(?=[A-Za-z./]))[^\s<>()\\&\p{Cc}]+(?:[ \t]+(?:"[^"\\\r\n]*"|'[^'\\\r\n]*'))?[ \t]*(?=\r?\n|$)/uy;

/** The line behind a definition, when it is not empty. */
const lineBehind = /\r?\n([ \t]*)(?=\S)/y;
