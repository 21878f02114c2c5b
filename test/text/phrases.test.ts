import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../server/text/fold.ts';
import { inflections } from '../../server/text/inflections.ts';
import { expand, matchPhrases, sizeOf } from '../../server/text/phrases.ts';
import { runs } from '../runs.ts';

/** The words found, in order of their end. */
const found = (phrases: string[], text: string): string[] => {
  const folded = fold(text);
  return matchPhrases(phrases.map((phrase) => ({ id: phrase, phrase })))
    .find(folded)
    .map(({ start, end }) => text.slice(start, end));
};

describe('the phrase language', () => {
  test.each([
    ['delete~', 'We deleted it; deleting and deletion follow.', ['deleted', 'deleting', 'deletion']],
    [
      'personal (information|data)',
      'Personal Data and personal information',
      ['Personal Data', 'personal information'],
    ],
    ['cyber security', 'Cyber-security is not cybersecurity', ['Cyber-security']],
    [
      'report~ ... authority',
      'We report every serious incident to the authority.',
      ['report every serious incident to the authority'],
    ],
    ['report~ ... authority', 'We report. Long after that the authority came.', []],
    ['应急预案', '网络安全應急預案', ['應急預案']],
    ['通知 ... 用户', '发现后应当立即通知受影响的用户', ['通知受影响的用户']],
    ['act', 'The actor acts in fact', []],
    ['iso 27001', 'ISO 27001:2022', ['ISO 27001']],
    ['(a |)plan', 'plan a plan', ['plan', 'a plan', 'plan']],
  ])('%s in %s', (phrase, text, expected) => expect(found([phrase], text)).toEqual(expected));

  const pattern = fc.letrec<{ list: string; row: string }>((tie) => ({
    list: fc
      .array(
        fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constantFrom('甲', '乙', ''), tie('row')),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((choices) => `(${choices.join('|')})`),
    row: fc
      .array(
        fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constantFrom('丙', '丁'), tie('list')),
        {
          maxLength: 3,
        },
      )
      .map((places) => places.join('')),
  })).row;
  test('the size of a part is told without writing it out', () => {
    fc.assert(
      fc.property(pattern, (part) => {
        fc.pre(sizeOf(part).written <= 2000);
        const wordings = expand(part);
        expect(sizeOf(part).written).toBe(wordings.length);
        expect(sizeOf(part).wordings).toBeGreaterThanOrEqual(new Set(wordings).size);
        expect(sizeOf(part).wordings).toBeLessThanOrEqual(wordings.length);
      }),
      runs(300),
    );
    expect(sizeOf('(a|b) (c|d(e|f)) g')).toEqual({ wordings: 6, written: 4 });
  });

  test('inflections are those a reader knows', () => {
    expect(inflections('notify')).toEqual(expect.arrayContaining(['notifies', 'notified', 'notifying']));
    expect(inflections('stop')).toEqual(expect.arrayContaining(['stopped', 'stopping']));
    expect(inflections('anonymise')).toEqual(expect.arrayContaining(['anonymized', 'anonymisation']));
  });

  test('alternatives multiply', () => expect(expand('(a|b) (c|d)')).toEqual(['a c', 'a d', 'b c', 'b d']));
});

test('one pass finds what a search for each phrase finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '网', '络'), minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
      fc.array(word, { maxLength: 30 }),
      (words, pieces) => {
        const text = pieces.join(' ');
        const each = words.flatMap((w) => found([w], text).map(() => w)).sort();
        expect(
          matchPhrases(words.map((phrase) => ({ id: phrase, phrase })))
            .find(text)
            .map((h) => h.id)
            .sort(),
        ).toEqual(each);
      },
    ),
    runs(1000),
  );
});

test('folding keeps every offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length),
    runs(1000),
  );
  expect(fold('“Ｎetwork” 網絡')).toBe('"network" 网络');
});
