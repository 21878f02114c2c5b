import type { Bilingual } from '../text/span.ts';
import type { Fields, Word } from './fields.ts';
import type { Check, ExampleOutcome, Part, Particular, Shortfall, Way } from './requirement.ts';

/** The front matter's `check`: what must be said, in which ways, with which particulars. */
export function readCheck(fields: Fields | undefined): Check {
  if (!fields) return { verb: 'none' };
  const verb = fields.choice('verb', ['clause', 'none']);
  if (verb === 'none') {
    fields.close();
    return { verb };
  }
  const common: Common = { unless: concepts('unless', fields), shortfalls: readShortfalls(fields) };
  const parts = fields.has('parts')
    ? fields.maps('parts').map((part) => readPart(part, common))
    : [readOnlyPart(fields, common)];
  const particulars = fields.maps('particulars').map(readParticular);
  fields.close();
  if (parts.some((part) => part.ways.length === 0)) {
    fields.notes.problem(
      fields.line,
      'A check needs at least one way to say it.',
      '检查至少需要一种表述方式（ways）。',
    );
  }
  const given = new Set(parts.flatMap(({ ways }) => ways.map(({ shortfall }) => shortfall)));
  for (const { text: name, line } of fields.map('shortfalls')?.keys() ?? []) {
    if (given.has(common.shortfalls.get(name))) continue;
    fields.notes.problem(line, `No way gives the shortfall "${name}".`, `没有表述方式给出“${name}”。`);
  }
  return { verb, parts, particulars };
}

/** What all ways of a check or a part have in common. */
interface Common {
  readonly unless: readonly string[];
  readonly shortfalls: ReadonlyMap<string, Shortfall>;
}

const outcomes: readonly ExampleOutcome[] = ['met', 'partial', 'weak', 'missing'];
const sides = ['supplier', 'purchaser', 'user', 'platform', 'operator', 'developer', 'staff', 'authority'];
const quantities = [
  '@period',
  '@frequency',
  '@deadline',
  '@standard',
  '@level',
  '@contact',
  '@date',
  '@amount',
  '@placeholder',
];
const side: Bilingual = { en: 'side', zh: '主体' };

/** By name, in what respects a way may fall short of `met`; `add` supplies each that has none of its own. */
function readShortfalls(fields: Fields): ReadonlyMap<string, Shortfall> {
  const add = fields.optionalBilingual('add');
  const all = fields.map('shortfalls');
  const shortfalls = new Map<string, Shortfall>();
  for (const { text, line } of all?.keys() ?? []) {
    const one = all?.map(text);
    if (!one) {
      fields.notes.problem(line, `The shortfall "${text}" is empty.`, `“${text}”没有内容。`);
      continue;
    }
    if (text === 'met') {
      fields.notes.problem(line, 'What is met falls short of nothing.', '“met”不能作为不足的名称。');
    }
    shortfalls.set(text, {
      outcome: one.choice('outcome', ['partial', 'weak']),
      lacks: one.bilingual('lacks'),
      add: one.has('add') ? (one.says('add', 'none') ? undefined : one.optionalBilingual('add')) : add,
    });
    one.close();
  }
  return shortfalls;
}

/** `ways` without `parts`: the whole clause is the one part. */
function readOnlyPart(fields: Fields, common: Common): Part {
  return {
    name: 'clause',
    message: { en: 'the clause', zh: '该条款' },
    add: undefined,
    ways: fields.maps('ways').map((way) => readWay(way, common)),
  };
}

function readPart(fields: Fields, { unless, shortfalls }: Common): Part {
  const common = { unless: [...unless, ...concepts('unless', fields)], shortfalls };
  const part = {
    name: fields.text('name'),
    message: fields.bilingual('message'),
    add: fields.optionalBilingual('add'),
    ways: fields.maps('ways').map((way) => readWay(way, common)),
  };
  fields.close();
  return part;
}

function readWay(fields: Fields, { unless, shortfalls }: Common): Way {
  const says = fields.words('says').map((word) => alternatives(word, fields));
  if (says.length === 0) {
    fields.notes.problem(
      fields.line,
      'A way needs the concepts that it says.',
      '表述方式须写明概念（says）。',
    );
  }
  const way: Way = {
    says,
    about: concepts('about', fields),
    unless: [...unless, ...concepts('unless', fields)],
    force: fields.choice('force', ['type', 'duty', 'statement', 'bar', 'hedge', 'any'], 'type'),
    bearer: fields.chosen('bearer', side, sides),
    notBearer: fields.chosen('notBearer', side, sides),
    right: fields.choice('right', outcomes, 'weak'),
    hedged: fields.choice('hedged', outcomes, 'weak'),
    shortfall: shortfalls.get(fields.choice('gives', ['met', ...shortfalls.keys()], 'met')),
    in: typesOrRegisters('in', fields),
    within: fields.choice('within', ['statement', 'paragraph', 'clause'], 'statement'),
  };
  fields.close();
  return way;
}

function readParticular(fields: Fields): Particular {
  const less: Record<string, ExampleOutcome> = {};
  const lesser = fields.map('less');
  for (const { text, line } of lesser?.keys() ?? []) {
    refer({ text, line }, fields);
    less[text] = lesser?.choice(text, ['partial', 'weak']) ?? 'partial';
  }
  const particular: Particular = {
    name: fields.text('name'),
    any: concepts('any', fields),
    anywhere: concepts('anywhere', fields),
    less,
    absent: fields.choice('absent', ['partial', 'weak', 'note'], 'partial'),
    where: fields.choice('where', ['statement', 'clause', 'section', 'document'], 'clause'),
    message: fields.bilingual('message'),
    add: fields.optionalBilingual('add'),
    in: typesOrRegisters('in', fields),
    notIn: typesOrRegisters('notIn', fields),
  };
  fields.close();
  if (particular.any.length === 0) {
    fields.notes.problem(
      fields.line,
      'A particular needs concepts or quantities that supply it ("any").',
      '细节须以“any”写明能够满足它的概念或数量。',
    );
  }
  return particular;
}

function typesOrRegisters(key: 'in' | 'notIn', fields: Fields): string[] {
  return fields.words(key).map(({ text, line }) => {
    fields.notes.refer('type-or-register', text, line);
    return text;
  });
}

const concepts = (key: string, fields: Fields): string[] =>
  fields.words(key).flatMap((word) => alternatives(word, fields));

/** `"destroy | anonymise"` is a group of alternatives. */
function alternatives({ text, line }: Word, fields: Fields): string[] {
  return text.split('|').map((part) => {
    const id = part.trim();
    refer({ text: id, line }, fields);
    return id;
  });
}

function refer({ text, line }: Word, { notes }: Fields): void {
  if (!text.startsWith('@')) notes.refer('concept', text, line);
  else if (!quantities.includes(text)) notes.unknown(line, { en: 'quantity', zh: '数量' }, text, quantities);
}
