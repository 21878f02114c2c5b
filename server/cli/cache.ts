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
  readonly #before: Entries;
  readonly #now: Record<string, Entry> = {};
  #changed = false;

  constructor(path: string, version: string) {
    this.#path = path;
    this.#version = version;
    this.#before = read(path, version);
  }

  /** What was found in the file of this name when it had this digest. */
  get(file: string, digest: string): Kept | undefined {
    const entry = this.#before[file];
    if (entry?.[0] !== digest) return undefined;
    this.#now[file] = entry;
    return entry[1];
  }

  set(file: string, digest: string, kept: Kept): void {
    this.#now[file] = [digest, kept];
    this.#changed = true;
  }

  /** Writes it down, without the files that are no more; gives the problem when that fails. */
  save(): Bilingual | undefined {
    if (!this.#changed) return undefined;
    const others = Object.entries(this.#before).filter(([file]) => !(file in this.#now) && existsSync(file));
    const entries = { ...Object.fromEntries(others), ...this.#now };
    // A reader never sees half of it.
    const written = `${this.#path}.${process.pid}`;
    try {
      writeFileSync(written, JSON.stringify({ version: this.#version, entries }));
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

type Entry = readonly [digest: string, kept: Kept];
type Entries = Readonly<Record<string, Entry>>;

export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64');
}

function read(path: string, version: string): Entries {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as { version?: unknown; entries?: Entries };
    return found.version === version && found.entries ? found.entries : {};
  } catch {
    return {};
  }
}
