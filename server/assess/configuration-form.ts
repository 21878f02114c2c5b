import picomatch from 'picomatch/posix';
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
  type ParsedNode,
} from 'yaml';
import type { Catalogue, Level } from '../catalogue/requirement.ts';
import type { Bilingual, Locale, Problem, Span } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import { isTooDeep } from '../text/yaml-depth.ts';
import { codesOf } from './codes.ts';

/** What a `clausecheck.yaml` says. Globs are relative to the folder the file stands in. */
export interface Configuration {
  /** The first entry whose glob fits a file says its types. */
  readonly types: readonly { readonly files: readonly string[]; readonly types: readonly string[] }[];
  /** By requirement id, by the code of another finding, or by pack. */
  readonly levels: Readonly<Record<string, Level>>;
  readonly ignore: readonly string[];
  readonly addressee: string | undefined;
  readonly actingFor: string | undefined;
  readonly buyer: string | undefined;
  /** The language of messages on the command line. */
  readonly language: Locale | undefined;
}

export const noConfiguration: Configuration = {
  types: [],
  levels: {},
  ignore: [],
  addressee: undefined,
  actingFor: undefined,
  buyer: undefined,
  language: undefined,
};

/** What is wrong with a configuration. Lines and columns count from 1; the span is in UTF-16 offsets. */
export interface ConfigurationProblem extends Problem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads a `clausecheck.yaml`. What is wrong is named and left out; the rest holds. With a catalogue, types and
 * requirements are checked against it.
 */
export function readConfiguration(
  text: string,
  path: string,
  catalogue?: Catalogue,
): { readonly configuration: Configuration; readonly problems: readonly ConfigurationProblem[] } {
  const counter = new LineCounter();
  const problems: ConfigurationProblem[] = [];
  const report: Reporter = (span, message) => {
    const { line, col } = counter.linePos(span.start);
    problems.push({ path, line: Math.max(1, line), column: Math.max(1, col), span, message });
  };
  if (isTooDeep(text)) {
    counter.addNewLine(0);
    report({ start: 0, end: 0 }, { en: 'nested too deeply to be read', zh: '嵌套过深，无法读取' });
    return { configuration: noConfiguration, problems };
  }
  return { configuration: readRoot(text, counter, known(catalogue), report), problems };
}

type Reporter = (span: Span, message: Bilingual) => void;

interface Known {
  readonly types: readonly string[];
  /** What a level can be set for. */
  readonly codes: readonly string[];
}

const known = (catalogue: Catalogue | undefined): Known | undefined =>
  catalogue && {
    types: catalogue.types.map((type) => type.id),
    codes: codesOf(catalogue),
  };

const keys = ['types', 'levels', 'ignore', 'addressee', 'acting-for', 'buyer', 'language'];
const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];
const locales: readonly Locale[] = ['en', 'zh'];
const addressees = ['carrier', 'internet-service', 'domain-body', 'app-store', 'supplier', 'other'];
const sides = ['purchaser', 'supplier', 'platform', 'user'];

function readRoot(
  text: string,
  counter: LineCounter,
  names: Known | undefined,
  report: Reporter,
): Configuration {
  const yaml = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  for (const { pos, message } of yaml.errors) {
    report(
      { start: pos[0], end: pos[1] },
      { en: `not valid YAML: ${message}`, zh: `YAML 写法有误：${message}` },
    );
  }
  const root = yaml.contents;
  if (root === null || isEmpty(root)) return noConfiguration;
  if (!isMap(root)) {
    report(spanOf(root), {
      en: `expected keys and values, such as "ignore: [drafts/]"`,
      zh: '应为键和值，例如“ignore: [drafts/]”',
    });
    return noConfiguration;
  }
  let found = noConfiguration;
  for (const { key, value, name } of entriesOf(root, report)) {
    switch (name) {
      case 'types':
        found = { ...found, types: typeRules(value, names, report) };
        break;
      case 'levels':
        found = { ...found, levels: levelsBy(value, names, report) };
        break;
      case 'ignore':
        found = { ...found, ignore: globs(value, report) };
        break;
      case 'addressee':
        found = { ...found, addressee: oneOf(value, addressees, report) };
        break;
      case 'acting-for':
        found = { ...found, actingFor: oneOf(value, sides, report) };
        break;
      case 'buyer':
        found = { ...found, buyer: oneOf(value, ['ciio'], report) };
        break;
      case 'language':
        found = { ...found, language: oneOf(value, locales, report) };
        break;
      default:
        report(spanOf(key), unknown({ en: 'key', zh: '键' }, name, keys));
    }
  }
  return found;
}

/** A list of `{ files, type }`, or a map from glob to type. */
function typeRules(node: Value, names: Known | undefined, report: Reporter): Configuration['types'] {
  if (isMap(node)) {
    return entriesOf(node, report).map(({ key, name, value }) => ({
      files: glob(name, spanOf(key), report),
      types: typeIds(value, names, report),
    }));
  }
  if (!isSeq(node)) {
    report(spanOf(node), {
      en: 'expected a list of "files: … type: …", or a type for each glob',
      zh: '应为“files: … type: …”的列表，或者为每个通配路径写明类型',
    });
    return [];
  }
  return (node.items as Value[]).flatMap((item) => {
    if (!isMap(item)) {
      report(spanOf(item), { en: 'expected "files: … type: …"', zh: '应为“files: … type: …”' });
      return [];
    }
    let files: readonly string[] | undefined;
    let types: readonly string[] | undefined;
    for (const { key, name, value } of entriesOf(item, report)) {
      if (name === 'files') files = globs(value, report);
      else if (name === 'type' || name === 'types') types = typeIds(value, names, report);
      else report(spanOf(key), unknown({ en: 'key', zh: '键' }, name, ['files', 'type']));
    }
    if (files && types) return [{ files, types }];
    const lacking = files ? 'type' : 'files';
    report(spanOf(item), { en: `"${lacking}" is missing`, zh: `缺少“${lacking}”` });
    return [];
  });
}

const typeIds = (node: Value, names: Known | undefined, report: Reporter): string[] =>
  strings(node, report).flatMap(({ value, at }) => {
    if (!names || names.types.includes(value)) return [value];
    report(at, unknown({ en: 'document type', zh: '文件类型' }, value, names.types));
    return [];
  });

function levelsBy(node: Value, names: Known | undefined, report: Reporter): Record<string, Level> {
  if (!isMap(node)) {
    report(spanOf(node), {
      en: 'expected a level for each requirement or pack, such as "opinions/pi-storage: error"',
      zh: '应为每个检查项或检查包写明级别，例如“opinions/pi-storage: error”',
    });
    return {};
  }
  const found: Record<string, Level> = {};
  for (const { key, name, value } of entriesOf(node, report)) {
    if (names && !names.codes.includes(name)) {
      report(spanOf(key), unknown({ en: 'requirement or pack', zh: '检查项或检查包' }, name, names.codes));
      continue;
    }
    const level = oneOf(value, levels, report, { en: 'level', zh: '级别' });
    if (level) found[name] = level;
  }
  return found;
}

const globs = (node: Value, report: Reporter): string[] =>
  strings(node, report).flatMap(({ value, at }) => glob(value, at, report));

/** A glob of ordinary length; nothing longer names a file, and matching it could take long. */
function glob(value: string, at: Span, report: Reporter): string[] {
  if (value.trim() === '' || value.length > 300) {
    report(at, {
      en: 'expected a file path or glob of at most 300 characters',
      zh: '应为文件路径或通配路径，不超过300个字符',
    });
    return [];
  }
  try {
    picomatch.makeRe(value, { strictBrackets: true, noextglob: true });
    return [value];
  } catch {
    report(at, {
      en: `bracket without its other half in "${value}"; write \\ in front of one that is part of a name`,
      zh: `“${value}”中的括号不成对；括号属于文件名的，在其前加 \\`,
    });
    return [];
  }
}

function oneOf<T extends string>(
  node: Value,
  allowed: readonly T[],
  report: Reporter,
  kind: Bilingual = { en: 'value', zh: '值' },
): T | undefined {
  // YAML reads a bare `off` as text, but people who quote booleans elsewhere write `false`.
  const value = isScalar(node) ? String(node.value) : undefined;
  const found = allowed.find((name) => name === value);
  if (!found) report(spanOf(node), unknown(kind, value ?? '', allowed));
  return found;
}

function strings(node: Value, report: Reporter): { value: string; at: Span }[] {
  const items = isSeq(node) ? (node.items as Value[]) : isEmpty(node) ? [] : [node];
  return items.flatMap((item) => {
    if (isScalar(item) && typeof item.value === 'string') return [{ value: item.value, at: spanOf(item) }];
    report(spanOf(item), { en: 'expected text or a list of texts', zh: '应为文本或者文本列表' });
    return [];
  });
}

type Value = Node | null;

const isEmpty = (node: Value): boolean => node === null || (isScalar(node) && node.value === null);

function entriesOf(
  map: { items: Pair[] },
  report: Reporter,
): { key: ParsedNode; name: string; value: Value }[] {
  return (map.items as Pair<ParsedNode, Value>[]).flatMap(({ key, value }) => {
    if (isScalar(key)) return [{ key, name: String(key.value), value }];
    report(spanOf(key), { en: 'expected a plain key', zh: '键应为普通文本' });
    return [];
  });
}

const spanOf = (node: Value): Span => ({ start: node?.range?.[0] ?? 0, end: node?.range?.[1] ?? 0 });

function unknown(kind: Bilingual, value: string, allowed: readonly string[]): Bilingual {
  const near = suggest(value, allowed);
  const list = allowed.length <= 8 ? allowed : [];
  return {
    en:
      `unknown ${kind.en} "${value}"` +
      (near ? `; did you mean "${near}"?` : list.length > 0 ? `; known: ${list.join(', ')}` : ''),
    zh:
      `未知的${kind.zh}“${value}”` +
      (near ? `；是否应为“${near}”？` : list.length > 0 ? `；可用：${list.join('、')}` : ''),
  };
}
