import { setFlagsFromString } from 'node:v8';

/** Node 20; newer ones need no telling. */
const isOld = process.versions.v8.startsWith('11.');

/** Several threads need not collect a few megabytes, and an expression is compiled once, not twice. */
export function compileOnce(): void {
  if (!isOld) return;
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString('--no-regexp-tier-up');
}

/**
 * For a run that is over before optimising pays: Node 20 does it early and much, and without it the run takes a quarter
 * less. A server does not: who types into it gains by what was optimised. Room for what is new is given in larger steps,
 * and nobody else marks what is alive meanwhile: a few megabytes are quickly gone through when there is need.
 */
export function optimiseLater(): void {
  compileOnce();
  if (!isOld) return;
  setFlagsFromString('--interrupt-budget=1000000');
  setFlagsFromString('--semi-space-growth-factor=8');
  setFlagsFromString('--no-incremental-marking');
}
