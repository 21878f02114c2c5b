import pages from 'catalogue:pages';
import { expect, test } from 'vitest';
import { hostile } from '../../scripts/bench/hostile.mjs';
import { makeLibrary, noSettings, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));
const settings = { ...noSettings, types: ['service-contract'] };
const clause =
  '# Agreement\n\n## Security\n\nThe Supplier shall notify the Customer of any security breach within 24 hours.\n\n';

/** The bench measures them at 2 MB; here a cost that grows with the square shows as a test that takes too long. */
test.each(Object.keys(hostile))('beside a text of %s the rest is checked, in good time', (name) => {
  const text = `${clause}## Annex\n\n${hostile[name]?.(200_000) ?? ''}`;
  const { assessments, findings } = review(readDocument(text), library, settings, 'findings');
  expect(findings.length).toBeGreaterThan(0);
  expect(assessments.find((a) => a.requirement.id === 'opinions/incident-notification')?.outcome).not.toBe(
    'missing',
  );
});
