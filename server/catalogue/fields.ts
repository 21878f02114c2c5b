import { entryOf, type YamlMap, type YamlScalar, type YamlValue } from '../text/front-matter.ts';
import type { Lines } from '../text/lines.ts';
import type { Bilingual } from '../text/span.ts';
import type { Notes } from './notes.ts';
import type { PageText } from './page-text.ts';

/** The front matter of a page as fields to be asked for; what nobody asks for is reported by `close`. */
export function readFields({ frontMatter, lines }: PageText, notes: Notes): Fields | undefined {
  if (!frontMatter?.opened) {
    notes.problem(
      1,
      'The page has no front matter between two lines "---".',
      '页面缺少以两行“---”括起的元数据。',
    );
    return undefined;
  }
  const { root, problems } = frontMatter;
  for (const { span, message } of problems) {
    notes.problem(lines.lineAt(span.start) + 1, message.en, message.zh);
  }
  if (root) return new Fields(root, lines, notes);
  if (problems.length === 0) {
    notes.problem(2, 'The front matter is not a list of keys.', '元数据不是键值结构。');
  }
  return undefined;
}

/** Reads the values of a mapping by key. A value of the wrong form is noted and replaced by the default. */
export class Fields {
  readonly notes: Notes;
  readonly #map: YamlMap;
  readonly #lines: Lines;
  readonly #asked = new Set<string>();

  constructor(map: YamlMap, lines: Lines, notes: Notes) {
    this.#map = map;
    this.#lines = lines;
    this.notes = notes;
  }

  get line(): number {
    return this.#lineOf(this.#map);
  }

  /** The line of a key's value, or of the mapping when it is not there. */
  lineOf(key: string): number {
    const entry = entryOf(this.#map, key);
    return entry ? this.#lineOf(entry.value) : this.line;
  }

  has(key: string): boolean {
    this.#asked.add(key);
    return entryOf(this.#map, key) !== undefined;
  }

  text(key: string, otherwise?: string): string {
    const node = this.#get(key);
    if (!node) return this.#absent(key, otherwise, '');
    if (node.kind === 'scalar') return textOf(node);
    return this.#wrong(node, key, 'a text', '文字', otherwise ?? '');
  }

  /** Whether a key's value is this one word. */
  says(key: string, word: string): boolean {
    const node = this.#get(key);
    return node?.kind === 'scalar' && textOf(node) === word;
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
    if (this.has(key)) {
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
    const items = node.kind === 'list' ? node.items : [node];
    return items.flatMap((item) => {
      if (item.kind === 'scalar') return [{ text: textOf(item), line: this.#lineOf(item) }];
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
    if (node.kind === 'map') return new Fields(node, this.#lines, this.notes);
    return this.#wrong(node, key, 'a mapping { … }', '键值结构 { … }', undefined);
  }

  maps(key: string): Fields[] {
    const node = this.#get(key);
    if (!node) return [];
    if (node.kind !== 'list') return this.#wrong(node, key, 'a list', '列表', []);
    return node.items.flatMap((item) => {
      if (item.kind === 'map') return [new Fields(item, this.#lines, this.notes)];
      this.#wrong(item, key, 'a list of mappings', '由键值结构组成的列表', undefined);
      return [];
    });
  }

  /** The keys of a mapping whose keys are names; each counts as asked for. */
  keys(): Word[] {
    return this.#map.entries.map(({ key, keySpan }) => {
      this.#asked.add(key);
      return { text: key, line: this.#lines.lineAt(keySpan.start) + 1 };
    });
  }

  /** Reports the keys that nobody asked for. */
  close(): void {
    for (const { key, keySpan } of this.#map.entries) {
      if (this.#asked.has(key)) continue;
      const line = this.#lines.lineAt(keySpan.start) + 1;
      if (/\s/.test(key)) {
        this.notes.problem(
          line,
          `A text with a comma needs quotes inside { }: "… ${key}".`,
          `在 { } 中，含逗号的文字须加引号：“… ${key}”。`,
        );
      } else this.notes.unknown(line, { en: 'key', zh: '键' }, key, this.#asked);
    }
  }

  #get(key: string): YamlValue | undefined {
    this.#asked.add(key);
    const value = entryOf(this.#map, key)?.value;
    return value?.kind === 'scalar' && value.value === null ? undefined : value;
  }

  #lineOf(value: YamlValue): number {
    return this.#lines.lineAt(value.span.start) + 1;
  }

  #absent<T>(key: string, otherwise: T | undefined, empty: T): T {
    if (otherwise !== undefined) return otherwise;
    this.notes.problem(this.line, `"${key}" is lacking.`, `缺少“${key}”。`);
    return empty;
  }

  #wrong<T>(node: YamlValue, key: string, en: string, zh: string, otherwise: T): T {
    this.notes.problem(this.#lineOf(node), `"${key}" must be ${en}.`, `“${key}”应为${zh}。`);
    return otherwise;
  }
}

export interface Word {
  readonly text: string;
  readonly line: number;
}

/** As written, so that `1.10` and `yes` stay what they are. */
const textOf = ({ text }: YamlScalar): string => text.trim();
