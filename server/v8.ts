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
 * less. A server does not: who types into it gains by what was optimised.
 */
export function optimiseLater(): void {
  compileOnce();
  if (isOld) setFlagsFromString('--interrupt-budget=1000000');
}
