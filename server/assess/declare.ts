import type { LegalDocument } from '../document/model.ts';
import {
  entryOf,
  readFrontMatter,
  type FrontMatter,
  type YamlEntry,
  type YamlMap,
  type YamlValue,
} from '../text/front-matter.ts';
import type { Span } from '../text/span.ts';

/** A text in place of what stands at a span. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/**
 * Writes a type into the document: into its front matter, or into a new one. Front matter comes in many shapes, so what
 * would be written is read again; where no way of writing it is sure, as in broken YAML, a comment says it.
 */
export function declaration(type: string, { text, declaration: { types } }: LegalDocument): Replacement {
  const current = types[0]?.span;
  if (current) return { span: current, text: quotedAs(text[current.start], type) };
  const matter = readFrontMatter(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (!matter) {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return at(start, `---${eol}clausecheck: { type: ${type} }${eol}---${eol}${eol}`);
  }
  const sure = waysIn(matter, type, text, eol).find((way) => isSure(way, type, matter, text));
  return sure ?? comment(type, matter.span.end, text, eol);
}

const at = (start: number, text: string): Replacement => ({ span: { start, end: start }, text });

const isQuote = (character: string | undefined): boolean => character === '"' || character === "'";

const quotedAs = (sample: string | undefined, word: string): string =>
  isQuote(sample) ? `${sample}${word}${sample}` : word;

function comment(type: string, end: number, text: string, eol: string): Replacement {
  const isNewLine = /[\r\n]/.test(text[end - 1] ?? '');
  const isBlankBehind = /^(?:\r|\n|$)/.test(text.slice(end, end + 1));
  const written = `<!-- clausecheck: type=${type} -->${eol}`;
  return at(end, `${isNewLine ? '' : eol}${written}${isBlankBehind ? '' : eol}`);
}

function waysIn({ root, content }: FrontMatter, type: string, text: string, eol: string): Replacement[] {
  const line = at(content.start, `clausecheck: { type: ${type} }${eol}`);
  const first = root?.entries[0];
  if (!root || !first) return [line];
  const word = (written: string): string => quotedAs(text[first.keySpan.start], written);
  const said = `${word('type')}: ${word(type)}`;
  const own = entryOf(root, 'clausecheck');
  if (!own) {
    const inside = firstOf(root, `${word('clausecheck')}: { ${said} }`, text, eol);
    return isInBraces(root, text) ? inside : [line, ...inside];
  }
  const { value } = own;
  if (value.kind === 'map' && value.entries.length > 0) {
    const empty = entryOf(value, 'type');
    return empty ? inPlaceOf(empty.value, word(type), text) : firstOf(value, said, text, eol);
  }
  return inPlaceOf(value, `{ ${said} }`, text);
}

const isInBraces = (map: YamlMap, text: string): boolean => text[map.span.start] === '{';

/** An entry in front of the first one: in braces with a comma behind it, else on a line of its own. */
function firstOf(map: YamlMap, entry: string, text: string, eol: string): Replacement[] {
  const start = map.entries[0]?.keySpan.start;
  if (start === undefined) return [];
  const indent = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, start))?.[1];
  const comma = isInBraces(map, text) ? ',' : '';
  return [at(start, `${entry}${comma}${indent === undefined ? ' ' : `${eol}${indent}`}`)];
}

function inPlaceOf({ span }: YamlValue, written: string, text: string): Replacement[] {
  const before = /\s/.test(text[span.start - 1] ?? '') ? '' : ' ';
  const behind = /[\s,\]}]/.test(text[span.end] ?? '\n') ? '' : ' ';
  return [{ span, text: `${before}${written}${behind}` }];
}

/** Whether the changed text declares the type, and says all else as it did. */
function isSure({ span, text: put }: Replacement, type: string, matter: FrontMatter, text: string): boolean {
  const changed = text.slice(0, span.start) + put + text.slice(span.end);
  const read = readFrontMatter(changed);
  const own = read?.root && entryOf(read.root, 'clausecheck')?.value;
  if (own?.kind !== 'map') return false;
  const said = entryOf(own, 'type')?.value;
  return (
    said?.kind === 'scalar' &&
    said.text === type &&
    read?.span.end === matter.span.end + changed.length - text.length &&
    othersIn(read.root, changed) === othersIn(matter.root, text)
  );
}

/** All entries but the type, as they are written. */
function othersIn(root: YamlMap | undefined, text: string): string {
  const written = ({ key, value }: YamlEntry): readonly string[] => [
    key,
    text.slice(value.span.start, value.span.end).trim(),
  ];
  const entries = root?.entries ?? [];
  const own = entries.find(({ key }) => key === 'clausecheck')?.value;
  const inOwn = own?.kind === 'map' ? own.entries.filter(({ key }) => key !== 'type') : [];
  return JSON.stringify([
    ...entries.filter(({ key }) => key !== 'clausecheck').map(written),
    ...inOwn.map(written),
  ]);
}
