import pages from 'catalogue:pages';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Report } from '../server/assess/assessment.ts';
import { makeContext } from '../server/assess/context.ts';
import { fixesFor, insertAllFix, type Edit } from '../server/assess/fixes.ts';
import { makeLibrary, noSettings, review } from '../server/assess/review.ts';
import { loadCatalogue } from '../server/catalogue/library.ts';
import { readDocument } from '../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));
const folder = new URL('../examples/', import.meta.url);
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<
  string,
  Record<string, string>
>;
const unequal = JSON.parse(readFileSync(new URL('parity.json', import.meta.url), 'utf8')) as Record<
  string,
  string[]
>;
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

const verdict = (text: string): Report => review(readDocument(text), library, noSettings);
const warnings = (report: Report) =>
  report.findings.filter((f) => f.level === 'warning' || f.level === 'error');
const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((t, e) => t.slice(0, e.span.start) + e.plain + t.slice(e.span.end), text);

/** Mends the first warning with its preferred fix. */
function mendOne(text: string): string | undefined {
  const document = readDocument(text);
  const report = review(document, library, noSettings);
  const finding = warnings(report)[0];
  if (!finding) return undefined;
  const types = library.catalogue.types.filter((t) => report.type.types.includes(t.id));
  const fix = fixesFor(finding, report.assessments, makeContext(document, library, types)).find(
    (f) => f.preferred,
  );
  if (!fix) throw new Error(`no fix for ${finding.code}`);
  return apply(text, fix.edits);
}

test('every example has its expectations', () => {
  const files = ['en', 'zh'].flatMap((l) =>
    readdirSync(new URL(`${l}/`, folder)).map((name) => `${l}/${name}`),
  );
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

describe.each(Object.keys(expected))('%s', (file) => {
  const text = read(file);
  test('has the outcomes it promises', () => {
    const { assessments } = verdict(text);
    const told = assessments
      .filter((a) => a.expected === 'required')
      .map((a) => [a.requirement.id, a.outcome]);
    expect(Object.fromEntries(told)).toEqual(expected[file]);
  });

  test('says the same with other line ends', () => {
    const outcomes = (t: string) => verdict(t).assessments.map((a) => [a.requirement.id, a.outcome]);
    expect(outcomes(text.replaceAll('\n', '\r\n'))).toEqual(outcomes(text));
  });

  if (file.includes('-good')) {
    test('gives nothing above information', () =>
      expect(warnings(verdict(text)).map((f) => f.code)).toEqual([]));
  } else {
    test('is free of warnings after one action a clause, and stays so', () => {
      const count = warnings(verdict(text)).length;
      expect(count).toBeGreaterThan(0);
      let mended = text;
      for (let i = 0; i < count; i++) mended = mendOne(mended) ?? mended;
      expect(warnings(verdict(mended)).map((f) => f.code)).toEqual([]);
      expect(mendOne(mended)).toBeUndefined();
    });

    test('takes all missing clauses at once, each meeting its requirement', () => {
      const document = readDocument(text);
      const report = review(document, library, noSettings);
      const types = library.catalogue.types.filter((t) => report.type.types.includes(t.id));
      const fix = insertAllFix(report.findings, report.assessments, makeContext(document, library, types), 1);
      const after = verdict(apply(text, fix?.edits ?? []));
      const missing = after.assessments.filter((a) => a.expected === 'required' && a.outcome === 'missing');
      expect(missing.map((a) => a.requirement.id)).toEqual([]);
    });
  }
});

/**
 * All requirements, also those that the type does not expect. `test/parity.json` names what is not equal yet, every one
 * of them unexpected of the type; nothing may come to it.
 */
test.each(Object.keys(expected).filter((f) => f.startsWith('en/')))('%s says the same in Chinese', (file) => {
  const told = (f: string) =>
    verdict(read(f))
      .assessments.filter((a) => a.expected !== 'no' || !unequal[file]?.includes(a.requirement.id))
      .map((a) => `${a.requirement.id} ${a.expected} ${a.outcome}`);
  expect(told(file.replace('en/', 'zh/'))).toEqual(told(file));
});

test.each(Object.keys(expected).filter((f) => f.startsWith('en/')))(
  '%s and its Chinese version get the same findings',
  (file) => {
    const told = (f: string) =>
      verdict(read(f)).findings.map((finding) => `${finding.code} ${finding.level}`);
    expect(told(file.replace('en/', 'zh/')).sort()).toEqual(told(file).sort());
  },
);
