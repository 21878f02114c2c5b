import { describe, expect, test } from 'vitest';
import {
  firstBelow,
  inOneSeries,
  numberBehind,
  shapeOf,
  writeNumber,
  type NumberShape,
} from '../../server/assess/numbering.ts';
import { readNumber } from '../../server/document/clause-number.ts';

/** As the reader reads it at the beginning of a clause. */
function shape(written: string): NumberShape {
  const number = readNumber(`${written} x`);
  const found = number && shapeOf(number);
  if (!found) throw new Error(written);
  return found;
}

describe('the first free number', () => {
  test.each([
    ['9.2', '', '9.3'],
    ['9.2', '9.3', '9.2A'],
    ['9.2', '9.2A 9.3', '9.2B'],
    ['9.2A', '9.3', '9.2B'],
    ['9.2A', '', '9.3'],
    ['9.', '', '10.'],
    ['9.', '10.', '9A.'],
    ['8A.1', '', '8A.2'],
    ['3.0', '', '4.0'],
    ['Section 4.2:', '', 'Section 4.3:'],
    ['ARTICLE IV.', '', 'ARTICLE V.'],
    ['(c)', '', '(d)'],
    ['(c)', '(d)', undefined],
    ['(z)', '', undefined],
    ['ii)', '', 'iii)'],
    ['(3)', '', '(4)'],
    ['第九条', '', '第十条'],
    ['第十九条', '', '第二十条'],
    ['第九条', '第十条', '第九条之一'],
    ['第九条之一', '第十条', '第九条之二'],
    ['第九条之九', '第十条', '第九条之十'],
    ['第9条', '', '第10条'],
    ['第二章', '第三章', '第二章之一'],
    ['三、', '', '四、'],
    ['三、', '四、', '三之一、'],
    ['（三）', '', '（四）'],
    ['（三）', '（四）', undefined],
    ['③', '', '④'],
    ['附件三', '', '附件四'],
  ])('behind %s, taken %s: %s', (elder, taken, expected) => {
    const found = numberBehind(shape(elder), taken === '' ? [] : taken.split(' ').map(shape));
    expect(found && writeNumber(found)).toBe(expected);
  });

  test('lists count by themselves and take none in between', () => {
    const list: NumberShape = { ...shape('2.'), style: 'list' };
    expect(numberBehind(list, [{ ...list, value: 3 }])).toBeUndefined();
  });
});

test.each(['9.2A', '9A.', '第九条之十', '三之一、', '8A.1'])('%s is read as it is written', (written) =>
  expect(writeNumber(shape(written))).toBe(written),
);

test.each([
  ['9.2', '9.3A.', true],
  ['9.2', '8.3', false],
  ['第三条', '第4条', true],
  ['第三条', '第三章', false],
  ['（一）', '（1）', false],
  ['(a)', 'a)', false],
])('%s and %s: one series is %s', (a, b, expected) => expect(inOneSeries(shape(a), shape(b))).toBe(expected));

test.each([
  ['5.', '4.', '4.1', '5.1'],
  ['4A.', '4.', '4.3', '4A.1'],
  ['第五条', '第四条', '4.2', '5.1'],
  ['ARTICLE V.', 'ARTICLE IV.', 'Section 4.2', 'Section 5.1'],
  ['4.3', '4.2', '4.2.1', '4.3.1'],
  ['五、', '四、', '（一）', '（一）'],
  ['V.', 'IV.', '(b)', '(a)'],
  ['第五章', '第四章', '第四条', undefined],
])('the first clause of %s, where that of %s has %s: %s', (heading, other, clause, expected) => {
  const found = firstBelow(shape(heading), { heading: shape(other), clause: shape(clause) });
  expect(found && writeNumber(found)).toBe(expected);
});
