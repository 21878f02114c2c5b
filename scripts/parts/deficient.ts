import type { LabelFile } from './score.ts';
import type { Judged } from './judged.ts';

export interface Degrees {
  readonly hit: number;
  readonly said: number;
  readonly labelled: number;
}

/**
 * Deficient (partial or weak) against met, over the items that are labelled as there: `said` counts those called
 * partial or weak, `labelled` those labelled so. Where the readers differ, what the product says is right.
 */
export function degreesOf(labels: readonly LabelFile[], judged: ReadonlyMap<string, Judged>): Degrees {
  const sum = { hit: 0, said: 0, labelled: 0 };
  for (const { file, items } of labels) {
    for (const { element, verdict, secondVerdict, disputed } of items) {
      const verdicts = [verdict, secondVerdict].filter((v) => v !== undefined).map(degreeOf);
      if (disputed || verdicts.some((v) => v === undefined)) continue;
      const said = degreeOf(
        judged.get(file)?.report.assessments.find((a) => a.requirement.id.endsWith(`/${element}`))?.outcome ??
          '',
      );
      const truth = said !== undefined && verdicts.includes(said) ? said : verdicts[0];
      if (truth === 'deficient') sum.labelled++;
      if (said === 'deficient') sum.said++;
      if (truth === 'deficient' && said === 'deficient') sum.hit++;
    }
  }
  return sum;
}

const degreeOf = (outcome: string): 'met' | 'deficient' | undefined =>
  outcome === 'met' ? 'met' : ['partly', 'partial', 'weak'].includes(outcome) ? 'deficient' : undefined;
