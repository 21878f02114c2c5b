import { describe, expect, test } from 'vitest';
import { quantitiesIn } from '../../server/document/quantities.ts';
import { sentencesOf } from '../../server/document/sentences.ts';
import { fold } from '../../server/text/fold.ts';

describe('sentences', () => {
  test.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    [
      'The Supplier, e.g. Acme Inc. and others, shall pay.',
      ['The Supplier, e.g. Acme Inc. and others, shall pay.'],
    ],
    ['See Section 4.2 for details. It applies.', ['See Section 4.2 for details.', 'It applies.']],
    ['1. The Supplier shall report.', ['1. The Supplier shall report.']],
    ['乙方应当报告。甲方应当记录；并存档。', ['乙方应当报告。', '甲方应当记录；', '并存档。']],
    ['我们收集信息（包括姓名；电话）。', ['我们收集信息（包括姓名；电话）。']],
    ['He said “Stop.” Then he left.', ['He said “Stop.”', 'Then he left.']],
    ['(a) keep logs; (b) report incidents.', ['(a) keep logs;', '(b) report incidents.']],
  ])('%s', (text, expected) =>
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected),
  );
});

describe('quantities', () => {
  test.each([
    ['within thirty (30) days', 'deadline', ['within thirty (30) days']],
    ['在发现后24小时内', 'deadline', ['24小时内']],
    ['at least annually', 'frequency', ['annually']],
    ['每两年开展一次', 'frequency', ['每两年']],
    ['保存六个月', 'period', ['六个月']],
    ['2024年5月1日起', 'period', []],
    ['符合 GB/T 22239-2019 第三级要求', 'standard', ['GB/T 22239-2019']],
    ['符合 GB/T 22239-2019 第三级要求', 'level', ['第三级']],
    ['具有三级资质', 'level', []],
    ['write to security@example.com', 'contact', ['security@example.com']],
    ['within [●] days', 'deadline', []],
    ['promptly and in a timely manner', 'deadline', []],
  ])('%s: %s', (text, kind, expected) => {
    const found = quantitiesIn(fold(text)).filter((q) => q.kind === kind);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
