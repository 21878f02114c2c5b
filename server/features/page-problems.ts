import { withPage } from '../assess/page-library.ts';
import { review, type Library } from '../assess/review.ts';
import { loadCatalogue } from '../catalogue/library.ts';
import { readPage, type WrittenPage } from '../catalogue/page.ts';
import { pagesOf } from '../catalogue/pages-of.ts';
import type { Example, ModelClause, Requirement } from '../catalogue/requirement.ts';
import { readDocument } from '../document/document.ts';
import { Lines } from '../text/lines.ts';
import { memoized } from '../text/memo.ts';
import type { Bilingual, Locale } from '../text/span.ts';
import type { ShownFinding } from './diagnostics.ts';

/** The path below the catalogue folder when an address is that of a page of a catalogue. */
export const pagePathOf = (uri: string): string | undefined =>
  /\/server\/catalogue\/((?:[\w-]+\/)+[\w-]+\.md)$/.exec(uri)?.[1];

/**
 * What is wrong with a page of the catalogue that is being written: its form, and examples that are judged otherwise
 * than the page says. One example a step.
 */
export function* pageProblems(
  page: WrittenPage,
  library: Library,
  locale: Locale,
): Generator<unknown, ShownFinding[]> {
  const lines = new Lines(page.text);
  const read = readPage(page);
  const others = knownPages(library).filter(({ path }) => path !== page.path);
  const catalogue = loadCatalogue([...others, read]);
  yield;
  const found = catalogue.problems
    .filter(({ path }) => path === page.path)
    .map(({ line, message }) => shown('page', line, message, 'error'));
  const requirement = catalogue.requirements.find(({ path }) => path === page.path);
  if (!requirement) return found;
  // Only this page's check: the others are judged on their own pages.
  const judging = withPage(library, requirement, read.concepts ?? []);
  for (const example of requirement.examples) {
    yield;
    const outcome = outcomeOf(example.text, example.type);
    if (outcome === example.outcome) continue;
    found.push(shown('example', example.line, exampleMessage(example, outcome), 'warning'));
  }
  for (const clause of requirement.clauses) {
    if (clause.text.trim() === '')
      found.push(shown('model-clause', clause.line, emptyClause(clause), 'warning'));
  }
  return found;

  function outcomeOf(text: string, type: string): string {
    const report = review(readDocument(text), judging, { types: [type], levels: {} });
    const assessment = report.assessments.find((a) => a.requirement.id === (requirement as Requirement).id);
    return assessment?.error ?? assessment?.outcome ?? 'not-applicable';
  }

  function shown(code: string, line: number, message: Bilingual, level: ShownFinding['level']): ShownFinding {
    const span = { start: lines.startOf(line - 1), end: lines.endOf(line - 1) };
    return { span, level, code, message: message[locale], related: [], page: undefined };
  }
}

/** The catalogue's own pages, taken apart when one is edited for the first time. */
const knownPages = memoized((library: Library) => pagesOf(library.catalogue));

const exampleMessage = ({ outcome }: Example, got: string): Bilingual => ({
  en: `This example stands under "${outcome}", but the check says "${got}".`,
  zh: `此示例列在“${outcome}”之下，但检查结果为“${got}”。`,
});

const emptyClause = ({ language }: ModelClause): Bilingual => ({
  en: `This model clause (${language}) is empty.`,
  zh: `此示范条款（${language}）为空。`,
});
