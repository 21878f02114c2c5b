// How long the findings take to follow a keystroke in a 100 KB contract: from the change sent to the diagnostics of
// its version received, by the built server in a process of its own. Edits come one by one, each after a pause.
//   node scripts/keystroke.mjs [--edits 30] [--kilobytes 100] [--pause 150] [--json]
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import protocol from 'vscode-languageserver-protocol/node';

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = protocol;
const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '30' },
    pause: { type: 'string', default: '150' },
    kilobytes: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
  },
});
const server = fileURLToPath(new URL('../dist/server.js', import.meta.url));
if (!existsSync(server)) {
  console.error('dist/server.js is not there: npm run build');
  process.exit(2);
}

const text = contract(Number(values.kilobytes) * 1000);
const lines = text.split('\n');
const uri = 'file:///keystroke.md';
const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = createProtocolConnection(
  new StreamMessageReader(child.stdout),
  new StreamMessageWriter(child.stdin),
);
const waiting = new Map();
connection.onNotification('textDocument/publishDiagnostics', ({ version, diagnostics }) => {
  waiting.get(version)?.({ at: performance.now(), count: diagnostics.length });
});
connection.listen();
const published = (version) => new Promise((resolve) => waiting.set(version, resolve));

await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
await connection.sendNotification('initialized', {});
const opened = published(1);
let start = performance.now();
await connection.sendNotification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'markdown', version: 1, text },
});
const { at, count } = await opened;
const first = at - start;

const times = [];
const body = lines.flatMap((line, index) => (line.length > 60 ? [index] : []));
for (let edit = 0; edit < Number(values.edits); edit++) {
  const version = edit + 2;
  const line = body[Math.floor(((edit * 0.618) % 1) * body.length)];
  const place = { line, character: 30 };
  const done = published(version);
  start = performance.now();
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start: place, end: place }, text: 'x' }],
  });
  times.push((await done).at - start);
  await setTimeout(Number(values.pause));
}
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
connection.end?.();

times.sort((a, b) => a - b);
const result = {
  characters: text.length,
  findings: count,
  edits: times.length,
  firstMs: round(first),
  medianMs: round(times[Math.floor(times.length / 2)]),
  p95Ms: round(times[Math.floor(times.length * 0.95)]),
  maxMs: round(times.at(-1)),
};
console.log(
  values.json
    ? JSON.stringify(result)
    : `${result.characters} characters, ${result.findings} findings: first ${result.firstMs} ms; ` +
        `${result.edits} keystrokes: median ${result.medianMs} ms, p95 ${result.p95Ms} ms, max ${result.maxMs} ms`,
);

function round(milliseconds) {
  return Math.round(milliseconds * 10) / 10;
}

/** A contract of about the given length that says much and not everything. The same on every run. */
function contract(length) {
  const sentences = [
    'The Supplier shall host the order system of the Customer in its own data centre and keep it available.',
    'The Supplier shall use personal information only to perform the services that this Agreement names.',
    'The Supplier shall tell the Customer of every incident that touches the system within 24 hours.',
    'The Customer shall pay the fees within thirty days after it has received a correct invoice.',
    'Each party may end this Agreement for cause when the other party does not cure a breach in time.',
    'The Supplier shall keep records of access to the system and shall let the Customer inspect them.',
    'Personal information shall be stored in the country in which it was collected, for one year at most.',
    'The parties shall settle disputes by talks first and by arbitration when talks do not help.',
  ];
  let out = '---\nclausecheck: { type: service-contract }\n---\n\n# Hosting Agreement\n';
  for (let section = 1; out.length < length; section++) {
    out += `\n## ${section}. Part ${section}\n`;
    for (let clause = 1; clause <= 6; clause++) {
      const pick = (step) => sentences[(section * 5 + clause * step) % sentences.length];
      out += `\n${section}.${clause} ${pick(3)} ${pick(7)}\n`;
    }
  }
  return out;
}
