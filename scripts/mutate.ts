// `npm run mutate [-- --file part] [--requirement a,b] [--kind negate] [--all]`: turns the clauses of the good examples
// one at a time and shows whether exactly the matching finding appears.
import pages from 'catalogue:pages';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeLibrary } from '../server/assess/review.ts';
import { loadCatalogue } from '../server/catalogue/library.ts';
import { mutantsOf, type Mutant } from './parts/mutants.ts';
import { kinds } from './parts/mutation-words.ts';

const { values: options } = parseArgs({
  options: {
    file: { type: 'string', default: '' },
    requirement: { type: 'string' },
    kind: { type: 'string' },
    /** Tells of every mutant, not only of those that went wrong. */
    all: { type: 'boolean', default: false },
  },
});
const root = process.env['PROJECT_ROOT'] ?? process.cwd();
const library = makeLibrary(loadCatalogue(pages));
const wanted = options.requirement?.split(',');
const mutants = ['en', 'zh']
  .flatMap((language) => readdirSync(join(root, 'examples', language)).map((name) => `${language}/${name}`))
  .filter((file) => file.includes('-good') && file.includes(options.file))
  .flatMap((file) => mutantsOf(file, readFileSync(join(root, 'examples', file), 'utf8'), library))
  .filter(({ kind }) => !options.kind || kind === options.kind)
  .filter(({ requirement }) => wanted?.some((id) => requirement.endsWith(id)) ?? true);

for (const mutant of mutants) {
  const wrong = mutant.status === 'survived' || mutant.sideEffects.length > 0 || !mutant.restored;
  if (wrong || options.all) tell(mutant);
}
console.log();
console.log(row(['', 'caught', 'no hold', 'shared', 'side effects', 'not restored']));
for (const language of ['en', 'zh']) {
  for (const kind of [...kinds, undefined]) {
    const some = mutants.filter((m) => m.file.startsWith(language) && (!kind || m.kind === kind));
    const turned = some.filter((m) => m.status !== 'no-hold');
    const caught = turned.filter((m) => m.status === 'caught').length;
    const share = turned.length > 0 ? ((100 * caught) / turned.length).toFixed(1) : '–';
    console.log(
      row([
        `${language} ${kind ?? 'all'}`,
        `${caught}/${turned.length} ${share}`,
        String(some.length - turned.length),
        String(turned.filter((m) => m.shared.length > 0).length),
        String(turned.filter((m) => m.sideEffects.length > 0).length),
        String(turned.filter((m) => !m.restored).length),
      ]),
    );
  }
}

function tell({
  file,
  requirement,
  kind,
  status,
  outcome,
  sideEffects,
  restored,
  mutated,
  left,
}: Mutant): void {
  const also = sideEffects.length > 0 ? `; also ${sideEffects.join(', ')}` : '';
  console.log(
    `${file} ${requirement} ${kind}: ${status}, ${outcome}${also}${restored ? '' : '; not restored'}`,
  );
  for (const sentence of mutated.slice(0, 6)) if (sentence) console.log(`    ${sentence.slice(0, 200)}`);
  if (status === 'survived')
    for (const rest of left.slice(0, 5)) console.log(`    still: ${rest.slice(0, 300)}`);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(12) : cell.padStart(14))).join('');
}
