import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { library } from './features/support.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = JSON.parse(readFileSync(`${root}l10n/bundle.l10n.zh-cn.json`, 'utf8')) as Record<
  string,
  string
>;
const client = readdirSync(`${root}client`).map((file) => readFileSync(`${root}client/${file}`, 'utf8'));
const chinese = /[\u4e00-\u9fff]/;

it('every string of the client has its translation, and none is left over', () => {
  const used = client.flatMap((code) =>
    [...code.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text),
  );
  expect(used.length).toBeGreaterThan(10);
  expect(client.join('').match(/l10n\.t\(/g), 'all of them are read').toHaveLength(used.length);
  expect([...new Set(used)].sort()).toEqual(Object.keys(bundle).sort());
  for (const [english, words] of Object.entries(bundle)) {
    expect(words, english).toMatch(chinese);
    expect(places(words), english).toEqual(places(english));
  }
});

it('the client says nothing past the bundle', () => {
  const said = /(?:showInformationMessage|showErrorMessage|showWarningMessage)\((?!\s*l10n\.t\()/;
  const named = /(?:title|placeHolder|tooltip|label): ['"](?!Clausecheck['"]|English['"]|简体中文['"])/;
  for (const code of client) {
    expect(code).not.toMatch(said);
    expect(code).not.toMatch(named);
  }
  expect(client.join('').match(/[\u4e00-\u9fff]+/g)).toEqual(['简体中文']);
});

it('whatever the catalogue says in English it says in Chinese', () => {
  const lonely: string[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { en, zh } = value as { en?: unknown; zh?: unknown };
    const isSaid = (text: unknown): boolean => typeof text !== 'string' || text.trim() !== '';
    if ((en !== undefined || zh !== undefined) && (typeof en !== typeof zh || isSaid(en) !== isSaid(zh)))
      lonely.push(path);
    for (const [key, inner] of Object.entries(value)) look(inner, `${path}/${key}`);
  };
  const { requirements, types, instruments } = library.catalogue;
  for (const page of [...requirements, ...types, ...instruments]) look(page, page.id);
  expect(lonely).toEqual([]);
});

it('the Markdown of the walkthrough is there in both languages', () => {
  const { contributes } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    contributes: { walkthroughs: { steps: { media: { markdown?: string } }[] }[] };
  };
  const pages = contributes.walkthroughs.flatMap(({ steps }) =>
    steps.flatMap(({ media }) => media.markdown ?? []),
  );
  for (const page of pages) {
    const translated = root + page.replace(/\.md$/, '.nls.zh-cn.md');
    expect(existsSync(translated), translated).toBe(true);
    expect(readFileSync(translated, 'utf8')).toMatch(chinese);
    expect(readFileSync(root + page, 'utf8')).not.toMatch(chinese);
  }
});

const places = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();
