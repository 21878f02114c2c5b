import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantitiesIn, quantityKinds, type QuantityKind } from '../../server/document/quantities.ts';
import { mayHoldQuantity } from '../../server/document/quantity-signs.ts';
import { fold } from '../../server/text/fold.ts';
import { runs } from '../runs.ts';

const named: readonly (readonly [QuantityKind, string])[] = [
  ['period', 'for 24 months'],
  ['period', 'twenty-four (24) calendar days'],
  ['period', '[30] business days'],
  ['period', 'within a fortnight'],
  ['period', 'after half a year'],
  ['period', '4h'],
  ['period', '三个工作日'],
  ['period', '半年'],
  ['period', '【 6 】个月'],
  ['period', '二十四小時'],
  ['period', '兩個禮拜'],
  ['period', '三个钟头'],
  ['frequency', 'once per calendar year'],
  ['frequency', 'every other week'],
  ['frequency', 'at least every six months'],
  ['frequency', 'biannually'],
  ['frequency', 'each spring'],
  ['frequency', 'on Mondays'],
  ['frequency', 'in April and October'],
  ['frequency', 'on the first Tuesday of each month'],
  ['frequency', 'no two quarters pass without'],
  ['frequency', 'a year'],
  ['frequency', '每两年'],
  ['frequency', '逐年'],
  ['frequency', '三月和九月'],
  ['frequency', '一年内至少两次'],
  ['frequency', '7×24'],
  ['deadline', 'no later than 72 hours'],
  ['deadline', 'within the next five working days'],
  ['deadline', 'has ten days to'],
  ['deadline', 'without undue delay'],
  ['deadline', 'the same day'],
  ['deadline', '三个工作日以内'],
  ['deadline', '24小时内'],
  ['deadline', '两个钟头内'],
  ['deadline', '三個工作天內'],
  ['deadline', '第一時間'],
  ['deadline', '當日'],
  ['level', 'Class IV'],
  ['level', 'tier-two'],
  ['level', 'MLPS'],
  ['level', '第三級'],
  ['level', '等保'],
  ['contact', 'security@northwind.example'],
  ['contact', 'dpo [at] northwind.example'],
  ['contact', '400-123-4567'],
  ['contact', '(0755) 8612 3456'],
  ['contact', '13812345678'],
];

describe('a sign of a quantity', () => {
  test.each(named)('%s: %s', (kind, text) => {
    expect(quantitiesIn(fold(text)).map((quantity) => quantity.kind)).toContain(kind);
    const written = [text, text.toUpperCase(), text.replaceAll(' ', '\n   > '), text.replaceAll(' ', ' **')];
    expect(written.filter((way) => !mayHoldQuantity(way, kind))).toEqual([]);
  });

  const pieces = [
    ...'one six ten fourteen twenty forty seventy-two hundred 3 30 400 13812345678 [5] (3) ● at @ a.example'.split(
      ' ',
    ),
    ...'minute hours day week months year years hrs h quarter term fortnight of old'.split(' '),
    ...'every each once twice per a the no in on by other half full working calendar first within have has'.split(
      ' ',
    ),
    ...'later than less next to pass without and May Sunday Mondays q3 24x7 annual level class tier iv'.split(
      ' ',
    ),
    ...'一 三 十 半 两 兩 个 個 第 年 月 日 天 周 季 度 小时 分钟 工作日 钟头 礼拜 星期 每 按 逐 内 內 前 之 以 立即 级 級 等保 × 【 】 - ('.split(
      ' ',
    ),
  ];

  test('is there whenever a quantity is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ', '-')), { maxLength: 9 }),
        (tokens) => {
          const text = tokens.flat().join('');
          const kinds = new Set(quantitiesIn(fold(text)).map(({ kind }) => kind));
          const unseen = quantityKinds.filter((kind) => kinds.has(kind) && !mayHoldQuantity(text, kind));
          expect(unseen).toEqual([]);
        },
      ),
      runs(20_000),
    );
  });
});
