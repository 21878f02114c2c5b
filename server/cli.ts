// The door of the command line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeLibrary } from './assess/review.ts';
import { unpack } from './catalogue/packed.ts';
import { main } from './cli/main.ts';

// Whoever reads only the head of a long report closes the pipe; that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? process.exitCode : 2);
  });
}

const packed = unpack(readFileSync(join(__dirname, 'catalogue.bin')));
void main(process.argv.slice(2), makeLibrary(packed.catalogue, packed)).then((code) => {
  process.exitCode = code;
});
