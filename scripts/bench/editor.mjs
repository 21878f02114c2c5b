import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import protocol from 'vscode-languageserver-protocol/node';
import { probed, readProbe } from './measure.mjs';

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = protocol;

/**
 * Types into a document through a language server over its standard streams. Edits come one by one, each a pause after
 * the findings of the one before. Times in milliseconds, from the message sent to the diagnostics of its version.
 */
export async function typeInto(program, text, { edits, pause, rest = 0, line, place = 'file:///bench' }) {
  const { environment, file } = probed();
  const child = spawn(process.execPath, [...program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: environment,
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let heard = () => {};
  connection.onNotification('textDocument/publishDiagnostics', () => heard(performance.now()));
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const uri = `${place}/contract.md`;
  const folder = { uri: place, name: 'bench' };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder.uri,
    workspaceFolders: [folder],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
  });
  await connection.sendNotification('initialized', {});

  async function told(method, parameters) {
    const published = new Promise((resolve) => (heard = resolve));
    const start = performance.now();
    await connection.sendNotification(method, parameters);
    return (await published) - start;
  }

  const first = await told('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const lines = text.split('\n').flatMap((line, index) => (line.length > 20 && index > 4 ? [index] : []));
  const times = [];
  for (let edit = 0; edit < edits; edit++) {
    await setTimeout(pause);
    const at = { line: line ?? lines[Math.floor(((edit * 0.618034) % 1) * lines.length)], character: 4 };
    times.push(
      await told('textDocument/didChange', {
        textDocument: { uri, version: edit + 2 },
        contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
      }),
    );
  }
  await setTimeout(rest);
  const memory = memoryOf(child.pid);
  await connection.sendRequest('shutdown');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
  times.sort((a, b) => a - b);
  const share = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
  return {
    first,
    median: share(0.5),
    p95: share(0.95),
    most: times.at(-1),
    restMegabytes: memory,
    ...readProbe(file),
  };
}

/** Resident memory now, in MB; undefined where the system does not tell. */
function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return undefined;
  }
}
