import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Bilingual } from '../text/span.ts';
import type { Kept } from './kept.ts';

/** Where it lies unless the command line says otherwise, in the working folder. */
export const cacheName = '.clausecheckcache';

/**
 * What was found in files, by their content and settings, kept between two runs. `version` stands for the program and
 * its catalogue: what another one found counts for nothing. A cache that cannot be read is an empty one.
 */
export class Cache {
  readonly #path: string;
  readonly #version: string;
  readonly #before: ReadonlyMap<string, string>;
  /** As they are written: as text they take the least room. */
  readonly #now = new Map<string, string>();
  #changed = false;

  constructor(path: string, version: string) {
    this.#path = path;
    this.#version = version;
    this.#before = read(path, version);
  }

  /** What was found in the file of this name when it had this digest. */
  get(file: string, digest: string): Kept | undefined {
    const written = this.#before.get(file);
    if (!written?.startsWith(`"${digest}"\t`)) return undefined;
    try {
      const kept = JSON.parse(written.slice(written.indexOf('\t') + 1)) as Kept;
      this.#now.set(file, written);
      return kept;
    } catch {
      return undefined;
    }
  }

  set(file: string, digest: string, kept: Kept): void {
    this.#now.set(file, `"${digest}"\t${JSON.stringify(kept)}`);
    this.#changed = true;
  }

  /** Writes it down, without the files that are no more; gives the problem when that fails. */
  save(): Bilingual | undefined {
    if (!this.#changed) return undefined;
    const others = [...this.#before].filter(([file]) => !this.#now.has(file) && existsSync(file));
    const lines = [...others, ...this.#now].map(([file, entry]) => `${JSON.stringify(file)}\t${entry}\n`);
    // A reader never sees half of it.
    const written = `${this.#path}.${process.pid}`;
    try {
      writeFileSync(written, [`${JSON.stringify(this.#version)}\n`, ...lines].join(''));
      renameSync(written, this.#path);
      return undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        en: `the cache could not be written; name another place with --cache-location (${reason})`,
        zh: `无法写入缓存，请用 --cache-location 另行指定位置（${reason}）`,
      };
    }
  }
}

export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64');
}

/** A line each: file, digest and what was found, behind a line with the version. */
function read(path: string, version: string): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  try {
    const [first, ...lines] = readFileSync(path, 'utf8').split('\n');
    if (first !== JSON.stringify(version)) return entries;
    for (const line of lines) {
      const tab = line.indexOf('\t');
      if (tab > 0) entries.set(JSON.parse(line.slice(0, tab)) as string, line.slice(tab + 1));
    }
    return entries;
  } catch {
    return new Map();
  }
}
