import { isScalar, isSeq, type Node, type Pair, type ParsedNode } from 'yaml';
import type { Bilingual, Span } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';

/** A value in a configuration, as the YAML parser gives it. */
export type Value = Node | null;

/** Who is told of what is wrong. */
export type Reporter = (span: Span, message: Bilingual) => void;

/** One of the words that are allowed; what else stands there is told. */
export function oneOf<T extends string>(
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

/** A text or a list of them, each with its place. */
export function strings(node: Value, report: Reporter): { value: string; at: Span }[] {
  const items = isSeq(node) ? (node.items as Value[]) : isEmpty(node) ? [] : [node];
  return items.flatMap((item) => {
    // To YAML, a bare `!` begins a tag and a bare `*` an alias.
    if (isScalar(item) && typeof item.value === 'string' && !item.tag?.startsWith('!'))
      return [{ value: item.value, at: spanOf(item) }];
    report(spanOf(item), {
      en: 'expected text or a list of texts; what begins with * or ! stands in quotation marks',
      zh: '应为文本或者文本列表；以 * 或 ! 开头的须加引号',
    });
    return [];
  });
}

export const isEmpty = (node: Value): boolean => node === null || (isScalar(node) && node.value === null);

/** The keys of a map with their values. */
export function entriesOf(
  map: { items: Pair[] },
  report: Reporter,
): { key: ParsedNode; name: string; value: Value }[] {
  return (map.items as Pair<ParsedNode, Value>[]).flatMap(({ key, value }) => {
    if (isScalar(key)) return [{ key, name: String(key.value), value }];
    report(spanOf(key), { en: 'expected a plain key', zh: '键应为普通文本' });
    return [];
  });
}

export const spanOf = (node: Value): Span => ({ start: node?.range?.[0] ?? 0, end: node?.range?.[1] ?? 0 });

/** A word that is none of those allowed, with the one that may be meant. */
export function unknown(kind: Bilingual, value: string, allowed: readonly string[]): Bilingual {
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
