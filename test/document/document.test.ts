import { describe, expect, test } from 'vitest';
import { readDocument } from '../../server/document/document.ts';
import { blocksOf, outlineOf, seen } from './reading.ts';

const declared = (text: string) => {
  const { declaration, problems } = readDocument(text);
  return {
    ...declaration,
    problems: problems.map((p) => [text.slice(p.span.start, p.span.end), p.message.en]),
  };
};

describe('what a document says of itself', () => {
  test('front matter', () => {
    const text =
      '---\ntitle: Our terms\nclausecheck: { type: [terms-of-use, privacy-policy], addressee: carrier, applies: false }\n---\n# T\n';
    const found = declared(text);
    expect(found.types.map(({ value, span }) => [value, text.slice(span.start, span.end)])).toEqual([
      ['terms-of-use', 'terms-of-use'],
      ['privacy-policy', 'privacy-policy'],
    ]);
    expect(found).toMatchObject({ hasFrontMatter: true, applies: false, problems: [] });
    expect(found.addressee?.value).toBe('carrier');
    expect(found.title?.value).toBe('Our terms');
    expect(text.slice(found.span.end)).toBe('# T\n');
  });

  test('a comment', () => {
    const text =
      '# T\n\n<!-- clausecheck: type=privacy-policy, terms-of-use acting-for=supplier buyer=ciio -->\n';
    const found = declared(text);
    expect(found.types.map(({ value, span }) => [value, text.slice(span.start, span.end)])).toEqual([
      ['privacy-policy', 'privacy-policy'],
      ['terms-of-use', 'terms-of-use'],
    ]);
    expect([found.actingFor?.value, found.buyer?.value, found.problems]).toEqual(['supplier', 'ciio', []]);
    expect(declared('```\n<!-- clausecheck: type=privacy-policy -->\n```\n').types).toEqual([]);
  });

  test('what is misspelt gets a suggestion', () => {
    expect(declared('---\nclausecheck: { acting-for: buyer }\n---\n').problems).toEqual([
      ['buyer', 'clausecheck: unknown value of acting-for "buyer". Did you mean "purchaser"?'],
    ]);
    expect(declared('---\nclausecheck: { typ: x, acting-for: suplier }\n---\n').problems).toEqual([
      ['typ', 'clausecheck: unknown key "typ". Did you mean "type"?'],
      ['suplier', 'clausecheck: unknown value of acting-for "suplier". Did you mean "supplier"?'],
    ]);
    expect(declared('---\nclausecheck: privacy-policy\n---\n').problems[0]?.[0]).toBe('privacy-policy');
  });

  const form = 'This declaration is not read. Write it like this: <!-- clausecheck: type=privacy-policy -->';
  const unread = expect.stringMatching(/^Front matter not read: .*"---"/) as string;
  const notOurs = (key: string) => `The declaration below "${key}" is not read. Did you mean "clausecheck"?`;
  test.each([
    ['---\nclausecheck: { type: privacy-policy }\n\n# T\n\nText.\n', 'clausecheck', unread],
    [
      '---\ntitle: T\r\nclausecheck:\r\n  type: x\r\n\r\nA.\r\nB.\r\nC.\r\n\r\n---\r\n',
      'clausecheck',
      unread,
    ],
    ['\n---\nclausecheck: { type: privacy-policy }\n---\n', 'clausecheck', unread],
    ['---\nTitle\nclausecheck: { type: privacy-policy }\n---\n', 'clausecheck', unread],
    ['---\nclausecheck：{ type: privacy-policy }\n---\n\n# 隐私政策\n', 'clausecheck', unread],
    ['---\nClausecheck: { type: privacy-policy }\n---\n', 'Clausecheck', notOurs('Clausecheck')],
    ['---\ntitle: T\nclausechek:\n  typ: privacy-policy\n---\n', 'clausechek', notOurs('clausechek')],
    ['---\nclause-checker: { type: privacy-policy }\n---\n', 'clause-checker', notOurs('clause-checker')],
    [
      '---\nclausecheck: { type: }\n---\n',
      'type',
      'clausecheck: "type" has no value. Write for example { type: privacy-policy }.',
    ],
    [
      '---\nclausecheck: { type: [] }\n---\n',
      'type',
      'clausecheck: "type" has no value. Write for example { type: privacy-policy }.',
    ],
    ['---\nclausecheck:\n  buyer:\n---\n', 'buyer', 'clausecheck: "buyer" has no value. Known: ciio.'],
    [
      '---\nclausecheck: {}\n---\n',
      '{}',
      'clausecheck: keys are expected here, for example { type: privacy-policy }.',
    ],
    ['T\n\n<!-- clausecheck type=privacy-policy -->\n', '<!-- clausecheck type=privacy-policy -->', form],
    ['<!-- clausecheck：type=privacy-policy -->\n', '<!-- clausecheck：type=privacy-policy -->', form],
    ['<!-- clausecheck: privacy-policy -->\n', '<!-- clausecheck: privacy-policy -->', form],
    ['<!-- Clausecheck: type=privacy-policy -->\n', '<!-- Clausecheck: type=privacy-policy -->', form],
  ])('what is not read is told: %j', (text, place, message) => {
    const found = declared(text);
    expect([found.types, found.problems]).toEqual([[], [[place, message]]]);
    for (const problem of readDocument(text).problems) expect(problem.message.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  test.each([
    '---\n\nThe parties agree.\n',
    '---\ntitle: T\n\n# T\n',
    '---\nclause: { type: liability }\nclaims: { buyer: A }\nlicence-check: yes\n---\n',
    '# How to declare\n\n```yaml\n---\nclausecheck: { type: privacy-policy }\n\n```\n',
    '<!-- clausecheck is run on this file: type what you like -->\n',
    '---\n{company}\n---\n',
  ])('of what is no declaration nothing is told: %j', (text) => {
    expect(declared(text).problems).toEqual([]);
  });

  test.each([
    '---\n{title: T, clausecheck: {type: privacy-policy}}\n---\n# T\n',
    '---\n{\n  "title": "T",\n  "clausecheck": { "type": ["privacy-policy"] }\n}\n---\n# T\n',
  ])('front matter in braces: %j', (text) => {
    const { types, title, problems, span } = declared(text);
    expect([types.map(({ value }) => value), title?.value, problems]).toEqual([['privacy-policy'], 'T', []]);
    expect(text.slice(span.end)).toBe('# T\n');
  });

  test('broken YAML is a problem, not an exception', () => {
    const { problems, hasFrontMatter } = declared('---\ntitle: x\nclausecheck: { type: [a\n---\nText.\n');
    expect(hasFrontMatter).toBe(true);
    expect(problems[0]?.[1]).toMatch(/^Front matter: broken YAML/);
    expect(declared(`---\na: ${'['.repeat(5000)}\n---\n`).problems).toHaveLength(1);
  });

  test('front matter without its first line', () => {
    const text = 'name: Risk policy\nowner: board\nsatisfies:\n  - CC1\n---\n\n# Scope\n\nText.\n';
    expect(readDocument(text).title?.text).toBe('Risk policy');
    expect(outlineOf(text)).toEqual(['heading: Scope', 'paragraph: Text.']);
    expect(readDocument('Title: a subtitle\n---\n\nText.\n').declaration.hasFrontMatter).toBe(false);
  });

  test('two rules with text between them are no front matter', () => {
    expect(outlineOf('---\n\nThe parties agree.\n\n---\n')).toEqual(['paragraph: The parties agree.']);
  });
});

describe('suppressions', () => {
  test('for the next line and for the file', () => {
    const text =
      '<!-- clausecheck-disable opinions/pi-use -- not ours -->\n\n# T\n\n<!-- clausecheck-disable-next-line opinions/pi-storage, opinions -- see annex -->\n\nText\n';
    const { suppressions, problems } = readDocument(text);
    expect(suppressions).toMatchObject([
      { scope: 'file', ids: [{ value: 'opinions/pi-use' }], reason: 'not ours' },
      {
        scope: 'next-line',
        ids: [{ value: 'opinions/pi-storage' }, { value: 'opinions' }],
        reason: 'see annex',
      },
    ]);
    for (const { value, span } of suppressions.flatMap(({ ids }) => ids))
      expect(text.slice(span.start, span.end)).toBe(value);
    expect(problems).toEqual([]);
  });

  const comment = '<!-- clausecheck-disable-next-line opinions -- see annex -->\n';
  test.each([
    ['a heading', `${comment}\n## Storage\n\nText.\n`, '## Storage'],
    ['a wrapped paragraph', `${comment}甲方的\n系统\n保存数据。\n\n其他。\n`, '甲方的\n系统\n保存数据。'],
    [
      'a table',
      `${comment}\n| A | B |\n| - | - |\n| c | d |\n \t\nText.\n`,
      '| A | B |\n| - | - |\n| c | d |',
    ],
    ['what another comment is for, too', `${comment}${comment}A\nB\n`, 'A\nB'],
    ['what stands above another comment', `${comment}A\nB\n${comment}C\n`, 'A\nB'],
    ['the end', `Text.\n\n${comment}\n`, comment.trim()],
  ])('for the next block: %s', (_, text, covered) => {
    const { suppressions, lines } = readDocument(text);
    const { first, last } = suppressions[0]?.lines ?? { first: 0, last: 0 };
    expect(text.slice(lines.startOf(first), lines.endOf(last))).toBe(covered);
  });

  test('without a reason, misspelt, and in code', () => {
    const { suppressions, problems } = readDocument(
      '<!-- clausecheck-disable -->\n\n<!-- clausecheck-disable-nextline x -- y -->\n\n`<!-- clausecheck-disable -- x -->`\n',
    );
    expect(suppressions).toMatchObject([{ scope: 'file', ids: [], reason: '' }]);
    expect(problems.map((p) => p.message.en)).toEqual([
      expect.stringContaining('needs a reason'),
      expect.stringContaining('"clausecheck-disable-next-line"'),
    ]);
  });
});

describe('title, language, headings above', () => {
  test.each([
    ['the first heading', 'Text\n\n# Privacy policy\n', 'Privacy policy'],
    ['a short line', '附件4\n服务类公开招标文件\n\n采购人：某单位。\n\n第一章 邀请\n', '服务类公开招标文件'],
    ['a bold line', '**Terms of use**\n\nThese terms apply.\n', 'Terms of use'],
    [
      'two lines of one rank',
      '**Acme Works**\n\n**Change management**\n\nText.\n',
      'Acme Works Change management',
    ],
    [
      'an organisation above',
      '# 某某科技有限公司\n## 网络安全管理制度\n\n正文。\n',
      '某某科技有限公司 网络安全管理制度',
    ],
    [
      'three lines',
      '# CITY OF ALDER\n# REQUEST FOR PROPOSALS\n# Portal\n\nText.\n',
      'CITY OF ALDER REQUEST FOR PROPOSALS Portal',
    ],
    [
      'a city above',
      '# CITY OF ALDER\n\n## REQUEST FOR PROPOSALS\n\n### RFP No. 7\n\nText.\n',
      'CITY OF ALDER REQUEST FOR PROPOSALS',
    ],
    [
      'an office above',
      '# Office of Harbour Dues\n## Security Policy\n\nText.\n',
      'Office of Harbour Dues Security Policy',
    ],
    [
      'underlined lines above',
      'TOWN OF ELM\n===========\n\nWater Office\n------------\n\n# Response Plan\n\nText.\n',
      'TOWN OF ELM Water Office Response Plan',
    ],
    ['no part below', '# Privacy policy\n## Scope\n\nText.\n', 'Privacy policy'],
    ['none', 'The parties agree to everything that is written here.\n', undefined],
  ])('title: %s', (_, text, title) => {
    expect(readDocument(text).title?.text).toBe(title);
  });

  test('language', () => {
    const en = 'The Supplier shall delete all data.\n\n';
    const zh = '供应商应当删除全部数据。\n\n';
    expect(readDocument(en.repeat(4) + zh).language).toBe('en');
    expect(readDocument(en + zh.repeat(4)).language).toBe('zh');
    expect(readDocument(en.repeat(2) + zh.repeat(2)).language).toBe('mixed');
    expect(readDocument('').language).toBe('en');
  });

  test('headings above, the title first', () => {
    const { sections } = readDocument('# Policy\n\n## A\n\n### B\n\ntext\n\n## C\n\n# Annex\n\n## D\n');
    expect(sections.map(({ above }) => above.map((h) => h.text))).toEqual([
      [],
      ['Policy'],
      ['Policy', 'A'],
      ['Policy'],
      ['Policy'],
      ['Policy', 'Annex'],
    ]);
  });
});

describe('strange texts', () => {
  test.each([
    ['nothing', ''],
    ['a byte order mark', '\uFEFF'],
    ['white space', ' \n\t\r\n'],
    ['an open comment', '<!-- never closed\n\n# Not a heading'],
    ['an open fence', '```\n# a\n# b\n'],
    ['binary', Array.from({ length: 3000 }, (_, i) => String.fromCharCode((i * 7919) % 65536)).join('')],
  ])('%s is a document', (_, text) => {
    expect(() => seen(readDocument(text))).not.toThrow();
  });

  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s reads as LF does', (_, end) => {
    const text = '---\ntitle: T\n---\n# A\n\nb c:\n\n- d\n- e\n\n## F\n\n1.1 g.\n1.2 h.\n';
    const texts = (t: string) => blocksOf(t).map((b) => `${b.kind} ${b.prose.text} ${String(b.leadIn)}`);
    expect(texts(text.replaceAll('\n', end))).toEqual(texts(text));
  });

  test('a byte order mark shifts, and hides nothing', () => {
    const document = readDocument('\uFEFF---\ntitle: T\n---\n# A\n');
    expect(document.title?.text).toBe('T');
    expect(document.sections[0]?.offset).toBe(document.text.indexOf('#'));
  });

  const paths: [name: string, text: string][] = [
    ['quotations', '>'.repeat(9000)],
    ['quotations and lists', '> - '.repeat(3000)],
    ['lists', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n')],
    ['emphasis', 'a**b'.repeat(5000) + 'c* '.repeat(5000)],
    ['nested emphasis', '*a **b '.repeat(3000) + 'c** d* '.repeat(3000)],
    ['open comments', 'a <!-- '.repeat(9000)],
    ['open CDATA', 'a <![CDATA[ '.repeat(9000)],
    ['list items', '- a\n'.repeat(40000)],
    ['table rows', '|a|b|\n|-|-|\n' + '|a|b|\n'.repeat(20000)],
    ['footnotes', Array.from({ length: 4000 }, (_, i) => `a[^${i}]\n[^${i}]: b\n`).join('')],
    ['links', '[a](b)'.repeat(40000)],
    ['one long paragraph', 'word word word\n'.repeat(40000)],
  ];
  test.each(paths)('too much: %s', (_, text) => {
    const whole = `# One\n\nThe Supplier shall report.\n\n# Two\n\n${text}\n\n# Three\n\nThe Supplier shall delete.\n`;
    const document = readDocument(whole);
    const started = performance.now();
    const texts = blocksOf(document).map((block) => block.prose.text);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(texts).toEqual(['One', 'The Supplier shall report.', 'Three', 'The Supplier shall delete.']);
    expect(document.notChecked).toMatchObject([{ reason: 'too-complex', start: whole.indexOf('# Two') }]);
  });
});

describe('reading again', () => {
  const clause = (i: number) =>
    `## ${i}. Clause\n\n${'The Supplier shall keep the data of the Purchaser safe, and [tell](#x) it. '.repeat(12)}\n\n- one;\n- two.\n\n`;
  const long = `# Contract\n\n${Array.from({ length: 100 }, (_, i) => clause(i)).join('')}`;

  test('unchanged sections are the same objects', () => {
    const before = readDocument(long);
    const at = long.indexOf('safe', 50_000);
    const after = readDocument(`${long.slice(0, at)}very ${long.slice(at)}`, before);
    const kept = new Set(before.sections.map((s) => s.section));
    expect(after.sections.filter((s) => !kept.has(s.section))).toHaveLength(1);
    expect(seen(after)).toEqual(seen(readDocument(after.text)));
  });

  test('sections of the same text are different objects', () => {
    const { sections } = readDocument('## A\n\ntext\n\n## A\n\ntext\n\n## A\n\ntext\n\n');
    expect(new Set(sections.map((s) => s.section)).size).toBe(3);
  });

  test('a definition changes who mentions it', () => {
    const before = readDocument('# A\n\nSee [the law].\n\n# B\n\nText.\n');
    const after = readDocument(
      '# A\n\nSee [the law].\n\n# B\n\nText.\n\n[the law]: http://x.example\n',
      before,
    );
    expect(blocksOf(before)[1]?.prose.text).toBe('See [the law].');
    expect(blocksOf(after)[1]?.prose.text).toBe('See the law.');
  });

  test('a keystroke in 100 KB takes less than 10 ms', () => {
    let document = readDocument(long);
    blocksOf(document);
    expect(long.length).toBeGreaterThan(90_000);
    const times: number[] = [];
    for (let i = 0; i < 60; i++) {
      const at = long.indexOf('data', (i * 1543) % 90_000);
      const text = `${document.text.slice(0, at)}x${document.text.slice(at)}`;
      const started = performance.now();
      document = readDocument(text, document);
      for (const { section } of document.sections) section.blocks();
      times.push(performance.now() - started);
    }
    const median = times.sort((a, b) => a - b)[30] ?? 0;
    console.log(`a keystroke in ${long.length} characters: median ${median.toFixed(1)} ms`);
    // The lower quarter: other work on the machine only ever adds.
    expect(times[15]).toBeLessThan(10);
  });
});
