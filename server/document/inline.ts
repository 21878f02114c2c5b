import { emptyFlat, joinFlat, reduceFlat, type Flat } from './flat.ts';
import type { PhrasingContent, RootContent } from './markdown.ts';

/**
 * The text of inline Markdown: of links and emphasis what they say, no targets, images, tags, struck-out text or
 * footnote marks. Breaks become `\n`. `source` is the text that was parsed.
 */
export function flatten(node: RootContent, source: string): Flat {
  const start = node.position?.start.offset ?? 0;
  const walk: Walk = {
    source,
    cursor: start,
    limit: node.position?.end.offset ?? source.length,
    struck: 0,
    parts: [],
  };
  if ('children' in node) for (const child of node.children) visit(child as PhrasingContent, walk);
  return withoutLeftovers(joinFlat(walk.parts));
}

interface Walk {
  readonly source: string;
  /** What stands before it in the source has been read. */
  cursor: number;
  readonly limit: number;
  /** How many HTML deletions are open. */
  struck: number;
  readonly parts: Flat[];
}

function visit(node: PhrasingContent, walk: Walk): void {
  const start = node.position?.start.offset;
  if (start !== undefined) walk.cursor = start;
  const end = node.position?.end.offset;
  switch (node.type) {
    case 'text':
      add(walk, align(node.value, walk, end ?? walk.limit));
      break;
    case 'inlineCode': {
      while (walk.source[walk.cursor] === '`') walk.cursor++;
      add(walk, align(node.value, walk, end ?? walk.limit));
      break;
    }
    case 'emphasis':
    case 'strong':
    case 'link':
    case 'linkReference':
      for (const child of node.children) visit(child, walk);
      break;
    case 'break':
      add(walk, { text: '\n', at: [walk.cursor] });
      break;
    case 'html':
      if (/^<(?:del|s|strike)[\s>]/i.test(node.value)) walk.struck++;
      else if (/^<\/(?:del|s|strike)\s*>/i.test(node.value)) walk.struck = Math.max(0, walk.struck - 1);
      else if (/^<(?:br|p|li|div)\b/i.test(node.value)) add(walk, { text: '\n', at: [walk.cursor] });
      break;
    case 'delete':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      break;
  }
  if (end !== undefined) walk.cursor = end;
}

function add(walk: Walk, flat: Flat): void {
  if (walk.struck === 0) walk.parts.push(flat);
}

/**
 * Finds the characters of a text in its source again: a backslash or a prefix of the line may stand before one, or a
 * character reference in its place. Where the two cannot be brought together it stays at the last place it knew.
 */
function align(written: string, walk: Walk, end: number): Flat {
  const value = written.replace(/\r\n?/g, '\n');
  const { source } = walk;
  const at: number[] = [];
  let s = walk.cursor;
  for (let v = 0; v < value.length; v++) {
    const char = value[v] ?? '';
    if (char === '\n') {
      const line = /\r\n|\r|\n/g;
      line.lastIndex = s;
      const found = line.exec(source);
      if (found && found.index < end) {
        at.push(found.index);
        s = line.lastIndex;
        const next = value[v + 1] ?? '';
        while (s < end && source[s] !== next && ' \t>'.includes(source[s] ?? '')) s++;
      } else at.push(s);
      continue;
    }
    if (source[s] === '\\' && source[s + 1] === char && /[!-/:-@[-`{-~]/.test(char)) s++;
    else if (source[s] === '&') {
      const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,40});/y;
      reference.lastIndex = s;
      const found = reference.exec(source);
      if (found && (char !== '&' || /^&(?:amp|#0*38|#x0*26);$/i.test(found[0]))) {
        const next = source[s + found[0].length] ?? '';
        const length = isHighSurrogate(char) || (value[v + 1] ?? '') !== next ? spread(value, v, next) : 1;
        for (let i = 0; i < length; i++) at.push(s);
        v += length - 1;
        s += found[0].length;
        continue;
      }
    }
    if (source[s] !== char && char !== '\uFFFD') {
      const found = source.indexOf(char, s);
      if (found < 0 || found >= end) {
        at.push(Math.min(s, Math.max(0, end - 1)));
        continue;
      }
      s = found;
    }
    at.push(s++);
  }
  walk.cursor = Math.min(s, end);
  return { text: value, at };
}

const isHighSurrogate = (char: string): boolean => char >= '\uD800' && char <= '\uDBFF';

/** How many units a character reference stands for: one, or two. */
function spread(value: string, v: number, next: string): number {
  if (isHighSurrogate(value[v] ?? '')) return 2;
  const follows = value[v + 2] ?? '';
  return v + 2 <= value.length && next !== '' && follows === next && !/[\\&\s]/.test(next) ? 2 : 1;
}

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
