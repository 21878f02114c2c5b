// `npm run bench`: how fast the command line and the language server are, beside those of others, all in one interleaved
// run. Makes its inputs and installs the others below node_modules/.cache.
//   node scripts/bench.mjs [--rounds 5] [--only start,hundred,thousand,cache,corpus,growth,editor,hostile]
//                          [--write] [--verify] [--quick]
// With --only, the other parts are those measured before. --write: docs/performance.md and its picture. --verify: compares the quick way with full parsing, and measures nothing.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { typeInto } from './bench/editor.mjs';
import { contract, repository } from './bench/generate.mjs';
import { hostile } from './bench/hostile.mjs';
import { interleaved, run, stdoutOf } from './bench/measure.mjs';
import { installPeers } from './bench/peers.mjs';
import { performancePage, plot, summary } from './bench/report.mjs';
import { buildWholeServer } from './bench/whole.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
    verify: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'node_modules/.cache/bench');
const cli = join(root, 'dist/cli.js');
const server = join(root, 'dist/server.js');
const at = (name) => join(folder, name);
const wanted = (part) => !options.only || options.only.split(',').includes(part);

mkdirSync(folder, { recursive: true });
const documents = makeDocuments();
const inputs = makeInputs();
if (options.verify) {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'scripts/run.mjs'), 'verify', at('peers/thousand')],
    {
      stdio: 'inherit',
    },
  );
  process.exit(status ?? 1);
}
spawnSync(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root, stdio: 'inherit' });
const peers = installPeers(at('peers'));
const ours = (target, ...more) => [cli, 'check', '--quiet', ...more, target];
const before =
  options.only && existsSync(at('measured.json')) ? readFileSync(at('measured.json'), 'utf8') : '{}';
const measured = { ...JSON.parse(before), ...inputs, load: [loadavg()[0]] };
const lint = (names, target, count = rounds, cwd = at('peers')) =>
  interleaved(
    names.map((name) => ({
      name,
      measure: () => run({ args: name === 'clausecheck' ? ours(target) : peers[name](target), cwd }),
    })),
    count,
  );

const linters = ['clausecheck', 'markdownlint', 'remark', 'textlint'];
await part('start', () => lint(linters, 'tiny'));
await part('hundred', () => lint(linters, 'hundred'));
await part('thousand', () => lint(['clausecheck', 'markdownlint'], 'thousand'));
await part('corpus', () => existsSync(at('peers/corpus')) && lint(linters, 'corpus'));
await part('cache', async () => {
  const cached = (target) => ours(target, '--cache', '--cache-location', at(`${target}.cache`));
  const measure = (args) => () => run({ args, cwd: at('peers') });
  rmSync(at('many.cache'), { force: true });
  const cold = await measure(cached('many'))();
  const warm = await interleaved([{ name: 'warm', measure: measure(cached('many')) }], rounds);
  return { cold, ...warm };
});
await part('growth', async () => {
  const sizes = Object.keys(documents);
  const found = await interleaved(
    sizes.map((name) => ({ name, measure: () => run({ args: ours(`${name}.md`), cwd: folder }) })),
    rounds,
  );
  return Object.entries(found).map(([name, figures]) => ({ name, bytes: documents[name], ...figures }));
});
await part('editor', async () => {
  const whole = await buildWholeServer(root, at('whole'));
  const text = (kilobytes) => declared(contract(kilobytes * 1000, 'en', 7));
  const [small, large] = [text(100), text(1000)];
  writeFileSync(at('large.md'), large);
  const pace = { edits: options.quick ? 20 : 60, pause: 120 };
  const typing =
    (program, given, more = {}) =>
    () =>
      typeInto([program].flat(), given, { ...pace, ...more });
  return {
    ...(await interleaved(
      [
        { name: 'large', measure: typing(server, large, { rest: 10_000 }) },
        { name: 'largeWhole', measure: typing(whole, large, { edits: 4 }) },
        { name: 'small', measure: typing(server, small) },
        {
          name: 'smallUnified',
          measure: typing(peers.languageServer, small, { edits: 20, place: pathToFileURL(at('peers')).href }),
        },
        {
          name: 'wholeParse',
          measure: async () => ({ first: Number(await stdoutOf(peers.wholeParse(at('large.md')))) }),
        },
      ],
      Math.min(rounds, 3),
    )),
  };
});
await part('hostile', async () => {
  const found = [];
  for (const [name, make] of Object.entries(hostile)) {
    const size = options.quick ? 200_000 : 2_000_000;
    const text = `# Agreement\n\nThe Supplier shall notify the Customer.\n\n${make(size)}`;
    writeFileSync(at('hostile.md'), text);
    const { wallSeconds } = await run({ args: ours('hostile.md'), cwd: folder });
    const { first, most } = await typeInto([server], text, { edits: 2, pause: 50, line: 2 });
    found.push({ name, characters: text.length, wallSeconds, first, most });
  }
  return found;
});
measured.load.push(loadavg()[0]);
measured.machine = `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
writeFileSync(at('measured.json'), JSON.stringify(measured, undefined, 2));
console.log(summary(measured));
if (options.write) {
  const page = join(root, 'docs/performance.md');
  const style = await resolveConfig(page);
  writeFileSync(page, await format(performancePage(measured), { ...style, filepath: page }));
  writeFileSync(join(root, 'docs/images/performance.svg'), plot(measured));
}

async function part(name, measure) {
  if (!wanted(name)) return;
  console.error(`measuring: ${name}`);
  const found = await measure();
  if (!found) return;
  measured[name] = found;
  // What is measured is kept, whatever happens to the parts that follow.
  writeFileSync(at('measured.json'), JSON.stringify(measured, undefined, 2));
}

/** The inputs are the same on every machine; they are made once. */
function makeInputs() {
  const many = options.quick ? 2000 : 10_000;
  for (const [name, count] of [
    ['tiny', 0],
    ['thousand', 1000],
    ['many', many],
  ]) {
    const place = at(join('peers', name));
    if (existsSync(place)) continue;
    mkdirSync(place, { recursive: true });
    if (count === 0) writeFileSync(join(place, 'a.md'), '# Notes\n\nSome short text stands here.\n');
    else repository(place, count, count);
  }
  const thousand = markdownIn('thousand');
  if (!existsSync(at('peers/hundred'))) {
    mkdirSync(at('peers/hundred'));
    thousand
      .slice(0, 100)
      .forEach((file, i) => cpSync(at(`peers/thousand/${file}`), at(`peers/hundred/${i}.md`)));
  }
  const corpus = join(root, '../shared/corpus');
  if (existsSync(corpus) && !existsSync(at('peers/corpus')))
    for (const part of ['redistributable', 'evaluate-only'])
      cpSync(join(corpus, part), at(`peers/corpus/${part}`), { recursive: true });
  return Object.fromEntries(
    ['hundred', 'thousand', 'many', 'corpus']
      .filter((name) => existsSync(at(`peers/${name}`)))
      .map((name) => {
        const files = markdownIn(name);
        const bytes = files.reduce((sum, file) => sum + statSync(at(`peers/${name}/${file}`)).size, 0);
        return [`${name}Input`, { files: files.length, megabytes: bytes / 1e6 }];
      }),
  );
}

/** Contracts that declare their type, by name their bytes. */
function makeDocuments() {
  const made = {};
  for (const language of ['en', 'zh', 'mixed']) {
    for (const kilobytes of [10, 100, 500, 1000, 2000]) {
      const name = `${language}-${kilobytes}`;
      const text = declared(contract(kilobytes * 1000, language, kilobytes));
      writeFileSync(at(`${name}.md`), text);
      made[name] = Buffer.byteLength(text);
    }
  }
  return made;
}

function declared(text) {
  return `---\nclausecheck: { type: service-contract }\n---\n\n${text}`;
}

function markdownIn(name) {
  return readdirSync(at(`peers/${name}`), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort();
}
