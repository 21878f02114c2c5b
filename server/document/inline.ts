import { FlatBuilder, type Flat } from './flat.ts';
import { withoutLeftovers } from './leftovers.ts';
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
    flat: new FlatBuilder(),
  };
  if ('children' in node) for (const child of node.children) visit(child as PhrasingContent, walk);
  return withoutLeftovers(walk.flat.flat());
}

interface Walk {
  readonly source: string;
  /** What stands before it in the source has been read. */
  cursor: number;
  readonly limit: number;
  /** How many HTML deletions are open. */
  struck: number;
  readonly flat: FlatBuilder;
}

function visit(node: PhrasingContent, walk: Walk): void {
  const start = node.position?.start.offset;
  if (start !== undefined) walk.cursor = start;
  const end = node.position?.end.offset;
  switch (node.type) {
    case 'text':
      align(node.value, walk, end ?? walk.limit);
      break;
    case 'inlineCode': {
      while (walk.source[walk.cursor] === '`') walk.cursor++;
      align(node.value, walk, end ?? walk.limit, 'literal');
      break;
    }
    case 'emphasis':
    case 'strong':
    case 'link':
    case 'linkReference':
      for (const child of node.children) visit(child, walk);
      break;
    case 'break':
      add(walk, '\n', walk.cursor);
      break;
    case 'html':
      takeTag(node.value, walk);
      break;
    case 'delete':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      break;
  }
  if (end !== undefined) walk.cursor = end;
}

/** What a tag between words does to them. */
export function takeTag(tag: string, walk: Pick<Walk, 'struck' | 'flat' | 'cursor'>): void {
  if (/^<(?:del|s|strike)[\s>]/i.test(tag)) walk.struck++;
  else if (/^<\/(?:del|s|strike)\s*>/i.test(tag)) walk.struck = Math.max(0, walk.struck - 1);
  else if (/^<(?:br|p|li|div)\b/i.test(tag)) add(walk, '\n', walk.cursor);
}

function add({ struck, flat }: Pick<Walk, 'struck' | 'flat'>, text: string, at: number): void {
  if (struck === 0) flat.add(text, at);
}

/**
 * Finds the characters of a text in its source again: a backslash or a prefix of the line may stand before one, or a
 * character reference in its place. Where the two cannot be brought together it stays at the last place it knew.
 */
function align(written: string, walk: Walk, end: number, how?: 'literal'): void {
  const value = written.replace(/\r\n?/g, '\n');
  const { source } = walk;
  let s = walk.cursor;
  for (let v = 0; v < value.length; v++) {
    const char = value.charAt(v);
    if (char === '\n') {
      const line = /\r\n|\r|\n/g;
      line.lastIndex = s;
      const found = line.exec(source);
      if (found && found.index < end) {
        add(walk, char, found.index);
        s = line.lastIndex;
        const next = value.charAt(v + 1);
        while (s < end && source[s] !== next && ' \t>'.includes(source[s] ?? '')) s++;
      } else add(walk, char, s);
      continue;
    }
    if (how === 'literal') {
      // Code has neither.
    } else if (source[s] === '\\' && source[s + 1] === char && /[!-/:-@[-`{-~]/.test(char)) s++;
    else if (source[s] === '&') {
      const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,40});/y;
      reference.lastIndex = s;
      const found = reference.exec(source);
      if (found && (char !== '&' || /^&(?:amp|#0*38|#x0*26);$/i.test(found[0]))) {
        const next = source[s + found[0].length] ?? '';
        const length = isHighSurrogate(char) || value.charAt(v + 1) !== next ? spread(value, v, next) : 1;
        for (let i = 0; i < length; i++) add(walk, value.charAt(v + i), s);
        v += length - 1;
        s += found[0].length;
        continue;
      }
    }
    if (source[s] !== char && char !== '\uFFFD') {
      const found = source.indexOf(char, s);
      if (found < 0 || found >= end) {
        add(walk, char, Math.min(s, Math.max(0, end - 1)));
        continue;
      }
      s = found;
    }
    add(walk, char, s++);
  }
  walk.cursor = Math.min(s, end);
}

const isHighSurrogate = (char: string): boolean => char >= '\uD800' && char <= '\uDBFF';

/** How many units a character reference stands for: one, or two. */
function spread(value: string, v: number, next: string): number {
  if (isHighSurrogate(value[v] ?? '')) return 2;
  const follows = value[v + 2] ?? '';
  return v + 2 <= value.length && next !== '' && follows === next && !/[\\&\s]/.test(next) ? 2 : 1;
}
