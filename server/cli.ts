// The door of the command line.
import { catalogue, tables } from 'catalogue:ready';
import { makeLibrary } from './assess/review.ts';
import { main } from './cli/main.ts';

// Whoever reads only the head of a long report closes the pipe; that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? process.exitCode : 2);
  });
}

void main(process.argv.slice(2), makeLibrary(catalogue, tables)).then((code) => {
  process.exitCode = code;
});
