import { expect, test } from 'vitest';
import { readDocument } from '../../server/document/document.ts';
import { completionsAt } from '../../server/features/completion.ts';
import { featureOf } from './support.ts';

const other = readDocument('"Service Data" means what the service holds.\n');

/** `|` is the cursor; what is offered in place of what is typed. */
const offered = (marked: string): string[] => {
  const offset = marked.indexOf('|');
  const context = featureOf(marked.replace('|', ''));
  return completionsAt(context, offset, 'en', [other])
    .filter(({ kind }) => kind === 'term')
    .map(({ label, span }) => `${context.document.text.slice(span.start, span.end)}→${label}`);
};

test.each([
  ['Northwind (the "Supplier") agrees.\n\nThe supp|', ['supp→Supplier']],
  ['Northwind (the "Supplier") agrees.\n\nA resupp|', []],
  ['"Personal Data" means data.\n\nAll Personal Da|', ['Personal Da→Personal Data']],
  ['Text.\n\nAll Serv|', ['Serv→Service Data']],
  ['北风公司（以下简称“受托方”）承接服务。\n\n应当由受|', ['受→受托方']],
  ['Northwind (the "Supplier") agrees.\n\nNothing |', []],
] as const)('%j offers %j', (marked, wanted) => {
  expect(offered(marked)).toEqual(wanted);
});
