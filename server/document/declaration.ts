import { entryOf, type FrontMatter, type YamlEntry, type YamlValue } from '../text/front-matter.ts';
import type { Bilingual, Problem, Span } from '../text/span.ts';
import { isNear, suggest } from '../text/suggest.ts';
import type { Comment } from './comments.ts';
import type { Declaration, Declared } from './model.ts';

/**
 * What a document says of itself: `clausecheck:` in its front matter, and comments `<!-- clausecheck: type=… -->`.
 * The front matter wins. `body` is the offset at which the text behind the front matter begins.
 */
export function readDeclaration(
  text: string,
  frontMatter: FrontMatter | undefined,
  comments: readonly Comment[],
  body: number,
): { readonly declaration: Declaration; readonly problems: readonly Problem[] } {
  const entries = frontMatter?.root?.entries ?? [];
  const problems = frontMatter
    ? [...frontMatter.problems, ...entries.filter(isMisspelt).map(misspelt)]
    : unread(text, body);
  const own = frontMatter?.root && entryOf(frontMatter.root, 'clausecheck');
  const said = [
    ...(own ? fromYaml(own, problems) : []),
    ...comments.flatMap((comment) => fromComment(comment, problems)),
  ];
  const answers: Answers = { types: [], one: new Map() };
  for (const { key, value } of said) take(key, value, answers, problems);
  const title = frontMatter?.root && entryOf(frontMatter.root, 'title')?.value;
  const name = frontMatter?.root && entryOf(frontMatter.root, 'name')?.value;
  return {
    declaration: {
      span: frontMatter?.span ?? { start: body, end: body },
      hasFrontMatter: frontMatter !== undefined,
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
  if (value.value === '') {
    problems.push(withoutValue(key));
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
  if (value.kind !== 'map' || value.entries.length === 0) {
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
    const scalars = scalarsOf(said);
    return (scalars.length > 0 ? scalars : [{ value: '', span: keySpan }]).map((value) => ({
      key: name,
      value,
    }));
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

/** What was meant to be a declaration, among comments that only speak of us. */
const meant = /^clausecheck(?:\s*[:：=]|\s+(?:[\w-]+\s*=|type\s*[:：]))/i;

/** `type=a, b addressee=carrier`, also with colons, in braces, and quoted. */
const pair =
  /([\w-]+)\s*[=:]\s*(\[[^\]]*\]|(?:"[^"]*"|'[^']*'|[\w./-]+)(?:\s*,\s*(?:"[^"]*"|'[^']*'|[\w./-]+)(?![\w-]*\s*[=:]))*)/g;

function fromComment({ text, start, span }: Comment, problems: Problem[]): Said[] {
  const body = text.startsWith('clausecheck:') ? 'clausecheck:'.length : text.length;
  const said = [...text.slice(body).matchAll(pair)].flatMap((match): Said[] => {
    const [whole, key = '', values = ''] = match;
    const at = start + body + match.index;
    const name = { value: key, span: { start: at, end: at + key.length } };
    const from = at + whole.length - values.length;
    return [...values.matchAll(/[\w./-]+/g)].map((value) => ({
      key: name,
      value: { value: value[0], span: spanAt(from + value.index, value[0].length) },
    }));
  });
  if (said.length === 0 && meant.test(text)) problems.push({ span, message: unreadComment });
  return said;
}

const unreadComment: Bilingual = {
  en: 'This declaration is not read. Write it like this: <!-- clausecheck: type=privacy-policy -->',
  zh: '该声明未能读取。请按此形式书写：<!-- clausecheck: type=privacy-policy -->',
};

/** Our key among the first lines behind a line `---`. */
const ourKey =
  /\s*---[ \t]*(?:\r\n|\r|\n)(?:[ \t]*[^\s][^\r\n]*(?:\r\n|\r|\n)){0,20}?(?=clausecheck[ \t]*[:：])/iy;

/** Front matter that names us and was not taken for any. */
function unread(text: string, body: number): Problem[] {
  ourKey.lastIndex = body;
  if (!ourKey.test(text)) return [];
  const message = {
    en: 'Front matter not read: it must stand at the very top between two lines "---", and hold lines of "key: value".',
    zh: '文件头元数据未能读取：应位于文件最前，前后各有一行“---”，其间各行为“键: 值”（半角冒号）。',
  };
  return [{ span: spanAt(ourKey.lastIndex, 'clausecheck'.length), message }];
}

/** A key of the front matter that is ours but for some letters; for more of them if one of our keys stands below it. */
function isMisspelt({ key, value }: YamlEntry): boolean {
  if (key === 'clausecheck') return false;
  const isOurs = value.kind === 'map' && value.entries.some((entry) => Object.hasOwn(known, entry.key));
  return isNear(key, 'clausecheck', isOurs ? 3 : 2);
}

const misspelt = ({ key, keySpan }: YamlEntry): Problem => ({
  span: keySpan,
  message: {
    en: `The declaration below "${key}" is not read. Did you mean "clausecheck"?`,
    zh: `“${key}”之下的声明未能读取。是否应为“clausecheck”？`,
  },
});

function withoutValue({ value, span }: Declared<string>): Problem {
  const words = known[value]?.join(', ');
  return {
    span,
    message: {
      en: `clausecheck: "${value}" has no value. ${words ? `Known: ${words}.` : 'Write for example { type: privacy-policy }.'}`,
      zh: `clausecheck：“${value}”没有值。${words ? `可用：${words}。` : '例如可写为 { type: privacy-policy }。'}`,
    },
  };
}

const spanAt = (start: number, length: number): Span => ({ start, end: start + length });
