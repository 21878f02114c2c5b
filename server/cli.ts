// The door of the command line: makes V8 ready for a short run, then starts the program.
import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Keeps compiled code for the next run, where Node can (from 22 on; `NODE_DISABLE_COMPILE_CACHE=1` forbids it).
(nodeModule as { enableCompileCache?: () => void }).enableCompileCache?.();
if (process.versions.v8.startsWith('11.')) {
  // Node 20 optimises early and much, and several threads collect a few megabytes: a run is over before that pays.
  setFlagsFromString('--interrupt-budget=600000');
  setFlagsFromString('--no-parallel-scavenge');
}
// Not bundled: compiled only now, and kept.
nodeModule.createRequire(__filename)('./command-line.js');
