import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budget, costOf, isHarmless, isTooComplex } from '../../server/document/guard.ts';
import { runs } from '../runs.ts';

/** What costs, in lines, so that every kind of line comes about. */
const piece = fc.constantFrom(
  '*', '_', '~~', '[', '](', '<', '<!', '|', '@', '[^1]', 'https://a', 'word ', ' ', '- ', '> ', '1. ', '  ', '=', '-',
  '\n', '\n', '\n\n', '\r\n', '\r', '\t',
); // prettier-ignore

test('what is harmless at a glance is so at a closer look', () => {
  let harmless = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 200 }), (pieces, times) => {
      const text = pieces.join('').repeat(times);
      if (!isHarmless(text)) return;
      harmless++;
      expect(costOf(text)).toBeLessThanOrEqual(budget);
    }),
    runs(400),
  );
  expect(harmless).toBeGreaterThan(50);
});

test.each([
  ['a page of prose', 'We notify every customer within a day. '.repeat(200), false],
  ['a table of contents', '- [Incidents](#incidents)\n'.repeat(200), false],
  ['asterisks that never end', '*a '.repeat(4000), true],
  ['quotations in quotations', '> '.repeat(100) + 'a', true],
])('%s', (_, text, tooComplex) => expect(isTooComplex(text)).toBe(tooComplex));
