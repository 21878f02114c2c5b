// The door of the command line: makes V8 ready for a short run, then starts the program. That is not bundled, so that its
// compiled code can be kept for the next run.
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { runCompiled } from './compiled.ts';
import { optimiseLater } from './v8.ts';

const program = join(__dirname, 'command-line.js');
const { enableCompileCache } = nodeModule as { enableCompileCache?: () => void };
optimiseLater();
if (enableCompileCache || process.env['NODE_DISABLE_COMPILE_CACHE'] === '1') {
  enableCompileCache?.();
  nodeModule.createRequire(__filename)(program);
} else runCompiled(program);
