import type { Finding } from '../assess/assessment.ts';
import { fixesFor, insertAllFix, type Edit, type Fix } from '../assess/fixes.ts';
import { overlaps, type Locale, type Span } from '../text/span.ts';
import { contextOf, type FeatureContext } from './context.ts';

/** A change the editor may offer. */
export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll.clausecheck' | 'refactor';
  readonly isPreferred: boolean;
  readonly finding: Finding | undefined;
  readonly edits: readonly Edit[];
  /** Place in the menu: what mends first, what silences last. */
  readonly rank: number;
}

/** What can be done at a place (UTF-16 offsets): the fixes of the findings there, the preferred ones first. */
export function actionsAt(feature: FeatureContext, span: Span, locale: Locale): Action[] {
  const { report } = feature;
  const context = contextOf(feature);
  const here = report.findings.filter((f) => !f.suppressed && touches(f.span, span));
  const actions = here.flatMap((finding) =>
    fixesFor(finding, report.assessments, context).map((fix) => asAction(fix, finding, locale)),
  );
  const all = here.length > 0 ? insertAllFix(report.findings, report.assessments, context) : undefined;
  if (all) actions.push(asAction(all, undefined, locale));
  return actions.sort((a, b) => a.rank - b.rank);
}

/** `source.fixAll.clausecheck`: every missing clause, in one edit. */
export function fixAll(feature: FeatureContext, locale: Locale): Action | undefined {
  const fix = insertAllFix(feature.report.findings, feature.report.assessments, contextOf(feature), 1);
  return fix && { ...asAction(fix, undefined, locale), kind: 'source.fixAll.clausecheck' };
}

const touches = (a: Span, b: Span): boolean => overlaps(a, b) || (a.start <= b.start && b.end <= a.end);

const asAction = (fix: Fix, finding: Finding | undefined, locale: Locale): Action => ({
  title: fix.title[locale],
  kind: fix.kind === 'replace' ? 'refactor' : 'quickfix',
  isPreferred: fix.preferred,
  finding,
  edits: fix.edits,
  rank: fix.preferred ? -1 : ranks.indexOf(fix.kind),
});

const ranks: readonly Fix['kind'][] = [
  'insert',
  'complete',
  'declare',
  'remove',
  'insert-all',
  'replace',
  'suppress',
  'suppress-file',
];
