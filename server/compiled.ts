import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
  const kept = compiledFrom(source, place);
  const script = new Script(wrap(source.toString()), {
    filename: file,
    ...(kept && { cachedData: kept.code }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  // By the end, what the run needed is compiled; a much longer one needed more, and forgot what is needed only once.
  process.once('exit', () => {
    const lasted = performance.now();
    if (!kept || script.cachedDataRejected === true || lasted > 3 * kept.lasted)
      keep(source, { code: script.createCachedData(), lasted }, place);
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file));
}

const folder = (): string => join(tmpdir(), `clausecheck-${process.getuid?.() ?? 'compiled'}`);

/** Others have no say in what it holds, and nothing is written through a link that they have put there. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === (process.getuid?.() ?? 0);
}

interface Compiled {
  readonly code: Buffer;
  /** The run that left it behind, in milliseconds. */
  readonly lasted: number;
}

/** In front of the code stands the source it was compiled from: V8 itself compares only the length. */
function compiledFrom(source: Buffer, place: string): Compiled | undefined {
  try {
    if (!isOurs(dirname(place))) return undefined;
    const kept = readFileSync(place);
    const lasted = kept.readDoubleLE();
    const code = kept.subarray(8 + source.length);
    return kept.subarray(8, 8 + source.length).equals(source) ? { code, lasted } : undefined;
  } catch {
    return undefined;
  }
}

/** Whoever reads at the same time finds all of it or nothing; what cannot be written is done without. */
function keep(source: Buffer, { code, lasted }: Compiled, place: string): void {
  const head = Buffer.alloc(8);
  head.writeDoubleLE(lasted);
  const whole = `${place}.${process.pid}`;
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    if (!isOurs(dirname(place))) return;
    writeFileSync(whole, Buffer.concat([head, source, code]));
    renameSync(whole, place);
  } catch {
    // The next run compiles again.
  }
}
