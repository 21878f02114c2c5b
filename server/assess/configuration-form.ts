import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Catalogue, Level } from '../catalogue/requirement.ts';
import type { Locale, Problem, Span } from '../text/span.ts';
import { isTooDeep } from '../text/yaml-depth.ts';
import { codesOf } from './codes.ts';
import {
  entriesOf,
  isEmpty,
  oneOf,
  spanOf,
  strings,
  unknown,
  type Reporter,
  type Value,
} from './configuration-values.ts';
import { faultOf } from './globs.ts';

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

function globs(node: Value, report: Reporter): string[] {
  return strings(node, report).flatMap(({ value, at }, index) => glob(value, at, report, index === 0));
}

function glob(value: string, at: Span, report: Reporter, isFirst = true): string[] {
  const fault = faultOf(value, isFirst);
  if (fault) report(at, fault);
  return fault ? [] : [value];
}
