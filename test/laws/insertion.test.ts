import pages from 'catalogue:pages';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { exampleDocuments, type NamedDocument } from '../../scripts/parts/documents.ts';
import { laws } from '../../scripts/parts/laws.ts';
import type { Report } from '../../server/assess/assessment.ts';
import { makeContext, type Context } from '../../server/assess/context.ts';
import { insertAllFix, insertionEdits, type Edit } from '../../server/assess/fixes.ts';
import { makeLibrary, noSettings, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { numberedClauses } from '../../server/document/clause-index.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));
const examples = exampleDocuments(fileURLToPath(new URL('../..', import.meta.url)));
const deficient = examples.filter(({ file }) => file.includes('deficient'));
/** Texts of the pages; what else their types expect is missing in them. */
const pieces = library.catalogue.requirements.flatMap(({ id, examples: own }) =>
  own
    .filter(({ outcome }) => outcome === 'missing')
    .map(({ line, type, text }) => ({
      file: `${id}:${line}`,
      text: `---\nclausecheck: { type: ${type} }\n---\n\n${text}`,
    })),
);

const judged = (text: string): { report: Report; context: Context } => {
  const document = readDocument(text);
  const report = review(document, library, noSettings);
  const types = library.catalogue.types.filter(({ id }) => report.type.types.includes(id));
  return { report, context: makeContext(document, library, types) };
};

const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((t, { span, plain }) => t.slice(0, span.start) + plain + t.slice(span.end), text);

/** Numbers that two clauses have, where in the text before they had not. */
function twice(text: string, before: string): string[] {
  const keys = (t: string): string[] => numberedClauses(readDocument(t)).map(({ key }) => key);
  const count = (all: readonly string[], key: string): number => all.filter((other) => other === key).length;
  const known = keys(before);
  const now = keys(text);
  return [...new Set(now)].filter((key) => count(now, key) > Math.max(1, count(known, key)));
}

const missingIn = ({ findings }: Report): string[] =>
  findings
    .filter(({ assessment }) => assessment?.outcome === 'missing' && !assessment.denied)
    .map(({ code }) => code);

/** What is wrong when all missing clauses are inserted at once. */
function faultsIn({ file, text }: NamedDocument): object[] {
  const { report, context } = judged(text);
  const fix = insertAllFix(report.findings, report.assessments, context, 1);
  if (!fix) return [];
  const after = apply(text, fix.edits);
  const inserted = missingIn(report);
  const unmet = judged(after)
    .report.assessments.filter(({ requirement, met }) => inserted.includes(requirement.id) && !met)
    .map(({ requirement }) => requirement.id);
  const numbers = twice(after, text);
  return numbers.length + unmet.length > 0 ? [{ file, numbers, unmet }] : [];
}

test.each(examples)('$file: all missing clauses at once, no number twice, each is met', (document) =>
  expect(faultsIn(document)).toEqual([]),
);

test.each(laws)('$name: the same', (law) =>
  expect(
    deficient.flatMap(({ file, text }) => {
      const other = law.rewrite(text);
      return other === text ? [] : faultsIn({ file, text: other });
    }),
  ).toEqual([]),
);

test('texts of the pages: the same', () => expect(pieces.flatMap(faultsIn)).toEqual([]));

test.each(deficient)('$file without headings: the same, and none comes to it', ({ file, text }) => {
  const bare = text.replace(/^#{1,6} /gm, '');
  expect(faultsIn({ file, text: bare })).toEqual([]);
  const { report, context } = judged(bare);
  const edits = insertAllFix(report.findings, report.assessments, context, 1)?.edits ?? [];
  expect(edits.map(({ plain }) => plain).join('')).not.toMatch(/^#/m);
});

test.each(deficient)('$file: one after the other, no number twice', ({ text }) => {
  let now = text;
  for (const code of missingIn(judged(text).report)) {
    const { report, context } = judged(now);
    const requirement = library.requirement(code);
    if (requirement) now = apply(now, insertionEdits(requirement, report.assessments, context));
  }
  expect(twice(now, text)).toEqual([]);
});
