import { describe, expect, test } from 'vitest';
import { traceAt } from '../../server/assess/trace.ts';
import { hoverAt } from '../../server/features/hover.ts';
import { traceText } from '../../server/features/trace.ts';
import { particularName } from '../../server/features/trace-words.ts';
import { featureOf, library } from './support.ts';

const head = { en: '# Contract\n\n## Security\n\n', zh: '# 采购合同\n\n## 网络安全\n\n' };
const contract = (language: 'en' | 'zh', clause: string): string =>
  `---\nclausecheck: { type: procurement-contract }\n---\n${head[language]}${clause}\n`;

/** What was thought of the clause for one requirement: `accepted`, or the reason of its rejection. */
function thought(text: string, clause: string, slug: string): string | undefined {
  const { document, report } = featureOf(text);
  const start = text.indexOf(clause);
  const [trace] = traceAt(document, report, library, { start, end: start + clause.length });
  const trial = trace?.trials.find((t) => t.assessment.requirement.id === `opinions/${slug}`);
  return trial && (trial.verdict.kind === 'accepted' ? 'accepted' : trial.verdict.reason);
}

describe.each([
  ['en', 'The Supplier shall notify the Purchaser of every security incident within 24 hours.', 'accepted'],
  ['en', 'The Purchaser shall notify the Supplier of every security incident within 24 hours.', 'bearer'],
  ['en', 'Whereas the Supplier shall notify the Purchaser of every security incident.', 'role'],
  ['en', 'The Supplier shall not notify the Purchaser of any security incident.', 'force'],
  ['en', 'The Supplier shall notify the Purchaser of the delivery.', 'unsaid'],
  ['zh', '乙方应当在发现安全事件后24小时内通知甲方。', 'accepted'],
  ['zh', '甲方应当在发现安全事件后24小时内通知乙方。', 'bearer'],
  ['zh', '鉴于乙方应当将安全事件通知甲方。', 'role'],
  ['zh', '乙方不得将安全事件通知甲方。', 'force'],
  ['zh', '乙方应当在交货前通知甲方。', 'unsaid'],
] as const)('%s: %s', (language, clause, expected) => {
  test(`is told as ${expected}`, () =>
    expect(thought(contract(language, clause), clause, 'incident-notification')).toBe(expected));

  test.each(['en', 'zh'] as const)('has words in %s for all that it tells', (locale) => {
    const text = contract(language, clause);
    const { document, report } = featureOf(text);
    const start = text.indexOf(clause);
    for (const trace of traceAt(document, report, library, { start, end: start + 1 })) {
      const told = traceText(trace, document, library, locale);
      expect(told).not.toMatch(/undefined|\[object|@\w/);
      expect(told).toContain(clause);
    }
  });
});

const names = new Set(library.catalogue.concepts.map(({ id }) => id));

test.each(['en', 'zh'] as const)('concepts, parts and particulars are told by name (%s)', (locale) => {
  const text =
    '---\nclausecheck: { type: privacy-policy }\n---\n# Privacy policy\n\ntw_pref keeps the language chosen, for 1 year. It was tested.\n';
  const { document, report } = featureOf(text);
  const told = traceAt(document, report, library, { start: 0, end: text.length })
    .map((trace) => traceText(trace, document, library, locale))
    .join('\n');
  // The list of all concepts says in brackets where the vocabulary has them.
  const lines = told.split('\n').filter((line) => !/^- (?:concepts: |概念：)/.test(line));
  const shown = lines.join('\n').match(/(?<![/\w-])[a-z]+(?:-[a-z]+)+(?![\w-])/g) ?? [];
  expect(shown.filter((word) => names.has(word))).toEqual([]);
  if (locale === 'zh') expect(told).toContain('`opinions/pi-storage` 地点或者期限');
});

test('what is told of the past is said in words', () => {
  const clause = 'The product has passed a security test.';
  const text = contract('en', clause);
  const { document, report } = featureOf(text);
  const start = text.indexOf(clause);
  const [trace] = traceAt(document, report, library, { start, end: start + 1 });
  const told = (locale: 'en' | 'zh') => (trace ? traceText(trace, document, library, locale) : '');
  expect(told('en')).toContain('said as an account of what is already so');
  expect(told('zh')).toContain('效力：对已有情况的陈述');
});

test('every part and particular of a page has a name in both languages', () => {
  const all = library.checked.flatMap(({ check }) =>
    check.verb === 'none' ? [] : [...(check.parts.length > 1 ? check.parts : []), ...check.particulars],
  );
  expect(all.filter(({ name }) => !/\p{Script=Han}/u.test(particularName(name, 'zh')))).toEqual([]);
});

test('a hover tells words, bearer, particulars and what else was considered', () => {
  const text =
    '---\nclausecheck: { type: privacy-policy }\n---\n# Privacy policy\n\nWe notify users of every data breach within 24 hours. We delete their personal information once a year.\n';
  const answer = hoverAt(featureOf(text), text.indexOf('notify'), 'en');
  expect(answer?.markdown).toContain('a plain statement, on the operator');
  expect(answer?.markdown).toContain('particulars: time limit – found');
  expect(answer?.markdown).toContain('*Also considered here*');
  const chinese = contract('zh', '乙方应当在发现安全事件后24小时内通知甲方。');
  const told = hoverAt(featureOf(chinese), chinese.indexOf('通知'), 'zh')?.markdown;
  expect(told).toContain('义务，由供应商承担');
  expect(told).toContain('要素：时限 – 已找到');
});
