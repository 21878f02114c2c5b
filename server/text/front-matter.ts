import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Problem, Span } from './span.ts';
import { isTooDeep } from './yaml-depth.ts';

/**
 * The front matter at the head of a text: YAML between two lines `---`. Some tools leave out the first of them; then
 * the lines above the other must all look like keys and values. Spans are offsets into `text`, in UTF-16 units.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const start = skipMarks(text);
  const found = fenced(text, start) ?? unopened(text, start);
  return found && { ...found, ...readYaml(text, found.content) };
}

export interface FrontMatter {
  /** With its fences and the line end behind the last one. */
  readonly span: Span;
  /** Between the fences. */
  readonly content: Span;
  /** Whether the line `---` stands above it. */
  readonly opened: boolean;
  /** Undefined when it is empty, broken or no mapping. */
  readonly root: YamlMap | undefined;
  readonly problems: readonly Problem[];
}

export type YamlValue = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlValue;
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly YamlValue[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: string | number | boolean | null;
  /** As text; empty for nothing. */
  readonly text: string;
}

export const entryOf = (map: YamlMap, key: string): YamlEntry | undefined =>
  map.entries.find((entry) => entry.key === key);

/** The offset behind the byte order marks a text begins with. */
export function skipMarks(text: string): number {
  let start = 0;
  while (text.charCodeAt(start) === 0xfeff) start++;
  return start;
}

type Place = Pick<FrontMatter, 'span' | 'content' | 'opened'>;

function fenced(text: string, start: number): Place | undefined {
  const open = /---[ \t]*(?:\r\n|\r|\n)/y;
  open.lastIndex = start;
  if (!open.test(text)) return undefined;
  const from = open.lastIndex;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|(?![^]))/gm;
  close.lastIndex = from;
  for (let match = close.exec(text); match; match = close.exec(text)) {
    if (!beginsLine(text, match.index)) continue;
    const content = { start: from, end: match.index };
    const place = { span: { start, end: match.index + match[0].length }, content, opened: true };
    return looksLikeYaml(text.slice(from, match.index)) ? place : undefined;
  }
  return undefined;
}

/** A line is a key, a list item, a comment, the rest of a value, or blank. */
const keyLine = /^["']?[\p{L}_$][^:：\n]{0,60}["']?:(?:\s|$)/u;

/** All of it in braces, perhaps with comments at its head. */
const flow = /^\s*\{\s*(?:#[^\r\n]*[\r\n]\s*)*["']?[\p{L}_$][^:：\n{}]{0,60}:[^]*\}\s*$/u;

/** Else the two lines are thematic breaks with text between them. */
function looksLikeYaml(yaml: string): boolean {
  if (flow.test(yaml)) return true;
  const lines = yaml.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (lines.length === 0) return true;
  const keys = lines.filter((line) => keyLine.test(line)).length;
  const others = lines.filter((line) => /^[^\s\-\]}]/.test(line)).length - keys;
  return keyLine.test(lines[0] ?? '') && keys >= others;
}

function unopened(text: string, start: number): Place | undefined {
  const end = /^---[ \t]*$/m.exec(text.slice(start, start + 4000));
  if (!end || end.index === 0) return undefined;
  const content = { start, end: start + end.index };
  const lines = text
    .slice(content.start, content.end)
    .split(/\r\n|\r|\n/)
    .slice(0, -1);
  const key = /^[A-Za-z][\w-]*:(?:\s|$)/;
  const keys = lines.filter((line) => key.test(line)).length;
  const known = /^(?:clausecheck|title|name|layout|type):/.test(lines[0] ?? '');
  if (!key.test(lines[0] ?? '') || keys < (known ? 1 : 2)) return undefined;
  if (!lines.every((line) => key.test(line) || /^(?:\s+\S|- |#)/.test(line))) return undefined;
  const behind = /(?:\r\n|\r|\n)?/y;
  behind.lastIndex = content.end + end[0].length;
  behind.test(text);
  return { span: { start, end: behind.lastIndex }, content, opened: false };
}

const beginsLine = (text: string, at: number): boolean => at === 0 || /[\r\n]/.test(text[at - 1] ?? '');

/** Front matter longer than this is no declaration anybody wrote. */
const most = 64_000;

function readYaml(text: string, content: Span): Pick<FrontMatter, 'root' | 'problems'> {
  // YAML ends a line at a lone CR only in its oldest version; the lengths stay the same.
  const yaml = text.slice(content.start, content.end).replace(/\r(?!\n)/g, '\n');
  const fail = (span: Span, en: string, zh: string) => ({
    root: undefined,
    problems: [{ span, message: { en: `Front matter: ${en}`, zh: `文件头元数据：${zh}` } }],
  });
  if (yaml.length > most) return fail(firstLine(text, content), 'too long to read.', '过长，未读取。');
  if (isTooDeep(yaml)) return fail(firstLine(text, content), 'nested too deeply.', '嵌套过深。');
  try {
    const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent', stringKeys: true });
    const error = document.errors[0];
    if (error) {
      const start = Math.min(content.start + error.pos[0], Math.max(content.start, content.end - 1));
      const end = Math.max(start, Math.min(content.end, content.start + error.pos[1]));
      return fail({ start, end }, `broken YAML. ${error.message}`, `YAML 格式错误（${error.message}）`);
    }
    const root = toValue(document.contents, content, content.start);
    return { root: root.kind === 'map' ? root : undefined, problems: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail(firstLine(text, content), `broken YAML. ${message}`, `YAML 格式错误（${message}）`);
  }
}

function firstLine(text: string, { start, end }: Span): Span {
  const stop = text.slice(start, end).search(/[\r\n]/);
  return { start, end: stop < 0 ? end : start + stop };
}

/** Our own tree, so that nobody else needs to know the parser; `around` places what has no place of its own. */
function toValue(node: unknown, around: Span, base: number): YamlValue {
  const nothing: YamlScalar = {
    kind: 'scalar',
    span: { start: around.end, end: around.end },
    value: null,
    text: '',
  };
  if (isAlias(node)) return nothing;
  if (isScalar(node)) {
    const { value } = node;
    const span = spanOf(node.range, around, base);
    if (typeof value === 'string') return { kind: 'scalar', span, value, text: value };
    const plain = typeof value === 'number' || typeof value === 'boolean' ? value : null;
    return { kind: 'scalar', span, value: plain, text: plain === null ? '' : (node.source ?? String(plain)) };
  }
  if (isSeq(node)) {
    const span = spanOf(node.range, around, base);
    return { kind: 'list', span, items: node.items.map((item) => toValue(item, span, base)) };
  }
  if (isMap(node)) {
    const span = spanOf(node.range, around, base);
    const entries = node.items.flatMap((pair): YamlEntry[] => {
      if (!isScalar(pair.key)) return [];
      const keySpan = spanOf(pair.key.range, span, base);
      return [{ key: String(pair.key.value), keySpan, value: toValue(pair.value, keySpan, base) }];
    });
    return { kind: 'map', span, entries };
  }
  return nothing;
}

const spanOf = (
  range: readonly [number, number, number] | null | undefined,
  around: Span,
  base: number,
): Span => (range ? { start: base + range[0], end: base + range[1] } : around);
