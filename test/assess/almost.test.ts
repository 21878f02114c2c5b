import pages from 'catalogue:pages';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../server/assess/assessment.ts';
import { repairsFor } from '../../server/assess/fixes.ts';
import { makeContext } from '../../server/assess/context.ts';
import { makeLibrary, noSettings, review, type Which } from '../../server/assess/review.ts';
import { traceAt } from '../../server/assess/trace.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));

function judged(text: string, slug: string, types: readonly string[] = [], which: Which = 'all'): Assessment {
  const { assessments, type } = review(readDocument(text), library, { ...noSettings, types }, which);
  expect(type.types).toEqual(types);
  const found = assessments.find(({ requirement }) => requirement.id === `opinions/${slug}`);
  if (!found) throw new Error(slug);
  return found;
}

const duties = 'user-security-duties';
const officer = 'security-responsibility';

/** A whole clause in terms of use. */
describe.each([
  ['en', '# Notes\n\nPlease note that sharing your password is not allowed.\n', 'Please note that'],
  ['zh', '# 说明\n\n请勿传播计算机病毒。\n', '请勿'],
])('%s: the words count in another type of document', (_, text, start) => {
  test('weak, and what is lacking says so', () => {
    const { outcome, lacking, evidence } = judged(text, duties);
    expect(outcome).toBe('weak');
    expect(lacking.map(({ message }) => message.en)).toEqual([expect.stringContaining('another type')]);
    expect(evidence.map((passage) => passage.text)).toEqual([expect.stringContaining(start)]);
    expect(evidence[0]?.trace.outcome).toBe('weak');
  });

  test('not missing for whoever asks only that', () => {
    for (const which of ['expected', 'findings'] as const)
      expect(judged(text, duties, [], which).missing).toBe(false);
  });

  test('where the type is known it counts, or not at all', () => {
    expect(judged(text, duties, ['terms-of-use']).outcome).toBe('met');
    expect(judged(text, duties, ['security-budget-policy']).outcome).toBe('missing');
  });

  test('nothing of it is replaced', () => {
    const document = readDocument(text);
    const { assessments } = review(document, library, noSettings);
    const repairs = repairsFor(judged(text, duties), assessments, makeContext(document, library, []));
    expect(repairs.map(({ kind }) => kind)).toEqual(['insert']);
  });

  test('the trace shows it', () => {
    const document = readDocument(text);
    const report = review(document, library, noSettings);
    const [trace] = traceAt(document, report, library, { start: text.indexOf(start), end: text.length });
    const trial = trace?.trials.find((t) => t.assessment.requirement.id.endsWith(duties));
    expect(trial?.verdict).toMatchObject({ kind: 'accepted', rank: 0, trace: { outcome: 'weak' } });
  });
});

describe.each([
  ['en', 'Cyber security matters to us.', 'We appoint a person in charge.', 'Lunch is at noon.'],
  ['zh', '我们重视网络安全。', '本单位任命负责人。', '午餐在十二点。'],
])('%s: only the text beside it names the matter', (_, matter, clause, other) => {
  const of = (...blocks: string[]): Assessment => judged(`# Notes\n\n${blocks.join('\n\n')}\n`, officer);

  test('weak beside it', () => {
    const { outcome, lacking } = of(matter, clause);
    expect(outcome).toBe('weak');
    expect(lacking.map(({ message }) => message.en)).toEqual([expect.stringContaining('beside it')]);
  });

  test('missing far from it, or without it', () => {
    expect(of(matter, other, other, other, clause).outcome).toBe('missing');
    expect(of(clause).outcome).toBe('missing');
  });
});

test.each([
  ['a heading', '# Notes\n\n## Sharing your password is not allowed\n\nLunch is at noon.\n'],
  ['a question', '# Notes\n\nIs sharing your password not allowed?\n'],
  ['one word', '# Notes\n\nPasswords are changed now and then.\n'],
])('%s is not near', (_, text) => expect(judged(text, duties).outcome).toBe('missing'));

test('what is denied is not near', () => {
  const denied = 'We have no obligation to appoint a person in charge of cyber security.';
  const text = `# Notes\n\n${denied}\n\nWe appoint a person in charge.\n`;
  const { outcome, denied: isDenied } = judged(text, officer);
  expect([outcome, isDenied]).toEqual(['missing', true]);
  expect(judged(text, officer, [], 'findings').missing).toBe(true);
});
