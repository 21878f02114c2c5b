import pages from 'catalogue:pages';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { generatedFiles } from '../scripts/parts/generated.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = generatedFiles(pages);

it('snippets and documentation follow from the pages (npm run generate)', () => {
  const stale = [...files].filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  expect(stale.map(([path]) => path)).toEqual([]);
});

it('documents no requirement that has no page', () => {
  const there = readdirSync(join(root, 'docs/requirements'), { recursive: true, encoding: 'utf8' })
    .map((entry) => `docs/requirements/${entry.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md'));
  expect(there.filter((path) => !files.has(path))).toEqual([]);
});

it('snippets keep no words in braces and can be found by slug and title', () => {
  const snippets = JSON.parse(files.get('snippets/clausecheck.json') ?? '{}') as Record<
    string,
    { prefix: string[]; body: string[]; description: string }
  >;
  for (const [name, { prefix, body, description }] of Object.entries(snippets)) {
    expect(body.join('\n').replace(/\$\{\d+:[^}]*\}/g, ''), name).not.toMatch(/(?<!\\)[{}$]/);
    expect(prefix, name).toHaveLength(2);
    expect(description, name).not.toBe('');
  }
});

it('links in the documentation lead somewhere', () => {
  const broken = [...files].flatMap(([path, text]) =>
    [...text.matchAll(/\]\(([^)#:]+)\)/g)]
      .map(([, target = '']) => join(path, '..', target).replaceAll('\\', '/'))
      .filter((target) => !files.has(target) && !existsSync(join(root, target)))
      .map((target) => `${path}: ${target}`),
  );
  expect(broken).toEqual([]);
});
