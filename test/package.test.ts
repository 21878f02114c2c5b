import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'clausecheck-'));
const vsix = join(folder, 'clausecheck.vsix');
let archive: Buffer;
let names: readonly string[];

beforeAll(() => {
  const { status, stderr } = spawnSync('npm', ['run', '-s', 'package', '--', vsix], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(stderr);
  archive = readFileSync(vsix);
  names = namesIn(archive);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the packed extension is below 2 MB', () => {
  expect(archive.length).toBeLessThan(2_000_000);
});

it('it holds what the manifest names, and what the bundles read', () => {
  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Record<string, unknown>;
  const texts = [JSON.stringify(manifest), readFileSync(`${root}package.nls.json`, 'utf8')];
  texts.push(readFileSync(`${root}package.nls.zh-cn.json`, 'utf8'));
  const named = texts.flatMap(
    (text) => text.match(/(?<=")(?:\.\/)?(?:media|snippets|dist)\/[\w./-]+(?=")/g) ?? [],
  );
  const needed = named.map((name) => name.replace('./', '')).filter((name) => name !== 'dist/cli.js');
  for (const name of [
    ...needed,
    'dist/catalogue.bin',
    'dist/server.worker.js',
    'l10n/bundle.l10n.zh-cn.json',
  ])
    expect(names).toContain(`extension/${name}`);
});

it('it holds nothing else: no source, source map, test or package', () => {
  const known =
    /^extension\/(?:package(?:\.nls(?:\.zh-cn)?)?\.json|(?:readme|changelog|README\.zh-CN|THIRD-PARTY-NOTICES)\.md|LICENSE\.txt|dist\/(?:client(?:\.browser)?|server(?:\.worker)?)\.js|dist\/catalogue\.bin|(?:l10n|snippets)\/[\w.-]+\.json|media\/(?:[\w-]+\/)?[\w.-]+\.(?:md|svg|webp))$/;
  const others = names.filter((name) => !known.test(name));
  expect(others.sort()).toEqual(['[Content_Types].xml', 'extension.vsixmanifest']);
  for (const name of names) expect(name).not.toMatch(/\.map$|\.ts$|test|node_modules/);
});

it('the package has its two programs', () => {
  const { bin, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    bin: Record<string, string>;
    version: string;
  };
  expect(Object.keys(bin)).toEqual(['clausecheck', 'clausecheck-language-server']);
  for (const [name, file] of Object.entries(bin)) {
    expect(readFileSync(root + file, 'utf8').slice(0, 20), name).toBe('#!/usr/bin/env node\n');
    const { stdout, status } = spawnSync(process.execPath, [root + file, '--version'], { encoding: 'utf8' });
    expect([status, stdout.includes(version)], name).toEqual([0, true]);
  }
});

/** The names in the directory at the end of a zip file. */
function namesIn(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const found: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const length = zip.readUInt16LE(at + 28);
    found.push(zip.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}
