import type { Assessment, Outcome } from '../assess/assessment.ts';
import { isAlmost } from '../assess/checks/almost.ts';
import { insertionEdits, repairsFor } from '../assess/fixes.ts';
import { lacksOf } from '../assess/messages.ts';
import { placeFor } from '../assess/place.ts';
import { itemOf } from '../catalogue/items.ts';
import type { Requirement } from '../catalogue/requirement.ts';
import type { Locale, Span } from '../text/span.ts';
import { contextOf, type FeatureContext } from './context.ts';

/** The requirements of one item of the Opinions, or of another pack. */
export interface CoverageGroup {
  readonly id: string;
  readonly title: string;
  /** Of those expected of the document's type. */
  readonly expected: number;
  readonly met: number;
  readonly entries: readonly CoverageEntry[];
}

/** What the document says on one requirement. Spans are offsets into its text, in UTF-16 units. */
export interface CoverageEntry {
  readonly requirement: Requirement;
  readonly id: string;
  readonly title: string;
  readonly expected: Assessment['expected'];
  readonly state: CoverageState;
  /** The state in a word or two. */
  readonly word: string;
  readonly lacking: readonly string[];
  /** The state with what is lacking, in a line. */
  readonly line: string;
  readonly evidence: readonly Quote[];
  /** For `missing`: what comes nearest. */
  readonly nearest: readonly Quote[];
  /** The evidence; where there is none, the heading under which the clause belongs. */
  readonly place: Span;
  /** What can be written: a clause where there is none, or words that mend the one there is. */
  readonly repair: 'insert' | 'mend' | undefined;
  /** The reason of the suppression that covers the finding. */
  readonly suppressed: string | undefined;
}

export interface Quote {
  readonly span: Span;
  readonly text: string;
  readonly lacking: readonly string[];
}

/** `unsaid`: often found in such a document, not expected. */
export type CoverageState = Exclude<Outcome, 'not-applicable'> | 'denied' | 'unsaid';

/** The requirements that the document's types expect or often answer, by item; nothing when no type is known. */
export function coverageOf(feature: FeatureContext, locale: Locale): CoverageGroup[] {
  const { report, document } = feature;
  if (!document.declaration.applies || feature.settings.applies === false) return [];
  const groups = new Map<string, CoverageGroup & { entries: CoverageEntry[] }>();
  const context = contextOf(feature);
  for (const assessment of report.assessments) {
    if (assessment.expected === 'no' || assessment.outcome === 'not-applicable') continue;
    const item = itemOf(assessment.requirement);
    const group = groups.get(item.id) ?? {
      id: item.id,
      title: item.title[locale],
      expected: 0,
      met: 0,
      entries: [],
    };
    const required = assessment.expected === 'required';
    groups.set(item.id, {
      ...group,
      expected: group.expected + (required ? 1 : 0),
      met: group.met + (required && assessment.outcome === 'met' ? 1 : 0),
      entries: [...group.entries, entryOf(assessment)],
    });
  }
  return [...groups.values()];

  function entryOf(assessment: Assessment): CoverageEntry {
    const { requirement, expected, evidence, nearest, lacking } = assessment;
    const state = stateOf(assessment);
    return {
      requirement,
      id: requirement.id,
      title: requirement.title[locale],
      expected,
      state,
      word: stateWords[state][locale],
      lacking: lacking.map((lack) => lack.message[locale]),
      line: lineOf(stateWords[state][locale], assessment, locale),
      evidence: evidence.map(({ span, text }) => ({ span, text, lacking: [] })),
      nearest: nearest.map((passage) => ({
        span: passage.span,
        text: passage.text,
        lacking: passage.lacking.map((lack) => lack.message[locale]),
      })),
      place: evidence[0]?.span ?? placeFor(requirement, report.assessments, context).span,
      repair: repairOf(assessment),
      suppressed: report.findings.find((f) => f.code === requirement.id)?.suppressed?.reason,
    };
  }

  function repairOf(assessment: Assessment): CoverageEntry['repair'] {
    if (assessment.outcome === 'met' || assessment.denied) return undefined;
    if (assessment.outcome === 'missing' || isAlmost(assessment)) {
      return insertionEdits(assessment.requirement, report.assessments, context).length > 0
        ? 'insert'
        : undefined;
    }
    return repairsFor(assessment, report.assessments, context).length > 0 ? 'mend' : undefined;
  }
}

function lineOf(word: string, assessment: Assessment, locale: Locale): string {
  const lacks = lacksOf(assessment, locale);
  if (!lacks) return word;
  const mark = assessment.outcome === 'met' ? { en: '; ', zh: '；' } : { en: ': ', zh: '：' };
  return `${word}${mark[locale]}${lacks}`;
}

function stateOf({ outcome, denied, expected }: Assessment): CoverageState {
  if (denied) return 'denied';
  if (outcome === 'missing' || outcome === 'not-applicable')
    return expected === 'required' ? 'missing' : 'unsaid';
  return outcome;
}

export const stateWords: Readonly<Record<CoverageState, Record<Locale, string>>> = {
  met: { en: 'met', zh: '已满足' },
  partial: { en: 'partial', zh: '部分满足' },
  weak: { en: 'weak', zh: '表述偏弱' },
  missing: { en: 'missing', zh: '缺失' },
  denied: { en: 'denied', zh: '作了相反的表述' },
  unsaid: { en: 'not said, not expected', zh: '未写明，不要求' },
};
