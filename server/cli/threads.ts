import { availableParallelism } from 'node:os';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { Library } from '../assess/review.ts';
import { checkFile, type Checked, type Job } from './check.ts';
import { keep, restore, type Kept } from './kept.ts';
import { readText } from './read.ts';

/** Below this many files a thread, starting it takes longer than it saves. */
const worthwhile = 250;

/** How many threads to start for so many files: as many as asked for, or as many as pay. */
export const threadsFor = (asked: number | 'auto', files: number): number =>
  asked === 'auto'
    ? Math.min(availableParallelism(), Math.floor(files / worthwhile))
    : Math.min(asked, files);

/** Threads that check files; each reads for itself and sends back what it found. */
export class Threads {
  /** How many files may wait for them at a time. */
  readonly ahead: number;
  readonly #workers: readonly Worker[];
  readonly #library: Library;
  readonly #waiting = new Map<
    number,
    { job: Job; done: (checked: Checked) => void; fail: (e: Error) => void }
  >();
  #count = 0;

  /** `door` is the program that a thread runs; it must call `serveThread`. */
  constructor(door: string, count: number, library: Library) {
    this.#library = library;
    this.ahead = count * 32;
    this.#workers = Array.from({ length: count }, () => new Worker(door));
    for (const worker of this.#workers) {
      worker.on('message', (answer: Answer) => this.#take(answer));
      worker.on('error', (error: Error) => {
        for (const { fail } of this.#waiting.values()) fail(error);
      });
    }
  }

  check(job: Job): Promise<Checked> {
    const id = this.#count++;
    return new Promise((done, fail) => {
      this.#waiting.set(id, { job, done, fail });
      this.#workers[id % this.#workers.length]?.postMessage({ id, job } satisfies Request);
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #take({ id, answer }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (!waiting) return;
    if (answer.kind !== 'kept') {
      waiting.done(answer);
      return;
    }
    const { file, shown } = waiting.job;
    const text = (): string => {
      const read = readText(file.absolute);
      return 'text' in read ? read.text : '';
    };
    waiting.done(restore(shown, answer.kept, text, this.#library));
  }
}

/** What a thread does: it answers until it is ended. */
export function serveThread(port: MessagePort, library: Library): void {
  port.on('message', ({ id, job }: Request) => {
    const checked = checkFile(job, { library, which: 'findings', stdin: undefined });
    const answer: Answer['answer'] =
      checked.kind === 'checked' ? { kind: 'kept', kept: keep(checked.report) } : checked;
    port.postMessage({ id, answer } satisfies Answer);
  });
}

interface Request {
  readonly id: number;
  readonly job: Job;
}

interface Answer {
  readonly id: number;
  readonly answer: Exclude<Checked, { kind: 'checked' }> | { readonly kind: 'kept'; readonly kept: Kept };
}
