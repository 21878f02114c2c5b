import { expect, test } from 'vitest';
import { cut } from '../../server/document/cuts.ts';

const paragraph = 'The parties agree on the following and nothing else of what they talked about. '.repeat(6);
const clauses = Array.from({ length: 40 }, (_, i) => `${i + 1}.1 ${paragraph}\nIt goes on.\n`).join('\n');
const piecesOf = (text: string): string[] =>
  cut(text, 0, () => true).map((piece) => piece.replaceAll('\r\n', '\n'));

test('a long stretch is cut alike with either line end', () => {
  const pieces = piecesOf(clauses);
  expect(pieces.length).toBeGreaterThan(5);
  expect(piecesOf(clauses.replaceAll('\n', '\r\n'))).toEqual(pieces);
});

test('never between two lines of one paragraph', () => {
  const lines = `${'3.1 A line that ends here\r\n'.repeat(400)}\r\n`;
  expect(piecesOf(lines)).toHaveLength(1);
});
