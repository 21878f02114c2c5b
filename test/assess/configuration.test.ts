import { describe, expect, it } from 'vitest';
import { noConfiguration, readConfiguration, settingsFor } from '../../server/assess/configuration.ts';
import type { Catalogue } from '../../server/catalogue/requirement.ts';

const catalogue = {
  types: [{ id: 'privacy-policy' }, { id: 'service-contract' }],
  requirements: [
    { id: 'opinions/pi-storage', pack: 'opinions' },
    { id: 'opinions/pi-use', pack: 'opinions' },
  ],
} as unknown as Catalogue;

const read = (text: string) => readConfiguration(text, 'clausecheck.yaml', catalogue);
const problemsOf = (text: string): string[] =>
  read(text).problems.map((p) => `${p.line}:${p.column} ${p.message.en}`);

describe('a configuration', () => {
  it('is read', () => {
    const { configuration, problems } = read(
      [
        'types:',
        '  - { files: policies/**, type: privacy-policy }',
        '  - files: [contracts/*.md, 合同]',
        '    type: [service-contract, privacy-policy]',
        'levels: { opinions: error, opinions/pi-use: off, type-guessed: hint }',
        'ignore: [drafts/, "*.bak.md"]',
        'addressee: carrier',
        'acting-for: supplier',
        'buyer: ciio',
        'language: zh',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(configuration).toEqual({
      types: [
        { files: ['policies/**'], types: ['privacy-policy'] },
        { files: ['contracts/*.md', '合同'], types: ['service-contract', 'privacy-policy'] },
      ],
      levels: { opinions: 'error', 'opinions/pi-use': 'off', 'type-guessed': 'hint' },
      ignore: ['drafts/', '*.bak.md'],
      addressee: 'carrier',
      actingFor: 'supplier',
      buyer: 'ciio',
      language: 'zh',
    });
  });

  it('takes types as a map from glob to type', () => {
    expect(read('types:\n  a/*.md: privacy-policy\n').configuration.types).toEqual([
      { files: ['a/*.md'], types: ['privacy-policy'] },
    ]);
  });

  it.each(['', '# nothing yet\n', 'ignore:\n', '---\n'])('may be empty: %j', (text) => {
    expect(read(text)).toEqual({ configuration: noConfiguration, problems: [] });
  });

  it.each([
    ['type: x\n', '1:1 unknown key "type"; did you mean "types"?'],
    [
      'types:\n  - files: a\n    type: privacy-polcy\n',
      '3:11 unknown document type "privacy-polcy"; did you mean "privacy-policy"?',
    ],
    [
      'levels:\n  opinions/pi-storge: error\n',
      '2:3 unknown requirement or pack "opinions/pi-storge"; did you mean "opinions/pi-storage"?',
    ],
    [
      'levels:\n  pi-use: error\n',
      '2:3 unknown requirement or pack "pi-use"; did you mean "opinions/pi-use"?',
    ],
    ['levels: { opinions: warn }\n', '1:21 unknown level "warn"; did you mean "warning"?'],
    [
      'levels: [opinions]\n',
      '1:9 expected a level for each requirement or pack, such as "opinions/pi-storage: error"',
    ],
    ['language: fr\n', '1:11 unknown value "fr"; known: en, zh'],
    [
      'addressee: nobody\n',
      '1:12 unknown value "nobody"; known: carrier, internet-service, domain-body, app-store, supplier, other',
    ],
    ['types:\n  - files: a\n', '2:5 "type" is missing'],
    ['- a\n', '1:1 expected keys and values, such as "ignore: [drafts/]"'],
    [
      'ignore: [3]\n',
      '1:10 expected text or a list of texts; what begins with * or ! stands in quotation marks',
    ],
    [
      'ignore: [a, !b]\n',
      '1:15 expected text or a list of texts; what begins with * or ! stands in quotation marks',
    ],
    [
      'ignore: ["!a.md"]\n',
      '1:10 "!a.md" takes out what the globs before it name, and there are none; name first what it is to be taken out of',
    ],
    [
      'ignore: [a, "![b"]\n',
      '1:13 bracket without its other half in "![b"; write \\ in front of one that is part of a name',
    ],
  ])('names what is wrong: %j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('keeps the good parts of a bad file, and says where YAML breaks', () => {
    const { configuration, problems } = read('ignore: [a]\nlanguge: zh\nlevels: { opinions: error\n');
    expect(configuration.ignore).toEqual(['a']);
    expect(problems.map((p) => p.line)).toContain(2);
    expect(problems.some((p) => p.message.en.startsWith('not valid YAML'))).toBe(true);
  });

  it.each(['ignore: ' + '['.repeat(10_000), '- '.repeat(10_000), '? '.repeat(10_000)])(
    'refuses what is nested ten thousand times: %.12s',
    (text) => {
      expect(problemsOf(text)).toEqual(['1:1 nested too deeply to be read']);
    },
  );

  it('says every problem in both languages', () => {
    for (const { message } of read('type: x\nlevels: { a: b }\nbuyer: 1\n').problems) {
      expect(message.en).not.toBe('');
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe('the settings of a file', () => {
  const { configuration } = read(
    'types:\n  - { files: special.md, type: service-contract }\n  - { files: policies/, type: privacy-policy }\nignore: [drafts, /old/*.md]\n',
  );
  it.each([
    ['special.md', ['service-contract'], false],
    ['policies/special.md', ['service-contract'], false],
    ['policies/deep/a.md', ['privacy-policy'], false],
    ['a.md', [], false],
    ['drafts/a.md', [], true],
    ['x/drafts/a.md', [], true],
    ['old/a.md', [], true],
    ['x/old/a.md', [], false],
    ['drafts-of-law.md', [], false],
  ])('%s', (path, types, ignored) => {
    expect(settingsFor(configuration, path)).toEqual({ types, levels: {}, ignored });
  });
});

describe('globs behind an exclamation mark', () => {
  it.each([
    [['*', '!a.md'], 'a.md', false],
    [['*', '!a.md'], 'deep/a.md', false],
    [['*', '!a.md'], 'b.md', true],
    [['*', '!a.md', 'deep'], 'deep/a.md', true],
    [['草稿/', '!草稿/定稿/'], '草稿/定稿/一.md', false],
    [['草稿/', '!草稿/定稿/'], '草稿/二.md', true],
    [['drafts', '!/drafts/a.md'], 'x/drafts/a.md', true],
  ])('%j: %s', (globs, path, expected) => {
    const written = JSON.stringify(globs);
    const { configuration, problems } = read(
      `ignore: ${written}\ntypes:\n  - { files: ${written}, type: privacy-policy }\n`,
    );
    expect(problems).toEqual([]);
    const { ignored, types } = settingsFor(configuration, path);
    expect([ignored, types.length > 0]).toEqual([expected, expected]);
  });
});
