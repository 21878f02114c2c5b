import { expect, test } from 'vitest';
import {
  chineseValue,
  letterValue,
  romanValue,
  toChinese,
  toLetters,
  toRoman,
} from '../../server/document/numerals.ts';

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [25, '二十五'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [113, '一百一十三'],
  [999, '九百九十九'],
])('%i is %s', (value, expected) => expect(toChinese(value)).toBe(expected));

test('numbers read are the numbers written', () => {
  for (let value = 1; value < 100; value++) {
    expect(chineseValue(toChinese(value))).toBe(value);
    expect(romanValue(toRoman(value))).toBe(value);
  }
  for (let value = 1; value <= 52; value++) expect(letterValue(toLetters(value))).toBe(value);
});
