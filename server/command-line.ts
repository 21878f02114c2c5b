// What the door of the command line starts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort } from 'node:worker_threads';
import { makeLibrary } from './assess/review.ts';
import { unpack } from './catalogue/packed.ts';
import { digestOf } from './cli/cache.ts';
import { main } from './cli/main.ts';
import { serveThread } from './cli/threads.ts';

// Whoever reads only the head of a long report closes the pipe; that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? process.exitCode : 2);
  });
}

const bytes = readFileSync(join(__dirname, 'catalogue.bin'));
const packed = unpack(bytes);
const library = makeLibrary(packed.catalogue, packed);
const parts = () =>
  ['command-line.js', 'yaml.js', 'markdown.js'].map((name) => readFileSync(join(__dirname, name)));
const program = { door: __filename, digest: () => digestOf(...parts(), bytes) };
if (isMainThread) {
  void main(process.argv.slice(2), library, program).then((code) => {
    process.exitCode = code;
  });
} else if (parentPort) serveThread(parentPort, library);
