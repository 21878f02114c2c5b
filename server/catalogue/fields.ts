import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';
import type { Bilingual } from '../text/span.ts';
import { isTooDeep } from '../text/yaml-depth.ts';
import type { Notes } from './notes.ts';

/** The front matter of a page as fields to be asked for; what nobody asks for is reported by `close`. */
export function readFields(yaml: string | undefined, notes: Notes): Fields | undefined {
  if (yaml === undefined) {
    notes.problem(
      1,
      'The page has no front matter between two lines "---".',
      '页面缺少以两行“---”括起的元数据。',
    );
    return undefined;
  }
  if (isTooDeep(yaml)) {
    notes.problem(2, 'The front matter is nested too deeply.', '元数据嵌套过深。');
    return undefined;
  }
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, stringKeys: true });
  for (const { pos, message } of document.errors) {
    notes.problem(counter.linePos(pos[0]).line + 1, `YAML: ${message}`, `YAML 格式错误：${message}`);
  }
  if (document.errors.length > 0) return undefined;
  // The fence is line 1 of the page, so the YAML begins on line 2.
  const lineOf = (node: Node): number => counter.linePos(node.range?.[0] ?? 0).line + 1;
  if (!isMap(document.contents)) {
    notes.problem(2, 'The front matter is not a list of keys.', '元数据不是键值结构。');
    return undefined;
  }
  return new Fields(document.contents, lineOf, notes);
}

/** Reads the values of a mapping by key. A value of the wrong form is noted and replaced by the default. */
export class Fields {
  readonly notes: Notes;
  readonly #map: YAMLMap<Node, Node | null>;
  readonly #lineOf: (node: Node) => number;
  readonly #asked = new Set<string>();

  constructor(map: YAMLMap<Node, Node | null>, lineOf: (node: Node) => number, notes: Notes) {
    this.#map = map;
    this.#lineOf = lineOf;
    this.notes = notes;
  }

  get line(): number {
    return this.#lineOf(this.#map);
  }

  /** The line of a key's value, or of the mapping when it is not there. */
  lineOf(key: string): number {
    const node = this.#map.get(key, true) as Node | undefined;
    return node ? this.#lineOf(node) : this.line;
  }

  has(key: string): boolean {
    this.#asked.add(key);
    return this.#map.has(key);
  }

  text(key: string, otherwise?: string): string {
    const node = this.#get(key);
    if (!node) return this.#absent(key, otherwise, '');
    if (isScalar(node)) return scalarText(node);
    return this.#wrong(node, key, 'a text', '文字', otherwise ?? '');
  }

  /** A day written as 2026-11-23. */
  date(key: string): string {
    const value = this.text(key);
    if (value && !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value)) {
      this.notes.problem(
        this.lineOf(key),
        `"${key}" must be a day such as 2026-11-23.`,
        `“${key}”应为日期，例如 2026-11-23。`,
      );
    }
    return value;
  }

  choice<T extends string>(key: string, known: readonly T[], otherwise?: T): T {
    const value = this.text(key, otherwise);
    if ((known as readonly string[]).includes(value)) return value as T;
    if (this.#map.has(key)) {
      this.notes.unknown(this.lineOf(key), { en: `value of "${key}"`, zh: `“${key}”的取值` }, value, known);
    }
    return otherwise ?? (known[0] as T);
  }

  bilingual(key: string): Bilingual {
    return this.optionalBilingual(key) ?? this.#absent(key, undefined, { en: '', zh: '' });
  }

  optionalBilingual(key: string): Bilingual | undefined {
    const fields = this.map(key);
    if (!fields) return undefined;
    const value = { en: fields.text('en'), zh: fields.text('zh') };
    fields.close();
    for (const locale of ['en', 'zh'] as const) {
      if (value[locale].trim() === '' && fields.has(locale)) {
        this.notes.problem(
          fields.lineOf(locale),
          `"${key}" is empty in "${locale}".`,
          `“${key}”的“${locale}”为空。`,
        );
      }
    }
    return value;
  }

  /** Words with their lines; a single word is a list of one. Absent is empty. */
  words(key: string): Word[] {
    const node = this.#get(key);
    if (!node) return [];
    const items = isSeq(node) ? (node.items as Node[]) : [node];
    return items.flatMap((item) => {
      if (isScalar(item)) return [{ text: scalarText(item), line: this.#lineOf(item) }];
      this.#wrong(item, key, 'a list of words', '词语列表', undefined);
      return [];
    });
  }

  texts(key: string): string[] {
    return this.words(key).map((word) => word.text);
  }

  chosen(key: string, what: Bilingual, known: readonly string[]): string[] {
    return this.words(key)
      .filter(({ text, line }) => {
        if (known.includes(text)) return true;
        this.notes.unknown(line, what, text, known);
        return false;
      })
      .map(({ text }) => text);
  }

  map(key: string): Fields | undefined {
    const node = this.#get(key);
    if (!node) return undefined;
    if (isMap(node)) return new Fields(node as YAMLMap<Node, Node | null>, this.#lineOf, this.notes);
    return this.#wrong(node, key, 'a mapping { … }', '键值结构 { … }', undefined);
  }

  maps(key: string): Fields[] {
    const node = this.#get(key);
    if (!node) return [];
    if (!isSeq(node)) return this.#wrong(node, key, 'a list', '列表', []);
    return (node.items as Node[]).flatMap((item) => {
      if (isMap(item)) return [new Fields(item as YAMLMap<Node, Node | null>, this.#lineOf, this.notes)];
      this.#wrong(item, key, 'a list of mappings', '由键值结构组成的列表', undefined);
      return [];
    });
  }

  /** The keys of a mapping whose keys are names; each counts as asked for. */
  keys(): Word[] {
    return this.#map.items.map(({ key }) => {
      const text = isScalar(key) ? scalarText(key) : '';
      this.#asked.add(text);
      return { text, line: this.#lineOf(key) };
    });
  }

  /** Reports the keys that nobody asked for. */
  close(): void {
    for (const { key } of this.#map.items) {
      const word = isScalar(key) ? scalarText(key) : '';
      if (this.#asked.has(word)) continue;
      if (/\s/.test(word)) {
        this.notes.problem(
          this.#lineOf(key),
          `A text with a comma needs quotes inside { }: "… ${word}".`,
          `在 { } 中，含逗号的文字须加引号：“… ${word}”。`,
        );
      } else this.notes.unknown(this.#lineOf(key), { en: 'key', zh: '键' }, word, this.#asked);
    }
  }

  #get(key: string): Node | undefined {
    this.#asked.add(key);
    const node = this.#map.get(key, true) as Node | undefined;
    return isScalar(node) && node.value === null ? undefined : node;
  }

  #absent<T>(key: string, otherwise: T | undefined, empty: T): T {
    if (otherwise !== undefined) return otherwise;
    this.notes.problem(this.line, `"${key}" is lacking.`, `缺少“${key}”。`);
    return empty;
  }

  #wrong<T>(node: Node, key: string, en: string, zh: string, otherwise: T): T {
    this.notes.problem(this.#lineOf(node), `"${key}" must be ${en}.`, `“${key}”应为${zh}。`);
    return otherwise;
  }
}

export interface Word {
  readonly text: string;
  readonly line: number;
}

/** As written, so that `1.10` and `yes` stay what they are. */
const scalarText = (node: { value: unknown; source?: string }): string =>
  typeof node.value === 'string' ? node.value.trim() : (node.source ?? String(node.value));
