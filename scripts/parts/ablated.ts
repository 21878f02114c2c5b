import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '../../server/assess/assessment.ts';
import { noSettings, review, type Library } from '../../server/assess/review.ts';
import { readDocument } from '../../server/document/document.ts';
import { cell } from './rates.ts';

/** A labelled document without the lines (from 1, both ends included) that say a clause: then it is missing for sure. */
export interface Ablation {
  readonly file: string;
  readonly requirement: string;
  readonly remove: readonly (readonly [number, number])[];
}

export interface Ablated extends Ablation {
  readonly language: 'en' | 'zh';
  readonly outcome: string;
  readonly assessment: Assessment | undefined;
  /** What still counts, with its lines in the whole document. */
  readonly evidence: readonly { readonly line: number; readonly text: string }[];
}

/** Takes the lines out in memory and judges what is left; documents that are not there are left out. */
export function judgeAblated(ablations: readonly Ablation[], corpus: string, library: Library): Ablated[] {
  return ablations
    .filter(({ file }) => existsSync(join(corpus, file)))
    .map((ablation) => {
      const { text, kept } = without(readFileSync(join(corpus, ablation.file), 'utf8'), ablation.remove);
      const document = readDocument(text);
      const { assessments } = review(document, library, noSettings);
      const assessment = assessments.find((a) => a.requirement.id === `opinions/${ablation.requirement}`);
      return {
        ...ablation,
        language: /(?:^|\/)zh\//.test(ablation.file) ? ('zh' as const) : ('en' as const),
        outcome: assessment?.outcome ?? 'unanswered',
        assessment,
        evidence: (assessment?.evidence ?? []).map(({ span, text: said }) => ({
          line: kept[document.lines.lineAt(span.start)] ?? 0,
          text: said,
        })),
      };
    });
}

/** The text without these lines, and for each line left its number in the whole. */
export function without(
  text: string,
  remove: Ablation['remove'],
): { readonly text: string; readonly kept: readonly number[] } {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const kept = lines.map((_, i) => i + 1).filter((n) => !remove.some(([from, to]) => from <= n && n <= to));
  return { text: kept.map((n) => lines[n - 1]).join('\n'), kept };
}

/** How many of the clauses that were taken out are called missing, by requirement and language. */
export function ablationTable(ablated: readonly Ablated[]): string[] {
  const requirements = [...new Set(ablated.map((a) => a.requirement))].sort();
  const line = (name: string, some: readonly Ablated[]): string =>
    [
      name.padEnd(30),
      ...(['en', 'zh'] as const).map((language) => {
        const own = some.filter((a) => a.language === language);
        return cell(own.filter((a) => a.outcome === 'missing').length, own.length).padStart(18);
      }),
    ].join(' ');
  return [
    `${''.padEnd(30)} ${'English'.padStart(18)} ${'Chinese'.padStart(18)}`,
    line('all', ablated),
    ...requirements.map((id) =>
      line(
        id,
        ablated.filter((a) => a.requirement === id),
      ),
    ),
  ];
}
