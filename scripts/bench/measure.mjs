import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const probe = fileURLToPath(new URL('probe.cjs', import.meta.url));

/** An environment in which a Node program and those it starts tell what they used, and where they tell it. */
export function probed() {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  const file = join(folder, 'used.jsonl');
  const options = `${process.env.NODE_OPTIONS ?? ''} --require=${JSON.stringify(probe)}`.trim();
  const environment = {
    ...process.env,
    NODE_OPTIONS: options,
    CLAUSECHECK_PROBE: file,
    CLAUSECHECK_PROBE_LOOP: '1',
  };
  // Where this names certificates, every Node reads them at its start, for a twentieth of a second; nobody here needs any.
  delete environment.NODE_EXTRA_CA_CERTS;
  return { environment, file };
}

/** CPU seconds (user and system, all processes together), peak MB (of the largest), longest block in ms. */
export function readProbe(file) {
  const used = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  rmSync(join(file, '..'), { recursive: true });
  return {
    cpuSeconds: used.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    megabytes: Math.max(...used.map(({ megabytes }) => megabytes)),
    blocked: Math.max(...used.map(({ blocked = 0 }) => blocked)),
  };
}

/** Runs a Node program to its end. Wall in seconds; the rest as `readProbe` has it. */
export async function run({ args, cwd }) {
  const { environment, file } = probed();
  delete environment.CLAUSECHECK_PROBE_LOOP;
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors = (errors + chunk).slice(-2000)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const wallSeconds = (performance.now() - start) / 1000;
  // 1 and 2 are findings to most linters; a crash leaves a signal or a stack.
  if (code === null || code > 2) throw new Error(`${args.join(' ')} ended with ${code}: ${errors}`);
  return { wallSeconds, ...readProbe(file) };
}

/** What a Node program prints. */
export async function stdoutOf(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  await new Promise((resolve) => child.once('close', resolve));
  return text;
}

/** Each program in turn, round after round, so that a busy machine is busy for all; medians by name. */
export async function interleaved(programs, rounds) {
  const results = new Map(programs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const { name, measure } of programs) results.get(name).push(await measure());
  return Object.fromEntries([...results].map(([name, found]) => [name, medians(found)]));
}

function medians(found) {
  const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return Object.fromEntries(Object.keys(found[0]).map((key) => [key, middle(found.map((one) => one[key]))]));
}
