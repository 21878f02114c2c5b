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

/** A problem of a configuration. Lines and columns count from 1; without them it is one of the whole file. */
export interface PlacedProblem {
  /** The path to show, with forward slashes. */
  readonly file: string;
  readonly at: { readonly line: number; readonly column: number } | undefined;
  readonly message: Bilingual;
}

/** `clausecheck.yaml:3:1` */
export const writtenPlace = ({ file, at }: PlacedProblem): string =>
  at ? `${file}:${at.line}:${at.column}` : file;

interface Found {
  readonly folder: string;
  readonly configuration: Configuration;
  readonly unreadable: boolean;
}

/** The configuration for each file: the one named on the command line, or the nearest upward of the file. */
export class Configurations {
  /** The configuration named on the command line. */
  readonly named: Found | undefined;
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
      this.#problems.push({ file: shown, at: undefined, message: read.problem });
      return { folder: dirname(path), configuration: noConfiguration, unreadable: true };
    }
    const { configuration, problems } = readConfiguration(read.text, shown, this.#catalogue);
    for (const { line, column, message } of problems)
      this.#problems.push({ file: shown, at: { line, column }, message });
    return { folder: dirname(path), configuration, unreadable: false };
  }
}
