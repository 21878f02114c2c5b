/** Markdown that is short to write and long to read; each grows to about `size` characters. */
export const hostile = {
  'nested quotations': (size) => `${'>'.repeat(size)} a\n`,
  'quotations and lists by turns': (size) => `${'> - '.repeat(size / 4)}a\n`,
  'open brackets': (size) => `${'['.repeat(size)}\n`,
  'open links': (size) => `${'[]('.repeat(size / 3)}\n`,
  'open images': (size) => `${'![[]()'.repeat(size / 6)}\n`,
  links: (size) => `${'[a](b)'.repeat(size / 6)}\n`,
  'open emphasis': (size) => `${'*a '.repeat(size / 3)}\n`,
  'a run of asterisks': (size) => `${'*'.repeat(size)}a\n`,
  'mixed emphasis': (size) => `${'**a__b '.repeat(size / 7)}\n`,
  'emphasis by turns': (size) => `${'*a **a '.repeat(size / 7)}\n`,
  'emphasis that never closes': (size) => `${'a**b'.repeat(size / 7)}${'c* '.repeat(size / 7)}\n`,
  'growing runs of backticks': (size) => {
    let text = '';
    for (let n = 1; text.length < size; n++) text += `e${'`'.repeat(n)}`;
    return `${text}\n`;
  },
  'a deep list': (size) => {
    let text = '';
    for (let depth = 0; text.length < size; depth++) text += `${'  '.repeat(depth)}- a\n`;
    return text;
  },
  items: (size) => '- a\n'.repeat(size / 4),
  entities: (size) => `${'&amp'.repeat(size / 4)}\n`,
  'open tags': (size) => `${'<a '.repeat(size / 3)}\n`,
  'open comments': (size) => `${'a <!-- '.repeat(size / 7)}\n`,
  'table rows': (size) => `| a | b | c |\n| - | - | - |\n${'| 1 | 2 | 3 |\n'.repeat(size / 14)}`,
  'table columns': (size) => ['a|', '-|', 'b|'].map((cell) => `|${cell.repeat(size / 6)}\n`).join(''),
  'short rows of a wide table': (size) => {
    const wide = Math.round(Math.sqrt(size));
    return `|${'a|'.repeat(wide)}\n|${'-|'.repeat(wide)}\n${'|b|\n'.repeat(wide * 4)}`;
  },
  'one long line': (size) => `${'word '.repeat(size / 5)}\n`,
  'one long paragraph': (size) => 'word word word\n'.repeat(size / 15),
  'a heading of many lines': (size) => `${'text\n'.repeat(size / 5)}===\n`,
  definitions: (size) => Array.from({ length: size / 12 }, (_, i) => `[a${i}]: /u\n`).join(''),
  'references and definitions': (size) => {
    const numbers = Array.from({ length: size / 20 }, (_, i) => i);
    return `${numbers.map((i) => `[a${i}]: /u\n`).join('')}\n${numbers.map((i) => `[a${i}] `).join('')}\n`;
  },
  footnotes: (size) => {
    const numbers = Array.from({ length: size / 20 }, (_, i) => i);
    return `${numbers.map((i) => `a[^${i}] `).join('')}\n\n${numbers.map((i) => `[^${i}]: x\n`).join('')}`;
  },
  'addresses without a scheme': (size) => `${'www.a.b '.repeat(size / 8)}\n`,
  'mail addresses': (size) => `${'a@b.co '.repeat(size / 7)}\n`,
  'what is no mail address': (size) => `${'a'.repeat(size)}@\n`,
  'struck out by halves': (size) => `${'~a ~~b '.repeat(size / 7)}\n`,
  tabs: (size) => `${'\t'.repeat(size)}a\n`,
  'blank lines': (size) => '\n'.repeat(size),
  'an open fence': (size) => `\`\`\`\n${'code\n'.repeat(size / 5)}`,
};
