import { describe, expect, it } from 'vitest';
import { frameOf } from '../../server/cli/reports/frame.ts';

describe('the frame of a finding', () => {
  it('counts Chinese characters as two cells', () => {
    expect(frameOf('乙方应当 delete 数据', 2, 4)).toEqual({
      code: '乙方应当 delete 数据',
      indent: 4,
      carets: 4,
    });
  });

  it('shows at least one caret, at the end of a line too', () => {
    expect(frameOf('abc', 3, 3)).toEqual({ code: 'abc', indent: 3, carets: 1 });
    expect(frameOf('', 0, 0)).toEqual({ code: '', indent: 0, carets: 1 });
  });

  it('cuts a window out of a long line, with the words in question in it', () => {
    const line = '甲乙'.repeat(200) + 'HERE' + '丙丁'.repeat(200);
    const { code, indent, carets } = frameOf(line, 400, 404, 60);
    expect(code).toMatch(/^…(甲乙|乙).*HERE(丙丁)+.*…$/);
    expect(carets).toBe(4);
    expect(indent).toBe(1 + 2 * code.slice(1, code.indexOf('HERE')).length);
  });

  it('lets no control character reach the terminal, nor one that turns the direction of writing', () => {
    const { code } = frameOf('a\u001b[31m\tb\u202ec\u0007', 0, 1);
    expect(code).toBe('a\ufffd[31m b\ufffdc\ufffd');
  });

  it('does not cut a character in two', () => {
    const { code } = frameOf('𠮷'.repeat(300), 301, 303, 40);
    expect(code).not.toMatch(/[\ud800-\udfff]/u);
  });
});
