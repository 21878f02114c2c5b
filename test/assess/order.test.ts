import pages from 'catalogue:pages';
import { expect, test } from 'vitest';
import { inOrder } from '../../server/assess/order.ts';
import { makeLibrary } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';

const library = makeLibrary(loadCatalogue(pages));

test.each([
  [
    'pi-destruction pi-use pi-storage pi-compliance pi-collection',
    'pi-compliance pi-collection pi-storage pi-use pi-destruction',
  ],
  [
    'security-training pi-use emergency-review emergency-plan',
    'emergency-plan emergency-review pi-use security-training',
  ],
  ['risk-evaluation security-responsibility', 'security-responsibility risk-evaluation'],
])('%s are drafted in this order: %s', (given, expected) => {
  const requirements = given.split(' ').flatMap((slug) => library.requirement(`opinions/${slug}`) ?? []);
  expect(
    inOrder(requirements)
      .map(({ id }) => id.replace('opinions/', ''))
      .join(' '),
  ).toBe(expected);
});

test('whatever the order they come in', () => {
  const all = inOrder(library.checked);
  expect(inOrder(library.checked.toReversed())).toEqual(all);
  expect(new Set(all)).toEqual(new Set(library.checked));
});
