import { expect, test } from 'vitest';
import { Schedule } from '../../server/lsp/schedule.ts';

const pace = { apart: 5, slice: 1 };

function* counting(upTo: number, seen: number[]): Generator<unknown, number> {
  for (let step = 1; step <= upTo; step++) {
    seen.push(step);
    yield;
  }
  return upTo;
}

const fail = (error: unknown): void => {
  throw error;
};

test('a job runs to its end and tells its result', async () => {
  const schedule = new Schedule<number>(pace);
  const seen: number[] = [];
  const result = await new Promise((done) => schedule.demand('a', () => counting(3, seen), done, fail));
  expect([result, seen]).toEqual([3, [1, 2, 3]]);
  expect(await schedule.result('a', { now: false }), 'and keeps it').toBe(3);
});

test('a newer demand ends the older run; who waited for the older gets the newer result', async () => {
  const schedule = new Schedule<string>(pace);
  const told: string[] = [];
  const forever = function* (): Generator<unknown, string> {
    for (;;) yield;
  };
  schedule.demand('a', forever, (r) => told.push(r), fail);
  const waiting = schedule.result('a', { now: true });
  // eslint-disable-next-line require-yield
  const quick = function* (): Generator<unknown, string> {
    return 'new';
  };
  schedule.demand('a', quick, (r) => told.push(r), fail);
  expect(await waiting).toBe('new');
  expect(told).toEqual(['new']);
});

test('a demand after a pause is met at once, those that follow quickly are merged', async () => {
  const schedule = new Schedule<string>({ apart: 10, slice: 1 });
  const run: string[] = [];
  const job = (name: string) =>
    // eslint-disable-next-line require-yield
    function* (): Generator<unknown, string> {
      run.push(name);
      return name;
    };
  schedule.demand('a', job('first'), () => undefined, fail);
  await schedule.result('a', { now: false });
  for (const name of ['second', 'third', 'fourth']) schedule.demand('a', job(name), () => undefined, fail);
  await schedule.result('a', { now: false });
  expect(run).toEqual(['first', 'fourth']);
});

test('a long job lets the event loop breathe', async () => {
  const schedule = new Schedule<string>({ apart: 0, slice: 2 });
  let stop = false;
  const long = function* (): Generator<unknown, string> {
    while (!stop) yield;
    return 'stopped from outside';
  };
  const result = new Promise((done) => schedule.demand('a', long, done, fail));
  await schedule.result('none', { now: true });
  setTimeout(() => {
    stop = true;
  }, 0);
  expect(await result).toBe('stopped from outside');
});

test('a job that fails says so, and nobody waits for ever', async () => {
  const schedule = new Schedule<string>(pace);
  // eslint-disable-next-line require-yield
  const broken = function* (): Generator<unknown, string> {
    throw new Error('broken');
  };
  const error = new Promise((failed) => schedule.demand('a', broken, () => undefined, failed));
  const waiting = schedule.result('a', { now: true });
  expect(await error).toMatchObject({ message: 'broken' });
  expect(await waiting).toBeUndefined();
});

test('a dropped key has no result', async () => {
  const schedule = new Schedule<string>(pace);
  // eslint-disable-next-line require-yield
  const never = function* (): Generator<unknown, string> {
    throw new Error('was run');
  };
  schedule.demand('a', never, fail, fail);
  const waiting = schedule.result('a', { now: false });
  schedule.drop('a');
  expect(await waiting).toBeUndefined();
});
