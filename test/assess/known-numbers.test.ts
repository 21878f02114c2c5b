import pages from 'catalogue:pages';
import { expect, test } from 'vitest';
import { makeContext } from '../../server/assess/context.ts';
import { draftClause } from '../../server/assess/draft.ts';
import { makeLibrary } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';
import { languageOf } from '../../server/document/prose.ts';

const library = makeLibrary(loadCatalogue(pages));

/** A model clause as it is drafted for a document that says this. */
function drafted(text: string, type: string, slug: string): string {
  const types = library.catalogue.types.filter(({ id }) => id === type);
  const requirement = library.requirement(`opinions/${slug}`);
  const context = makeContext(readDocument(text), library, types);
  return (requirement && draftClause(requirement, languageOf(text), context)?.plain) ?? '';
}

test.each([
  ['The Supplier shall notify the Customer of security incidents within 48 hours.', 'within 48 hours'],
  ['The Supplier shall notify the Customer of security incidents within one hour.', 'within one hour after'],
  ['The Supplier shall notify the Customer of delays within 48 hours.', 'within two (2) hours'],
  ['供应商应当在48小时内将安全事件通知客户。', '【48】小时内'],
  ['供应商应当在48小时内将延误通知客户。', '【两】小时内'],
])('an incident is notified as the document says: %s', (text, expected) =>
  expect(drafted(`# A\n\n${text}\n`, 'service-contract', 'incident-notification')).toContain(expected),
);

test.each([
  ['This agreement runs for one year.', 'three (3) years'],
  ['The Supplier shall store personal information for one year.', 'one year'],
  ['本合同有效期为一年。', '【三】年'],
  ['供应商存储个人信息的期限为一年。', '【一】年'],
])('the term of a contract is no period of storage: %s', (text, expected) =>
  expect(drafted(`# A\n\n${text}\n`, 'service-contract', 'pi-storage')).toContain(expected),
);

test('a number of days for something else is none for complaints', () =>
  expect(
    drafted(
      '# A\n\nA developer may appeal within ten working days.\n',
      'app-review-policy',
      'app-complaint-response',
    ),
  ).toContain('within one (1) working day,'));
