import Mocha from 'mocha';
import { runSuite } from '../run.ts';

/** Runs in the extension host of a browser, a worker without Node; the results go out as a line of the console. */
export async function run(): Promise<void> {
  const reporter = class {} as unknown as Mocha.ReporterConstructor;
  const results = await runSuite(new Mocha({ ui: 'tdd', timeout: 30_000, color: false, reporter }));
  console.log(`RESULTS ${JSON.stringify(results)}`);
  const failures = results.tests.filter(({ state }) => state === 'failed').length;
  if (failures > 0) throw new Error(`${failures} test(s) failed`);
}
