import pages from 'catalogue:pages';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { judgePairs, readPairs, scoreOf, traps } from './pairs.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const pairs = readPairs(folder);
const results = judgePairs(pairs, loadCatalogue(pages));
const score = scoreOf(results);

test('every file has every trap', () => {
  const files = new Map<string, string[]>();
  for (const { language, slug, trap } of pairs) {
    const key = `${language}/${slug}`;
    files.set(key, [...(files.get(key) ?? []), trap]);
  }
  for (const [file, found] of files) expect([file, found]).toEqual([file, Object.keys(traps)]);
});

/** The share that passed when the pairs were first tried, kept beside today's; written once a language. */
test('the first run is kept', () => {
  const file = `${folder}first-run.json`;
  const kept = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as typeof score;
  const fresh = Object.entries(score).filter(([key]) => !(key in kept));
  if (fresh.length > 0 && process.env['CI'] === undefined) {
    writeFileSync(file, `${JSON.stringify({ ...kept, ...Object.fromEntries(fresh) }, null, 2)}\n`);
  }
  for (const r of results.filter((r) => !r.passed)) {
    console.log(`${r.language}/${r.slug} ${r.trap} (${r.type}): ${r.outcome}  ${r.why.slice(0, 140)}`);
  }
  for (const [key, [passed, all]] of Object.entries(score)) {
    console.log(`${key}: ${passed} of ${all}; first run ${kept[key]?.join(' of ') ?? 'now'}`);
  }
  expect(pairs.length).toBeGreaterThan(0);
});

/** What was reached is not lost again. */
test.each(Object.keys(score))('%s holds what it reached', (key) => {
  const reached = JSON.parse(readFileSync(`${folder}reached.json`, 'utf8')) as Record<string, number>;
  expect(score[key]?.[0]).toBeGreaterThanOrEqual(reached[key] ?? 0);
});
