import { describe, expect, test } from 'vitest';
import { nextNumber } from '../../server/assess/numbering.ts';
import type { ClauseNumber, NumberStyle } from '../../server/document/model.ts';

const number = (written: string, style: NumberStyle, value: number): ClauseNumber => ({
  written,
  style,
  value,
});

describe('the next number', () => {
  test.each([
    ['9.2', 'decimal', 2, false, '9.3 '],
    ['9.', 'decimal', 9, false, '10. '],
    ['9.', 'decimal', 9, true, '9A. '],
    ['第九条', 'tiao', 9, false, '第十条　'],
    ['第十九条', 'tiao', 19, false, '第二十条　'],
    ['第九条', 'tiao', 9, true, '第九条之一　'],
    ['第9条', 'tiao', 9, false, '第10条　'],
    ['三、', 'ideographic', 3, false, '四、'],
    ['（三）', 'bracketed', 3, false, '（四）'],
    ['(3)', 'bracketed', 3, false, '(4)'],
    ['（三）', 'bracketed', 3, true, ''],
    ['(a)', 'letter', 1, false, ''],
  ] as const)('%s (%s %i, taken: %s) → %s', (written, style, value, taken, expected) =>
    expect(nextNumber(number(written, style, value), taken)).toBe(expected),
  );
});
