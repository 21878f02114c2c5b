import { entryOf, type FrontMatter, type YamlEntry, type YamlValue } from '../text/front-matter.ts';
import type { Problem, Span } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import type { Comment } from './comments.ts';
import type { Declaration, Declared } from './model.ts';

/**
 * What a document says of itself: `clausecheck:` in its front matter, and comments `<!-- clausecheck: type=… -->`.
 * The front matter wins. `body` is the offset at which the text behind the front matter begins.
 */
export function readDeclaration(
  frontMatter: FrontMatter | undefined,
  comments: readonly Comment[],
  body: number,
): { readonly declaration: Declaration; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [...(frontMatter?.problems ?? [])];
  const own = frontMatter?.root && entryOf(frontMatter.root, 'clausecheck');
  const said = [
    ...(own ? fromYaml(own, problems) : []),
    ...comments.filter((c) => /^clausecheck:/.test(c.text)).flatMap(fromComment),
  ];
  const answers: Answers = { types: [], one: new Map() };
  for (const { key, value } of said) take(key, value, answers, problems);
  const title = frontMatter?.root && entryOf(frontMatter.root, 'title')?.value;
  const name = frontMatter?.root && entryOf(frontMatter.root, 'name')?.value;
  return {
    declaration: {
      span: frontMatter?.span ?? { start: body, end: body },
      hasFrontMatter: frontMatter !== undefined,
      own: own && { start: own.keySpan.start, end: Math.max(own.keySpan.end, own.value.span.end) },
      types: answers.types,
      addressee: answers.one.get('addressee'),
      actingFor: answers.one.get('acting-for'),
      buyer: answers.one.get('buyer'),
      applies: answers.one.get('applies')?.value !== 'false',
      title: textOf(title) ?? textOf(name),
    },
    problems,
  };
}

interface Answers {
  readonly types: Declared<string>[];
  readonly one: Map<string, Declared<string>>;
}

interface Said {
  readonly key: Declared<string>;
  readonly value: Declared<string>;
}

/** The values each key may have; the types are known to the catalogue alone. */
const known: Readonly<Record<string, readonly string[] | undefined>> = {
  type: undefined,
  addressee: ['carrier', 'internet-service', 'domain-body', 'app-store', 'supplier', 'other'],
  'acting-for': ['purchaser', 'supplier', 'platform', 'user'],
  buyer: ['ciio'],
  applies: ['true', 'false'],
};

function take(key: Declared<string>, value: Declared<string>, answers: Answers, problems: Problem[]): void {
  if (!Object.hasOwn(known, key.value)) {
    problems.push(unknown(key, Object.keys(known), { en: 'key', zh: '键' }));
    return;
  }
  const values = known[key.value];
  if (values && !values.includes(value.value)) {
    problems.push(unknown(value, values, { en: `value of ${key.value}`, zh: ` ${key.value} 的值` }));
    return;
  }
  if (key.value === 'type') {
    if (!answers.types.some((type) => type.value === value.value)) answers.types.push(value);
  } else if (!answers.one.has(key.value)) answers.one.set(key.value, value);
}

function unknown(
  { value, span }: Declared<string>,
  words: readonly string[],
  what: { readonly en: string; readonly zh: string },
): Problem {
  const near = suggest(value, words);
  const list = words.join(', ');
  return {
    span,
    message: {
      en: `clausecheck: unknown ${what.en} "${value}". ${near ? `Did you mean "${near}"?` : `Known: ${list}.`}`,
      zh: `clausecheck：未知的${what.zh}“${value}”。${near ? `是否应为“${near}”？` : `可用：${list}。`}`,
    },
  };
}

function fromYaml(own: YamlEntry, problems: Problem[]): Said[] {
  const { value } = own;
  if (value.kind !== 'map') {
    problems.push({
      span: value.kind === 'scalar' && value.value === null ? own.keySpan : value.span,
      message: {
        en: 'clausecheck: keys are expected here, for example { type: privacy-policy }.',
        zh: 'clausecheck：此处应为键值，例如 { type: privacy-policy }。',
      },
    });
    return [];
  }
  return value.entries.flatMap(({ key, keySpan, value: said }): Said[] => {
    const name = { value: key, span: keySpan };
    return scalarsOf(said).map((scalar) => ({ key: name, value: scalar }));
  });
}

function scalarsOf(value: YamlValue): Declared<string>[] {
  if (value.kind === 'list') return value.items.flatMap(scalarsOf);
  if (value.kind === 'map') return [{ value: '', span: value.span }];
  return value.value === null ? [] : [{ value: value.text.trim(), span: value.span }];
}

function textOf(value: YamlValue | undefined): Declared<string> | undefined {
  if (value?.kind !== 'scalar' || typeof value.value !== 'string' || value.text.trim() === '')
    return undefined;
  return { value: value.text.trim(), span: value.span };
}

/** `type=a, b addressee=carrier`, also with colons, in braces, and quoted. */
function fromComment({ text, start }: Comment): Said[] {
  const pair =
    /([\w-]+)\s*[=:]\s*(\[[^\]]*\]|(?:"[^"]*"|'[^']*'|[\w./-]+)(?:\s*,\s*(?:"[^"]*"|'[^']*'|[\w./-]+)(?![\w-]*\s*[=:]))*)/g;
  const body = 'clausecheck:'.length;
  return [...text.slice(body).matchAll(pair)].flatMap(([whole, key = '', values = ''], i, all): Said[] => {
    const at = start + body + (all[i]?.index ?? 0);
    const name = { value: key, span: { start: at, end: at + key.length } };
    const from = at + whole.length - values.length;
    return [...values.matchAll(/[\w./-]+/g)].map((match) => ({
      key: name,
      value: { value: match[0], span: spanAt(from + match.index, match[0].length) },
    }));
  });
}

const spanAt = (start: number, length: number): Span => ({ start, end: start + length });
