import { after } from './turns.ts';

/** How far apart the starts of two runs are at least, and how long to work before the event loop may breathe. Milliseconds. */
export interface Pace {
  readonly apart: number;
  readonly slice: number;
}

/** A job that can be paused between two steps. */
export type Job<T> = () => Generator<unknown, T>;

/**
 * One job for each key, in slices. A demand after a pause is met at once, those that follow quickly are merged. A new
 * demand ends the older run of its key; a result that comes out belongs to the newest demand.
 */
export class Schedule<T> {
  readonly #pace: Pace;
  readonly #runs = new Map<string, Run<T>>();

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** Starts the job, not too soon after the last one. `done` is called with the result, if it comes to that. */
  demand(key: string, job: Job<T>, done: (result: T) => void, failed: (error: unknown) => void): void {
    const before = this.#runs.get(key);
    const run = new Run(job, this.#pace.slice, before?.end() ?? []);
    run.result.then(done, failed);
    run.startAt(before?.next(this.#pace.apart) ?? 0);
    this.#runs.set(key, run);
  }

  /**
   * The result of the newest demand, also of one that comes in meanwhile; undefined when there is none or it failed.
   * `now` cuts the waiting short.
   */
  async result(key: string, { now }: { now: boolean }): Promise<T | undefined> {
    const run = this.#runs.get(key);
    if (now) run?.startAt(0);
    return run && new Promise<T | undefined>((resolve) => run.tell(resolve));
  }

  drop(key: string): void {
    for (const tell of this.#runs.get(key)?.end() ?? []) tell(undefined);
    this.#runs.delete(key);
  }

  dropAll(): void {
    for (const key of [...this.#runs.keys()]) this.drop(key);
  }
}

type Listener<T> = (result: T | undefined) => void;

class Run<T> {
  readonly result: Promise<T>;
  readonly #job: Job<T>;
  readonly #slice: number;
  #steps: Generator<unknown, T> | undefined;
  #startsAt = 0;
  #started = false;
  #state: 'waiting' | 'running' | 'ended' = 'waiting';
  #cancel: () => void = () => undefined;
  #listeners: Listener<T>[];
  #settled: { readonly value: T | undefined } | undefined;
  #resolve: (value: T) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  /** Those who waited for an older run of the key wait for this one. */
  constructor(job: Job<T>, slice: number, listeners: Listener<T>[]) {
    this.#job = job;
    this.#slice = slice;
    this.#listeners = listeners;
    this.result = new Promise<T>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** When the run that takes its place may start, by the monotonic clock; one that never started is merged into it. */
  next(apart: number): number {
    return this.#started ? this.#startsAt + apart : this.#startsAt;
  }

  startAt(time: number): void {
    if (this.#state !== 'waiting') return;
    this.#cancel();
    const now = performance.now();
    this.#startsAt = Math.max(time, now);
    this.#cancel = after(this.#startsAt - now, () => {
      this.#state = 'running';
      this.#started = true;
      this.#work();
    });
  }

  tell(listener: Listener<T>): void {
    if (this.#settled) listener(this.#settled.value);
    else this.#listeners.push(listener);
  }

  /** Ends the run; gives back those who still wait for a result. */
  end(): Listener<T>[] {
    this.#state = 'ended';
    this.#cancel();
    const listeners = this.#listeners;
    this.#listeners = [];
    return listeners;
  }

  #work(): void {
    if (this.#state === 'ended') return;
    try {
      this.#steps ??= this.#job();
      const pause = performance.now() + this.#slice;
      for (;;) {
        const step = this.#steps.next();
        if (step.done) {
          this.#settle(step.value);
          this.#resolve(step.value);
          return;
        }
        if (performance.now() >= pause) break;
      }
      this.#cancel = after(0, () => this.#work());
    } catch (error) {
      this.#settle(undefined);
      this.#reject(error);
    }
  }

  #settle(value: T | undefined): void {
    this.#state = 'ended';
    this.#settled = { value };
    for (const listener of this.#listeners) listener(value);
    this.#listeners = [];
  }
}
