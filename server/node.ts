import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../package.json';
import { unpack } from './catalogue/packed.ts';
import { findFiles } from './cli/files.ts';
import { serve } from './lsp/server.ts';
import { compileOnce } from './v8.ts';

// The door of the language server on Node: over IPC from VS Code (`--node-ipc`), over standard streams from any
// other editor (`--stdio`).

const given = process.argv.slice(2);
const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (given.includes('--version')) {
  process.stdout.write(`clausecheck-language-server ${version}\n`);
} else if (!given.some((argument) => transports.some((name) => argument.startsWith(name)))) {
  process.stderr.write('usage: clausecheck-language-server --stdio | --node-ipc | --version\n');
  process.exitCode = 2;
} else {
  compileOnce();
  const connection = createConnection(ProposedFeatures.all);
  const packed = unpack(readFileSync(join(__dirname, 'catalogue.bin')));
  serve(connection, { version, catalogue: packed.catalogue, compiled: packed, readText, listFiles });
  connection.listen();
}

/** A folder, a missing or an unreadable file has no text. */
function readText(uri: string): Promise<string | undefined> | undefined {
  if (!uri.startsWith('file:')) return undefined;
  return readFile(fileURLToPath(uri), 'utf8').catch(() => undefined);
}

/** The files that the command line would check in a folder. */
function listFiles(folder: string): string[] | undefined {
  if (!folder.startsWith('file:')) return undefined;
  return findFiles(['.'], fileURLToPath(folder)).files.map(({ absolute }) => pathToFileURL(absolute).href);
}
