import { describe, expect, test } from 'vitest';
import { blocksOf, headingsOf, outlineOf } from './reading.ts';

describe('headings', () => {
  test.each([
    ['ATX', '## 3.1 Security', 2, '3.1', 'Security'],
    ['setext', 'Scope\n=====', 1, undefined, 'Scope'],
    ['no space behind the hashes', '#Title of the policy', 1, undefined, 'Title of the policy'],
    ['a bold line', '**Data protection**', 8, undefined, 'Data protection'],
    ['a bold number', '**3.1** Audit rights', 12, '3.1', 'Audit rights'],
    ['a bold line with its number', '**3.1 Audit rights**', 12, '3.1', 'Audit rights'],
    ['第X条 alone', '第三条', 9, '第三条', ''],
    ['第X条 with a name', '第三条 数据安全', 9, '第三条', '数据安全'],
    ['一、', '一、总则', 10, '一、', '总则'],
    ['（一）', '（一）主要技术指标', 12, '（一）', '主要技术指标'],
    ['emphasis and attributes', '# **Title** {#id .class}', 1, undefined, 'Title'],
    ['Article', 'ARTICLE IV: CONFIDENTIALITY', 9, 'ARTICLE IV:', 'CONFIDENTIALITY'],
    ['HTML', '<h2>Privacy</h2>', 2, undefined, 'Privacy'],
  ])('%s', (_, text, level, number, words) => {
    const [heading] = headingsOf(`${text}\n\nSome text that follows.\n`);
    expect(heading).toMatchObject({ level, text: words });
    expect(heading?.number?.written).toBe(number);
  });

  test.each([
    ['a sentence in bold', '**The Supplier shall delete all personal data.**'],
    ['a sentence in bold, wrapped', '**开发者应当遵守个人信息保护、数据安全\n方面的法律法规。**'],
    ['a numbered clause', '3.1 The Supplier shall delete all personal data.'],
    ['第X条 with its text', '第三条 乙方应当在合同终止后删除个人信息。'],
    ['a quantity', '1.5 million users are affected'],
    ['an issue number', '#123 was fixed'],
    [
      'the last of lines numbered alike',
      '4.1 建立服务制度（考勤、培训、考核、交接班和应急）\n4.2 按月报告\n4.3 接受检查',
    ],
    ['a paragraph above a rule', `${'The parties agree on the following. '.repeat(5)}\n---`],
  ])('%s is none', (_, text) => {
    expect(headingsOf(`${text}\n\nSome text.\n`)).toEqual([]);
  });

  test('an item with the first of its clauses on the next line names what follows', () => {
    expect(outlineOf('1. Services\n1.1 We clean.\n1.2 We iron.\n\n2. Fees\n2.1 You pay.\n')).toEqual([
      'heading: Services',
      'paragraph: 1.1 We clean.',
      'paragraph: 1.2 We iron.',
      'heading: Fees',
      'paragraph: 2.1 You pay.',
    ]);
  });

  test('a number on a line of its own takes the short line behind it', () => {
    expect(outlineOf('第一条\n服务要求\n乙方应当按照招标文件提供服务，并接受甲方监督和检查。\n')).toEqual([
      'heading: 第一条服务要求',
      'paragraph: 乙方应当按照招标文件提供服务，并接受甲方监督和检查。',
    ]);
  });
});

describe('lists and what leads in to them', () => {
  test('a list behind a colon', () => {
    expect(
      outlineOf('The Supplier shall:\n\n- encrypt;\n- delete:\n  - copies\n  - backups\n\nEnd.\n'),
    ).toEqual([
      'paragraph: The Supplier shall:',
      'item: The Supplier shall: > encrypt;',
      'item: The Supplier shall: > delete:',
      'item: delete: > copies',
      'item: delete: > backups',
      'paragraph: End.',
    ]);
  });

  test('lettered paragraphs, also with `(i)` behind `(h)`', () => {
    expect(outlineOf('They shall:\n\n(h) store;\n\n(i) delete;\n\n(j) report.\n\n2. Other\n')).toEqual([
      'paragraph: They shall:',
      'item: They shall: > (h) store;',
      'item: They shall: > (i) delete;',
      'item: They shall: > (j) report.',
      'item: Other',
    ]);
    expect(blocksOf('They shall:\n\n(h) a;\n\n(i) b;\n')[2]?.number).toEqual({
      written: '(i)',
      style: 'letter',
      value: 9,
    });
  });

  test('（一） paragraphs', () => {
    expect(outlineOf('第四条 乙方应当：\n\n（一）加密；\n\n（二）删除。\n\n第五条 略。\n')).toEqual([
      'paragraph: 第四条 乙方应当：',
      'item: 第四条 乙方应当： > （一）加密；',
      'item: 第四条 乙方应当： > （二）删除。',
      'paragraph: 第五条 略。',
    ]);
  });

  test('numbered lines of one paragraph', () => {
    expect(outlineOf('乙方应当：\n（1）加密存储；\n（2）及时\n删除。\n')).toEqual([
      'paragraph: 乙方应当：',
      'item: 乙方应当： > （1）加密存储；',
      'item: 乙方应当： > （2）及时删除。',
    ]);
    expect(outlineOf('1.1 The Supplier stores data.\n1.2 The Supplier deletes data.')).toEqual([
      'paragraph: 1.1 The Supplier stores data.',
      'paragraph: 1.2 The Supplier deletes data.',
    ]);
  });

  test('a number that only came to the start of a line cuts nothing', () => {
    expect(
      outlineOf('The duties are those set out in Section\n4.2 of this Agreement and in clause\n(a) above.'),
    ).toEqual([
      'paragraph: The duties are those set out in Section 4.2 of this Agreement and in clause (a) above.',
    ]);
  });

  test('an indented block under a clause is text, code is code', () => {
    expect(outlineOf('a. These apply:\n\n    i. keep it;\n\n    i. delete it.\n\na. More.\n')).toEqual([
      'paragraph: a. These apply:',
      'item: a. These apply: > i. keep it;',
      'item: a. These apply: > i. delete it.',
      'paragraph: a. More.',
    ]);
    expect(outlineOf('Run:\n\n    $ npm install\n')).toEqual(['paragraph: Run:', 'code: $ npm install']);
  });

  test('numbers count as the author counts', () => {
    const values = (text: string) => blocksOf(text).map((block) => block.number?.value);
    expect(values('1. a\n1. b\n1. c\n')).toEqual([1, 2, 3]);
    expect(values('3. a\n4. b\n')).toEqual([3, 4]);
    expect(blocksOf('1\\. Terms apply.\n')[0]?.number).toEqual({ written: '1.', style: 'decimal', value: 1 });
  });
});

describe('tables', () => {
  test('a block for every row', () => {
    const rows = blocksOf('We keep:\n\n| Data | Period |\n|---|---|\n| Name | 30 days |\n| Log | |\n');
    expect(rows.slice(1)).toMatchObject([
      {
        kind: 'cell',
        leadIn: 0,
        row: { header: 'Data | Period', first: 'Name' },
        prose: { text: 'Name | 30 days' },
      },
      { kind: 'cell', row: { first: 'Log' }, prose: { text: 'Log' } },
    ]);
  });

  test('HTML', () => {
    const html =
      '<table><tr><th>Data</th><th>Period</th></tr>\n<tr><td>Name &amp; address</td><td>30<br>days</td></tr></table>\n';
    expect(blocksOf(html)).toMatchObject([
      { kind: 'cell', row: { header: 'Data | Period' }, prose: { text: 'Name & address | 30 days' } },
    ]);
  });

  test('grid', () => {
    const grid =
      '+------+--------+\n| Data | Period |\n+======+========+\n| Name | thirty |\n|      | days   |\n+------+--------+\n';
    expect(blocksOf(`Text.\n\n${grid}\nMore.\n`)).toMatchObject([
      { prose: { text: 'Text.' } },
      { kind: 'cell', row: { header: 'Data | Period' }, prose: { text: 'Name | thirty days' } },
      { prose: { text: 'More.' } },
    ]);
  });

  test('simple', () => {
    const simple = '  Data     Period\n  -------- ---------\n  Name     30 days\n  Log      1 year\n';
    expect(blocksOf(`Text.\n\n${simple}\nMore.\n`)).toMatchObject([
      { prose: { text: 'Text.' } },
      { kind: 'cell', row: { header: 'Data | Period', first: 'Name' }, prose: { text: 'Name | 30 days' } },
      { kind: 'cell', prose: { text: 'Log | 1 year' } },
      { prose: { text: 'More.' } },
    ]);
  });
});

describe('what counts as text', () => {
  const proseOf = (text: string) =>
    blocksOf(text)
      .map((block) => block.prose.text)
      .join('\n');
  test.each([
    ['emphasis and links', 'We **keep** [your *data*](http://x.example/y).', 'We keep your data.'],
    ['images', 'See ![a chart](x.png) here.', 'See here.'],
    ['deletions', 'We ~~never~~ delete <del>not</del> it.', 'We delete it.'],
    ['one tilde', '需要3~5个工作日，最多7~10日。', '需要3~5个工作日，最多7~10日。'],
    ['Pandoc spans', 'We [must]{.underline} [not]{.deletion author="x"} [now]{.insertion}.', 'We must now.'],
    ['kramdown and Liquid', 'A text.{: .note } {% if x %}B{% endif %}\n{: #id}', 'A text. B'],
    ['conditions of templates', '{{#a}}We, {{name}}, agree.{{/a}}', 'We, {{name}}, agree.'],
    [
      'entities and tags',
      'A&nbsp;&amp;&lpar;b&rpar; <u>c</u> <span class="x">d</span><!-- e -->',
      'A &(b) c d',
    ],
    ['broken lines in Chinese', '供应商应\n当删除\nthe data\n。', '供应商应当删除 the data 。'],
    ['hard breaks', 'One  \ntwo\\\nthree<br>four', 'One two three four'],
    ['stars that Markdown leaves', '禁止**“**出售**”**数据', '禁止“出售”数据'],
    ['comments', '<!-- one\n\ntwo -->\n\nText', 'Text'],
    ['page numbers', '第一条 适用。\n\n- 32 -\n\n47\n\n第二条 略。', '第一条 适用。\n第二条 略。'],
  ])('%s', (_, text, expected) => {
    expect(proseOf(text)).toBe(expected);
  });

  test('code is a block of its own kind', () => {
    expect(outlineOf('```sh\nrm -rf\n```\n')).toEqual(['code: rm -rf']);
  });

  test('quotations are marked, boxes are not', () => {
    expect(blocksOf('> They shall.\n')).toMatchObject([{ quoted: true }]);
    expect(blocksOf('> [!NOTE]\n> They shall.\n')).toMatchObject([
      { quoted: false, prose: { text: 'They shall.' } },
    ]);
    expect(outlineOf('!!! warning "Take care"\n    The team must report it, always.\n')).toEqual([
      'paragraph: Take care" The team must report it, always.',
    ]);
  });

  test('tables of contents', () => {
    expect(outlineOf('第一章 总则 ......... 3\n第二章 数据 ......... 5\n')[0]).toMatch(/^contents: /);
    expect(outlineOf('- [Scope](#scope)\n- [Data](#data)\n')).toEqual(['contents: Scope', 'contents: Data']);
  });

  test('prose leads back to the source', () => {
    const text = 'Intro.\n\n> - The *Supplier*\n>   shall &amp; `must` \\[delete\\]\n';
    const [, block] = blocksOf(text);
    expect(block?.prose.text).toBe('The Supplier shall & must [delete]');
    const at = (word: string) => block?.prose.source(block.prose.text.indexOf(word));
    for (const word of ['The', 'Supplier', 'shall', 'must', 'delete'])
      expect(at(word)).toBe(text.indexOf(word));
    expect(at('&')).toBe(text.indexOf('&amp;'));
  });
});
