import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  configurationNames,
  noConfiguration,
  readConfiguration,
  settingsFor,
  type Configuration,
} from '../assess/configuration.ts';
import type { ReviewSettings } from '../assess/review.ts';
import type { Catalogue } from '../catalogue/requirement.ts';
import type { Bilingual } from '../text/span.ts';
import { readText } from './read.ts';

/** A problem of a configuration at its place, `clausecheck.yaml:3:1`. */
export interface PlacedProblem {
  readonly place: string;
  readonly message: Bilingual;
}

interface Found {
  readonly folder: string;
  readonly configuration: Configuration;
  readonly unreadable: boolean;
}

/** The configuration for each file: the one named on the command line, or the nearest upward of the file. */
export class Configurations {
  /** The configuration named on the command line. */
  readonly named: Found | undefined;
  /** Whether any configuration had a problem. */
  failed = false;
  #problems: PlacedProblem[] = [];
  readonly #cwd: string;
  readonly #catalogue: Catalogue;
  readonly #byFolder = new Map<string, Found | undefined>();

  constructor(named: string | undefined, cwd: string, catalogue: Catalogue) {
    this.#cwd = cwd;
    this.#catalogue = catalogue;
    this.named = named === undefined ? undefined : this.#read(resolve(cwd, named));
  }

  /** What is said of a file, by its absolute path. */
  settingsFor(path: string): ReviewSettings & { readonly ignored: boolean } {
    const found = this.named ?? this.in(dirname(path));
    if (!found) return settingsFor(noConfiguration, '');
    return settingsFor(found.configuration, relative(found.folder, path).split(sep).join('/'));
  }

  /** The configuration that holds for the files of a folder. */
  in(folder: string): Found | undefined {
    if (this.named) return this.named;
    if (!this.#byFolder.has(folder)) {
      const path = configurationNames.map((name) => join(folder, name)).find((name) => existsSync(name));
      const parent = dirname(folder);
      this.#byFolder.set(folder, path ? this.#read(path) : parent === folder ? undefined : this.in(parent));
    }
    return this.#byFolder.get(folder);
  }

  /** The problems found since the last call. */
  takeProblems(): readonly PlacedProblem[] {
    const taken = this.#problems;
    this.#problems = [];
    return taken;
  }

  #read(path: string): Found {
    const shown = relative(this.#cwd, path).split(sep).join('/');
    const read = readText(path);
    if ('problem' in read) {
      this.#report(shown, read.problem);
      return { folder: dirname(path), configuration: noConfiguration, unreadable: true };
    }
    const { configuration, problems } = readConfiguration(read.text, shown, this.#catalogue);
    for (const { line, column, message } of problems) this.#report(`${shown}:${line}:${column}`, message);
    return { folder: dirname(path), configuration, unreadable: false };
  }

  #report(place: string, message: Bilingual): void {
    this.failed = true;
    this.#problems.push({ place, message });
  }
}
