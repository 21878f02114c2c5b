import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from '../../server/text/difference.ts';
import { Lines } from '../../server/text/lines.ts';
import { runs } from '../runs.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', '甲', '\n', '\r', '\r\n'), { maxLength: 20 })
  .map((all) => all.join(''));

const startsOf = (lines: Lines): number[] =>
  Array.from({ length: lines.count }, (_, line) => lines.startOf(line));

test('lines taken over from the text before are those of the text as it is', () => {
  fc.assert(
    fc.property(text, text, text, text, (head, gone, put, tail) => {
      const [before, now] = [head + gone + tail, head + put + tail];
      const lines = new Lines(before);
      expect(lines.count).toBe(before.split(/\r\n|\r|\n/).length);
      const difference = differenceOf(before, now);
      expect(now).toBe(
        before.slice(0, difference.start) +
          now.slice(difference.start, difference.end) +
          before.slice(difference.oldEnd),
      );
      expect(startsOf(new Lines(now, { lines, difference }))).toEqual(startsOf(new Lines(now)));
    }),
    runs(2000),
  );
});

test('an offset stands on the line that holds it, and outside on the nearest', () => {
  const lines = new Lines('a\r\nb\n\nc');
  expect([-1, 0, 2, 3, 4, 5, 6, 7, 99].map((offset) => lines.lineAt(offset))).toEqual([
    0, 0, 0, 1, 1, 2, 3, 3, 3,
  ]);
});
