import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { cellsOf, common } from '../../server/cli/reports/cells.ts';

test('common characters take as many cells as the tables of Unicode say', () => {
  const units = Array.from({ length: 0xfffe }, (_, code) => String.fromCharCode(code)).filter((c) =>
    common.test(c),
  );
  expect(units.length).toBeGreaterThan(21_000);
  expect(units.filter((unit) => cellsOf(unit) !== stringWidth(unit))).toEqual([]);
});

test('so do texts of several', () => {
  const texts = ['shall 应当', '“甲方”……', 'café', '👍🏽 ok', 'e\u0301'];
  expect(texts.map(cellsOf)).toEqual(texts.map((text) => stringWidth(text)));
});
