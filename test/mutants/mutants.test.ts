import pages from 'catalogue:pages';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutantsOf } from '../../scripts/parts/mutants.ts';
import { kinds } from '../../scripts/parts/mutation-words.ts';
import { makeLibrary } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';

const examples = new URL('../../examples/', import.meta.url);
const library = makeLibrary(loadCatalogue(pages));
const mutants = ['en', 'zh'].flatMap((language) =>
  readdirSync(new URL(`${language}/`, examples))
    .filter((name) => name.includes('-good'))
    .map((name) => `${language}/${name}`)
    .flatMap((file) => mutantsOf(file, readFileSync(new URL(file, examples), 'utf8'), library)),
);
const reached = JSON.parse(readFileSync(new URL('reached.json', import.meta.url), 'utf8')) as Record<
  string,
  { turned: number; caught: number }
>;

test.each(['en', 'zh'].flatMap((language) => kinds.map((kind) => [language, kind] as const)))(
  '%s %s: what was caught is caught again',
  (language, kind) => {
    const turned = mutants.filter(
      (m) => m.file.startsWith(language) && m.kind === kind && m.status !== 'no-hold',
    );
    const caught = turned.filter((m) => m.status === 'caught').length;
    console.log(`${language} ${kind}: ${caught} of ${turned.length}`);
    expect(turned.length).toBeGreaterThanOrEqual(reached[`${language} ${kind}`]?.turned ?? 0);
    expect(caught).toBeGreaterThanOrEqual(reached[`${language} ${kind}`]?.caught ?? 0);
  },
);

test('no other finding changes', () =>
  expect(
    mutants
      .filter((m) => m.sideEffects.length > 0)
      .map((m) => `${m.file} ${m.requirement} ${m.kind}: ${m.sideEffects.join()}`),
  ).toEqual([]));

test('every finding is gone again with the original text', () =>
  expect(mutants.filter((m) => !m.restored)).toEqual([]));
