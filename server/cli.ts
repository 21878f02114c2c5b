// The door of the command line: makes V8 ready for a short run, then starts the program.
import * as nodeModule from 'node:module';
import { optimiseLater } from './v8.ts';

// Keeps compiled code for the next run, where Node can (from 22 on; `NODE_DISABLE_COMPILE_CACHE=1` forbids it).
(nodeModule as { enableCompileCache?: () => void }).enableCompileCache?.();
optimiseLater();
// Not bundled: compiled only now, and kept.
nodeModule.createRequire(__filename)('./command-line.js');
