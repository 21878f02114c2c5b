import pages from 'catalogue:pages';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { labelsIn } from '../../scripts/parts/labels.ts';
import { silenceOf } from '../../scripts/parts/type-check.ts';
import { makeLibrary } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const gold = `${root}../shared/corpus/gold`;

test.skipIf(!existsSync(gold))(
  'without a declared type nothing is said of statutes, negatives and one-topic files, one information elsewhere (skipped without the corpus)',
  () => {
    const { silent, others } = silenceOf(root, labelsIn([gold]), makeLibrary(loadCatalogue(pages)));
    console.log(`${silent.documents} documents to be silent on, ${others.documents} others`);
    expect(silent.broken).toEqual([]);
    expect(others.broken).toEqual([]);
  },
);
