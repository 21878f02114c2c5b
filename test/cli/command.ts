import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(root, 'dist/cli.js');

/** What a command printed, and its exit code. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
}

export interface Invocation {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
}

/** Runs the built command line away from the terminal and the language of whoever tests. */
export function clausecheck(
  args: readonly string[],
  { folder, environment, input = '' }: Invocation,
): Outcome {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bundle, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], LANG: 'C', ...environment },
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { stdout, stderr, exit: status };
}

/** What a file holds, or where a link leads. */
export type Content = string | Buffer | { readonly to: string };

/** A folder of its own for one test, with these files; gone when `use` is done. */
export function inFolder<T>(files: Readonly<Record<string, Content>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'clausecheck-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      if (typeof content === 'object' && 'to' in content) symlinkSync(content.to, join(folder, name));
      else writeFileSync(join(folder, name), content);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Builds when a source is newer than the bundle, so that nobody tests yesterday's code. */
export function build(): void {
  const built = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = readdirSync(join(root, 'server'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((time, entry) => Math.max(time, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
  if (newest <= built) return;
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
}
