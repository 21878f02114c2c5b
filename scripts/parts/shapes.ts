import { linesOf, type SourceLine } from './source-lines.ts';

/** A list of single lines under a sentence with a colon, and where it stands (lines from 0). */
interface PlainList {
  readonly lead: number;
  readonly first: number;
  readonly last: number;
  readonly items: readonly string[];
}

/** "We share it: - a; - b" → "We share it: (a) a; (b) b." */
export function asProse(text: string): string {
  return rewriteLists(text, (lead, items, wide) => {
    const numbered = items.map((item, i) => {
      const plain = item.replace(/[;；.。,，]?\s*(?:and|or|以及|和|或)?$/, '');
      return wide ? `（${i + 1}）${plain}` : `(${String.fromCharCode(97 + i)}) ${plain}`;
    });
    return [`${lead}${wide ? '' : ' '}${numbered.join(wide ? '；' : '; ')}${wide ? '。' : '.'}`];
  });
}

/** The same list as the rows of a table. */
export function asTable(text: string): string {
  return rewriteLists(text, (lead, items, wide) => [
    lead,
    '',
    wide ? '| 序号 | 内容 |' : '| No. | Item |',
    '| --- | --- |',
    ...items.map((item, i) => `| ${i + 1} | ${item.replaceAll('|', '\\|')} |`),
  ]);
}

/** Each row of a table as an item: "Function: Billing, Information: bills". */
export function listed(text: string): string {
  const lines = linesOf(text);
  const out: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const head = lines[i];
    const rule = lines[i + 1];
    if (
      head?.kind !== 'table' ||
      !rule ||
      !/^\s*\|?[\s:|-]*-{2,}[\s:|-]*$/.test(rule.text) ||
      !rule.text.includes('|')
    ) {
      out.push(head?.text ?? '');
      continue;
    }
    const names = cellsOf(head.text);
    let last = i + 1;
    while (lines[last + 1]?.kind === 'table') last++;
    const rows = lines.slice(i + 2, last + 1).map((row) => cellsOf(row.text));
    const fits =
      rows.length > 0 && rows.every((row) => row.length === names.length) && names.every((n) => n !== '');
    if (!fits) out.push(...lines.slice(i, last + 1).map((line) => line.text));
    else {
      const wide = rows.some((row) => row.some((cell) => /[\u4e00-\u9fff]/.test(cell)));
      const [colon, stop] = wide ? ['：', '，'] : [': ', ', '];
      for (const row of rows) {
        const parts = row.flatMap((cell, n) => (cell === '' ? [] : [`${names[n]}${colon}${cell}`]));
        out.push(`- ${parts.join(stop)}`);
      }
    }
    i = last;
  }
  return out.join('\n');
}

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

function rewriteLists(
  text: string,
  rewrite: (lead: string, items: readonly string[], wide: boolean) => string[],
): string {
  const lines = linesOf(text);
  const out: string[] = [];
  let from = 0;
  for (const list of plainLists(lines)) {
    out.push(...lines.slice(from, list.lead).map((line) => line.text));
    const lead = lines[list.lead]?.text ?? '';
    out.push(...rewrite(lead, list.items, /[\u4e00-\u9fff]/.test(lead)));
    from = list.last + 1;
  }
  return [...out, ...lines.slice(from).map((line) => line.text)].join('\n');
}

/** Lists of two to twelve short items, each a line, behind a line of its own with a colon; nothing hangs below. */
function plainLists(lines: readonly SourceLine[]): PlainList[] {
  const found: PlainList[] = [];
  for (let lead = 0; lead < lines.length; lead++) {
    const line = lines[lead];
    if (line?.kind !== 'prose' || !/[:：]\s*$/.test(line.text) || !/^[^\s#>|*+-]/.test(line.text)) continue;
    if (/^\d+[.)]\s/.test(line.text) || (lines[lead - 1]?.text.trim() ?? '') !== '') continue;
    let at = lead + 1;
    while (lines[at]?.text.trim() === '') at++;
    const first = at;
    const items: string[] = [];
    let last = at - 1;
    for (; at < lines.length; at++) {
      const item = lines[at];
      if (item?.text.trim() === '' && itemIn(lines[at + 1]) !== undefined) continue;
      const own = itemIn(item);
      if (own === undefined) break;
      items.push(own);
      last = at;
    }
    const ends = (lines[at]?.text.trim() ?? '') === '';
    const plain = items.every(
      (item) => item.length < 400 && !/[.。!?！？;；:：]\s*\S/.test(item.replace(/\b(?:e\.g|i\.e)\./g, '')),
    );
    if (ends && plain && items.length >= 2 && items.length <= 12) {
      found.push({ lead, first, last, items });
      lead = last;
    }
  }
  return found;
}

/** The text of an item that stands at the margin. */
const itemIn = (line: SourceLine | undefined): string | undefined =>
  line?.kind === 'prose'
    ? /^(?:[-*+]\s+|\d{1,2}[.)]\s+|\([a-z]\)\s+|[（(]\d{1,2}[）)]\s*)(\S.*)$/.exec(line.text)?.[1]
    : undefined;
