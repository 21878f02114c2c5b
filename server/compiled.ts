import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';

/**
 * Runs a file of this package as `require` does, and keeps its compiled code in the temporary folder for the next run:
 * what Node does itself from 22 on. `NODE_DISABLE_COMPILE_CACHE=1` forbids it here, too.
 */
export function runCompiled(file: string): void {
  const source = readFileSync(file);
  const place = join(folder(), `${basename(file)}-${process.version}-${process.arch}`);
  const cachedData = compiledFrom(source, place);
  const script = new Script(wrap(source.toString()), {
    filename: file,
    ...(cachedData && { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  // At the end, what the run needed is compiled, too.
  if (!cachedData || script.cachedDataRejected === true)
    process.once('exit', () => keep(source, script.createCachedData(), place));
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file));
}

/** Others have no say in what it holds. */
const folder = (): string => join(tmpdir(), `clausecheck-${process.getuid?.() ?? 'compiled'}`);

/** What is kept begins with the source it was compiled from: V8 itself compares only the length. */
function compiledFrom(source: Buffer, place: string): Buffer | undefined {
  try {
    if (statSync(dirname(place)).uid !== (process.getuid?.() ?? 0)) return undefined;
    const kept = readFileSync(place);
    return kept.subarray(0, source.length).equals(source) ? kept.subarray(source.length) : undefined;
  } catch {
    return undefined;
  }
}

/** Whoever reads at the same time finds all of it or nothing; what cannot be written is done without. */
function keep(source: Buffer, compiled: Buffer, place: string): void {
  const whole = `${place}.${process.pid}`;
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    writeFileSync(whole, Buffer.concat([source, compiled]));
    renameSync(whole, place);
  } catch {
    // The next run compiles again.
  }
}
