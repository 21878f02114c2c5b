import { describe, expect, test } from 'vitest';
import { readDocument } from '../../server/document/document.ts';
import { statementsOf } from '../../server/document/statements.ts';

/** Each statement behind what leads in to it. */
const read = (text: string): string[] =>
  readDocument(text).sections.flatMap(({ section }) =>
    statementsOf(section).map(({ text: own, leadIn, affirms, isTitled }) =>
      [leadIn && `${leadIn.text} →`, own, affirms && '(yes)', isTitled && '(titled)']
        .filter(Boolean)
        .join(' '),
    ),
  );

describe('a short answer leans on the question in front of it', () => {
  test.each([
    [
      'yes',
      '## Do staff get training?\n\nYes, every year.',
      'Do staff get training? → Yes, every year. (yes)',
    ],
    ['a time', '## When do you delete it?\n\n30 days after.', 'When do you delete it? → 30 days after.'],
    ['a name', '**Who is in charge?**\n\nJo, our CTO.', 'Who is in charge? → Jo, our CTO.'],
    ['每年', '## 多久演练一次？\n\n每年一次。', '多久演练一次？ → 每年一次。'],
    ['是的', '## 会删除吗？\n\n是的，三十日内。', '会删除吗？ → 是的，三十日内。 (yes)'],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });

  test.each([
    ['no', '## Do you sell it?\n\nNo, never.', 'No, never.'],
    ['a sentence of its own', '## Where is it?\n\nWe keep it in Dublin.', 'We keep it in Dublin.'],
    ['the second sentence', '## Is it tested?\n\nYes. Every year.', 'Every year.'],
    ['no question', '## Training\n\nEvery year.', 'Every year.'],
  ])('not: %s', (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe('a title on the line leads in to the next sentence', () => {
  test.each([
    [
      'of a clause',
      'C.4.3 Security incidents. The Contractor shall call at once. It shall write later.',
      ['C.4.3 Security incidents. → The Contractor shall call at once. (titled)', 'It shall write later.'],
    ],
    ['a whole sentence is none', 'We log all access. The logs are kept.', ['The logs are kept.']],
  ])('%s', (_, text, expected) => {
    expect(read(`# A\n\n${text}\n`)).toEqual(expect.arrayContaining(expected));
  });
});
