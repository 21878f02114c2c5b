import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const json = (name: string): unknown => JSON.parse(readFileSync(root + name, 'utf8'));
const en = json('package.nls.json') as Record<string, string>;
const zh = json('package.nls.zh-cn.json') as Record<string, string>;
const text = readFileSync(`${root}package.json`, 'utf8');
const { contributes } = json('package.json') as {
  contributes: {
    commands: { command: string; category?: string; title: string }[];
    walkthroughs: { steps: { media: { image?: string; markdown?: string } }[] }[];
    menus: Record<string, { command: string; when?: string; group?: string }[]>;
    configuration: {
      title: string;
      properties: Record<
        string,
        { markdownDescription?: string; order?: number; enum?: string[]; enumDescriptions?: string[] }
      >;
    }[];
  };
};

it('every string of the manifest is there in both languages, and none is left over', () => {
  const used = new Set([...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key));
  expect([...used].sort()).toEqual(Object.keys(en).sort());
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  for (const [key, words] of Object.entries(zh))
    expect(words, key).toMatch(key.endsWith('.image') ? /^media\/zh\// : /[\u4e00-\u9fff]/);
});

it('the links of both languages lead to the same commands, which there are', () => {
  const known = new Set([
    ...contributes.commands.map(({ command }) => command),
    'clausecheck.coverage.focus',
  ]);
  const links = (words: string): string[] =>
    [...words.matchAll(/\(command:([\w.]+)\)/g)].map(([, command = '']) => command);
  for (const [key, words] of Object.entries(en)) {
    expect(links(zh[key] ?? ''), key).toEqual(links(words));
    for (const command of links(words)) expect(known, key).toContain(command);
  }
  for (const { command } of Object.values(contributes.menus).flat()) expect(known).toContain(command);
});

it('the pictures of the walkthrough are there', () => {
  const media = contributes.walkthroughs.flatMap(({ steps }) => steps.map((step) => step.media));
  expect(media.length).toBeGreaterThanOrEqual(4);
  const files = media.flatMap(({ image = '', markdown = image }) => {
    const key = /^%(.+)%$/.exec(markdown)?.[1];
    return key === undefined ? [markdown] : [en[key] ?? '', zh[key] ?? ''];
  });
  for (const file of files) expect(existsSync(root + file), file).toBe(true);
});

it('every command stands under one category, and in the list only where it can do something', () => {
  const always = ['clausecheck.newDocument', 'clausecheck.restart', 'clausecheck.showOutput'];
  for (const { command, category, title } of contributes.commands) {
    expect(category, command).toBe('Clausecheck');
    expect(title, command).toMatch(/^%command\./);
    const listed = contributes.menus['commandPalette']?.find((item) => item.command === command);
    expect(listed?.when !== undefined, command).toBe(!always.includes(command));
  }
});

it('what a row of the view offers beside it, its menu offers to the keyboard', () => {
  const items = contributes.menus['view/item/context'] ?? [];
  const inMenu = items
    .filter(({ group }) => !group?.startsWith('inline'))
    .map(({ command, when }) => [command, when]);
  const beside = items
    .filter(({ group }) => group?.startsWith('inline'))
    .map(({ command, when }) => [command, when]);
  expect(beside.length).toBeGreaterThan(0);
  expect(inMenu).toEqual(beside);
});

it('every setting is described, in its place, and its choices too', () => {
  for (const { title, properties } of contributes.configuration) {
    expect(title).toMatch(/^%settings\./);
    for (const [name, setting] of Object.entries(properties)) {
      expect(name).toMatch(/^clausecheck\./);
      expect(setting.markdownDescription, name).toMatch(/^%setting\./);
      expect(setting.order, name).toBeGreaterThan(0);
      if (setting.enum && name !== 'clausecheck.trace.server')
        expect(setting.enumDescriptions, name).toHaveLength(setting.enum.length);
    }
  }
});
