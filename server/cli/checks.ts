import { setImmediate } from 'node:timers/promises';
import { type Cache, digestOf } from './cache.ts';
import { checkFile, checkText, jobFor, type Checked, type CheckOptions, type Job } from './check.ts';
import type { FileToCheck } from './files.ts';
import { keep, restore } from './kept.ts';
import { decode, readBytes } from './read.ts';
import type { Threads } from './threads.ts';

/** Checks files one after the other, or many at a time; what is found comes in the order of the files. */
export async function* checkAll(
  files: readonly FileToCheck[],
  options: CheckOptions,
  { cache, threads }: { readonly cache: Cache | undefined; readonly threads: Threads | undefined },
): AsyncGenerator<readonly [FileToCheck, Checked]> {
  // Some ahead of the one that is waited for, so that no thread is idle and memory does not grow with the files.
  const ahead: { file: FileToCheck; checked: Checked | Promise<Checked> }[] = [];
  const most = threads ? threads.ahead : 1;
  let at = 0;
  while (ahead.length > 0 || at < files.length) {
    for (let file = files[at]; file && ahead.length < most; file = files[++at])
      ahead.push({ file, checked: checkOne(file, options, cache, threads) });
    const next = ahead.shift();
    if (next) yield [next.file, await next.checked];
    // Lets a closed pipe or a signal be heard.
    if (at % 16 === 15) await setImmediate();
  }
}

function checkOne(
  file: FileToCheck,
  options: CheckOptions,
  cache: Cache | undefined,
  threads: Threads | undefined,
): Checked | Promise<Checked> {
  const job = jobFor(file, options);
  if (!job) return { kind: 'ignored' };
  if (file.absolute === '-') return checkFile(job, options);
  if (cache) return checkCached(job, options, cache, threads);
  return threads ? threads.check(job) : checkFile(job, options);
}

/** The same content under the same settings needs no second look. */
function checkCached(
  job: Job,
  { library, which }: CheckOptions,
  cache: Cache,
  threads: Threads | undefined,
): Checked | Promise<Checked> {
  const { absolute } = job.file;
  const read = readBytes(absolute);
  if ('problem' in read) return { kind: 'unreadable', file: job.shown, message: read.problem };
  const digest = digestOf(read.bytes, JSON.stringify(job.settings));
  const kept = cache.get(absolute, digest);
  if (kept) return restore(job.shown, kept, () => textOf(read.bytes), library);
  const text = decode(read.bytes);
  if ('problem' in text) return { kind: 'unreadable', file: job.shown, message: text.problem };
  const remember = (checked: Checked): Checked => {
    if (checked.kind === 'checked') cache.set(absolute, digest, keep(checked.report));
    return checked;
  };
  return threads ? threads.check(job).then(remember) : remember(checkText(text.text, job, library, which));
}

/** Of bytes that have been decoded once. */
function textOf(bytes: Uint8Array): string {
  const read = decode(bytes);
  return 'text' in read ? read.text : '';
}
