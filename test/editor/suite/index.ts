import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { runSuite } from './run.ts';

/** Runs in the Node extension host of a real VS Code; ends well when every test passed. */
export async function run(): Promise<void> {
  const results = await runSuite(new Mocha({ ui: 'tdd', timeout: 30_000, color: false }));
  const file = process.env['TEST_RESULTS_FILE'];
  if (file) writeFileSync(file, JSON.stringify(results));
  const failures = results.tests.filter(({ state }) => state === 'failed').length;
  if (failures > 0) throw new Error(`${failures} test(s) failed`);
}
