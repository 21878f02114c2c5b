/**
 * How often a property is tried, on the same random values every time: who changed nothing sees what was seen before.
 * `SOAK=50` tries each for 50 seconds on others, which is how new counterexamples are found.
 */
export const runs = (count: number): Runs =>
  soak > 0 ? { numRuns: 1e9, interruptAfterTimeLimit: soak * 1000 } : { numRuns: count, seed: 368 };

/** In seconds. */
const soak = Number(process.env['SOAK'] ?? 0);

interface Runs {
  readonly numRuns: number;
  readonly seed?: number;
  readonly interruptAfterTimeLimit?: number;
}
