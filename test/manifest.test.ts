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
    commands: { command: string }[];
    walkthroughs: { steps: { media: { image?: string; markdown?: string } }[] }[];
    menus: Record<string, { command: string }[]>;
  };
};

it('every string of the manifest is there in both languages, and none is left over', () => {
  const used = new Set([...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key));
  expect([...used].sort()).toEqual(Object.keys(en).sort());
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  for (const [key, words] of Object.entries(zh)) expect(words, key).toMatch(/[\u4e00-\u9fff]/);
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
  for (const { image, markdown } of media) expect(existsSync(root + (image ?? markdown ?? ''))).toBe(true);
});
