import type { Degrees } from './deficient.ts';
import { cell } from './rates.ts';
import type { Figures } from './score.ts';

const columns = [
  '',
  'items',
  'missing: precision',
  'recall',
  'F1',
  'present: precision',
  'recall',
  'F1',
  'exact outcome',
  'deficient: precision',
  'recall',
  'evidence near',
];
const widths = [30, 5, 20, 18, 5, 20, 18, 5, 18, 20, 18, 18];

export const headRow = (): string => row(columns);

/** A line of the table: every rate in per cent with its count and 95 % interval. */
export function figuresRow(name: string, figures: Figures | undefined, degrees?: Degrees): string {
  if (!figures) return row([name, '0']);
  const { items, missing, present, exact, evidence } = figures;
  return row([
    name,
    String(items),
    cell(missing.hit, missing.said),
    cell(missing.hit, missing.labelled),
    f1(missing.f1, missing.labelled),
    cell(present.hit, present.said),
    cell(present.hit, present.labelled),
    f1(present.f1, present.labelled),
    cell(Math.round((exact ?? 0) * items), items),
    degrees ? cell(degrees.hit, degrees.said) : '',
    degrees ? cell(degrees.hit, degrees.labelled) : '',
    cell(Math.round((evidence.near ?? 0) * evidence.judged), evidence.judged),
  ]);
}

const f1 = (value: number, labelled: number): string => (labelled === 0 ? '–' : (100 * value).toFixed(1));

const row = (cells: readonly string[]): string =>
  cells
    .map((text, i) => (i === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[i] ?? 0)))
    .join(' ')
    .trimEnd();
