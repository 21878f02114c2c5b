import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Who may know whom: docs/architecture.md. A door is a file that stands in server/ itself. */
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  text: [],
  document: ['text'],
  catalogue: ['text'],
  assess: ['document', 'catalogue', 'text'],
  features: ['assess', 'document', 'catalogue', 'text'],
  lsp: ['features', 'assess', 'document', 'catalogue', 'text'],
  cli: ['features', 'assess', 'document', 'catalogue', 'text'],
  door: ['lsp', 'cli', 'features', 'assess', 'document', 'catalogue', 'text'],
};
const pure = ['text', 'document', 'catalogue', 'assess', 'features'];

/** Packages that a pure room may use; what is not here needs a reason. */
const pureParts: Readonly<Record<string, readonly string[]>> = {
  text: ['yaml', 'fastest-levenshtein'],
  document: ['mdast'],
  catalogue: [],
  assess: ['yaml', 'picomatch'],
  features: [],
};
const parser = /^(?:unified|remark-.*|micromark.*|mdast-util-.*)$/;
const world =
  /\b(?:Date\.now|Math\.random|performance\.|process\.|Buffer\b|setTimeout|setInterval|setImmediate|queueMicrotask|localStorage|navigator\.|globalThis|crypto\.|fetch\()|\bnew Date\(\s*\)|\brequire\(/g;

interface Source {
  readonly path: string;
  readonly room: string;
  readonly code: string;
  readonly imports: readonly string[];
}

const sources = filesBelow('server').concat(filesBelow('client')).map(readSource);

it('sees the sources', () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(sources.filter((s) => s.room === 'text').flatMap((s) => s.imports)).toContain('./fold.ts');
});

it('imports go downward only', () => {
  const faults = sources.flatMap(({ path, room, imports }) =>
    imports
      .filter((target) => target.startsWith('.'))
      .map((target) => normalize(join(dirname(path), target)).replaceAll('\\', '/'))
      .filter((target) => !allowed(room, target))
      .map((target) => `${path} knows ${target}`),
  );
  expect(faults).toEqual([]);
});

it('the pure rooms know nothing of the world', () => {
  const faults = sources
    .filter(({ room }) => pure.includes(room))
    .flatMap(({ path, room, code, imports }) => [
      ...imports
        .filter((target) => !target.startsWith('.') && !parser.test(target))
        .filter((target) => builtin(target) || !pureParts[room]?.includes(target.replace(/(?<=.)\/.*/, '')))
        .map((target) => `${path} imports ${target}`),
      ...[...code.matchAll(world)].map(([use]) => `${path} uses ${use}`),
    ]);
  expect(faults).toEqual([]);
});

it('only document/markdown.ts knows the parser', () => {
  const faults = sources.filter(
    ({ path, imports }) =>
      path !== 'server/document/markdown.ts' && imports.some((target) => parser.test(target)),
  );
  expect(faults.map((f) => f.path)).toEqual([]);
});

it('the client knows the protocol and nothing else of the server', () => {
  const known = sources
    .filter(({ room }) => room === 'client')
    .flatMap(({ imports }) => imports.filter((target) => target.includes('server/')));
  expect(known.filter((target) => !target.endsWith('/server/lsp/protocol.ts'))).toEqual([]);
});

it('only doors and porches touch files and processes; the protocol stays in lsp/', () => {
  const faults = sources.flatMap(({ path, room, imports }) =>
    imports
      .filter((target) => target.startsWith('vscode') && !['lsp', 'client', 'door'].includes(room))
      .map((target) => `${path} imports ${target}`),
  );
  expect(faults).toEqual([]);
});

it('files do not need each other in a circle, types apart', () => {
  const edges = new Map(
    sources.map(({ path, code }) => [
      path,
      importsIn(code.replace(/^import type\b/gm, '//'))
        .filter((target) => target.startsWith('.'))
        .map((target) => normalize(join(dirname(path), target)).replaceAll('\\', '/')),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (trail.includes(path) || done.has(path)) return;
    for (const target of edges.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  expect(circles).toEqual([]);
});

it('the scan sees every form of import', () => {
  const code = [
    "import type { A } from './a.ts';",
    "import {\n  B,\n} from './b.ts';",
    "export * from './c.ts';",
    "import './d.ts';",
    "const e = await import('./e.ts');",
    "// import './comment.ts'",
  ].join('\n');
  expect(importsIn(withoutComments(code))).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts']);
});

function allowed(room: string, target: string): boolean {
  if (room === 'client') return target.startsWith('client/') || target === 'server/lsp/protocol.ts';
  // The version of the tool stands in one place.
  if (target === 'package.json') return !pure.includes(room);
  const other = roomOf(target);
  return other === room || (mayKnow[room] ?? []).includes(other);
}

function roomOf(path: string): string {
  const [top, room, rest] = path.split('/');
  if (top === 'client') return 'client';
  return rest === undefined ? 'door' : (room ?? '');
}

const builtin = (target: string): boolean =>
  /^(?:node:|vscode)/.test(target) || builtinModules.includes(target.split('/')[0] ?? '');

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
}

function readSource(path: string): Source {
  const code = withoutComments(readFileSync(join(root, path), 'utf8'));
  return { path, room: roomOf(path), code, imports: importsIn(code) };
}

function withoutComments(code: string): string {
  return code.replace(/^\s*\/\/.*$/gm, '').replace(/^\s*\/\*\*?[\s\S]*?\*\//gm, '');
}

function importsIn(code: string): string[] {
  const pattern =
    /^\s*(?:import\b[^'"`;=]*?|export\s+(?:type\s+)?[*{][^'"`;=]*?\bfrom\s*)['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...code.matchAll(pattern)].map(([, stated, called]) => stated ?? called ?? '');
}
