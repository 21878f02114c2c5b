import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../server/document/document.ts';
import { seen } from './reading.ts';
import { joinedTree, wholeTree } from './whole.ts';
import { runs } from '../runs.ts';

/** Lines of all that documents are made of, in any order. */
const line = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      '',
      'The Supplier shall:',
      '乙方应当：',
      'Text of [a] and [^b].',
      '第一条',
    ),
  },
  fc.constantFrom(
    '# A',
    '## 1.1 B',
    '#C',
    '**D**',
    'E',
    '===',
    '---',
    '***',
    '> quote',
    '> - item',
    '- item',
    '  - deep',
  ),
  fc.constantFrom(
    '1. one',
    '1. two',
    '(a) alpha;',
    '(i) roman;',
    '（一）甲；',
    '1.1 第一',
    '    indented',
    '\ta tab',
    '第二条 乙方应当删除。',
  ),
  fc.constantFrom(
    '```',
    '~~~',
    '  ```',
    '````js',
    '<div>',
    '</div>',
    '<!-- a',
    '-->',
    '<!-- clausecheck-disable -- x -->',
    '<script>',
    '</script>',
    '<?',
    '?>',
  ),
  fc.constantFrom(
    '[a]: /url',
    '[^b]: note',
    '[a]:',
    '| a | b |',
    '|---|---|',
    '+---+---+',
    '| x | y |',
    '--- ---',
    'a  b',
  ),
  fc.constantFrom(
    '{% x %}',
    '{{#y}}z{{/y}}',
    '[u]{.deletion}',
    '&amp;&nbsp;&#x4e00;',
    '\\*a\\* **b** `c`',
    '~~gone~~',
    '![i](j)',
    'a<br>b',
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const text = fc
  .tuple(
    fc.array(line, { maxLength: 30 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    fc.constantFrom('', '', '\uFEFF', '---\ntitle: t\n---\n'),
  )
  .map(([lines, end, head]) => head + lines.join(end));

describe('whatever the text', () => {
  test('reading never fails, and spans lie inside', () => {
    fc.assert(
      fc.property(text, (t) => {
        const document = readDocument(t);
        let at = document.declaration.span.end;
        for (const { section, offset } of document.sections) {
          expect(offset).toBe(at);
          expect(t.slice(offset, offset + section.text.length)).toBe(section.text);
          at += section.text.length;
          const { length } = section.text;
          const headings = section.headings();
          section.blocks().forEach((block, index) => {
            const { span, prose, leadIn, under } = block;
            expect([0 <= span.start, span.start <= span.end, span.end <= length]).toEqual([true, true, true]);
            expect(leadIn === undefined || leadIn < index).toBe(true);
            expect(under).toBeLessThan(headings.length);
            for (let i = 0; i < prose.text.length; i++) {
              expect(prose.source(i)).toBeLessThanOrEqual(prose.source(i + 1));
              expect(prose.source(i)).toBeGreaterThanOrEqual(0);
            }
            expect(prose.source(prose.text.length)).toBeLessThanOrEqual(length);
            expect(prose.folded).toHaveLength(prose.text.length);
          });
        }
        expect(at).toBe(t.length);
        for (const { span } of document.problems) expect(span.end).toBeLessThanOrEqual(t.length);
      }),
      runs(300),
    );
  });

  test('sections parse as the whole', () => {
    fc.assert(
      fc.property(text, (t) => {
        const body = t.replace(/^\uFEFF+/, '');
        expect(joinedTree(body).tree).toBe(wholeTree(body));
      }),
      runs(300),
    );
  });

  test('reading again equals reading anew', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(8),
        fc.oneof(
          line,
          line.map((l) => `\n${l}\n`),
        ),
        (t, from, remove, insert) => {
          const start = from % (t.length + 1);
          const changed = t.slice(0, start) + insert + t.slice(start + remove);
          const before = readDocument(t);
          seen(before);
          expect(seen(readDocument(changed, before))).toEqual(seen(readDocument(changed)));
        },
      ),
      runs(300),
    );
  });

  test('however often it is read again', () => {
    const part = fc.constantFrom(
      '# One\n',
      '## Two\n',
      '#\n',
      '\n',
      'Words.\n',
      '```\n',
      '~~~\n',
      '<div>\n',
      '<!--\n',
      '-->\n',
      '- item\n',
      '> quote\n',
      '[a]: /u\n',
      '[a] and [^n]\n',
      '[^n]: note\n',
      `1.1 ${'A long clause. '.repeat(120)}\n\n`,
      '---\n',
      '    code\n',
    );
    const edit = fc.tuple(fc.nat(), fc.nat(40), fc.array(part, { maxLength: 3 }));
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 30 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (parts, edits) => {
          let text = parts.join('');
          let document = readDocument(text);
          for (const [from, remove, insert] of edits) {
            const start = from % (text.length + 1);
            text = text.slice(0, start) + insert.join('') + text.slice(start + remove);
            document = readDocument(text, document);
            expect(seen(document)).toEqual(seen(readDocument(text)));
          }
        },
      ),
      runs(300),
    );
  });
});
