import {
  configurationNames,
  noConfiguration,
  readConfiguration,
  settingsFor,
  type Configuration,
  type ConfigurationProblem,
} from '../assess/configuration.ts';
import type { ReviewSettings } from '../assess/review.ts';
import type { Catalogue, Level } from '../catalogue/requirement.ts';
import { Lines } from '../text/lines.ts';
import type { Locale } from '../text/span.ts';

/** What holds for one document. */
export interface DocumentSettings {
  readonly review: ReviewSettings;
  /** Why the document is not looked at, if so. */
  readonly idle: 'ignored' | 'disabled' | undefined;
  readonly locale: Locale;
  /** Whether lines above headings are wanted. */
  readonly lenses: boolean;
}

/** A `clausecheck.yaml` as it was read; `problems` are shown in it. */
export interface ConfigurationFile {
  readonly uri: string;
  readonly lines: Lines;
  readonly problems: readonly ConfigurationProblem[];
}

export interface SettingsSource {
  /** The editor's settings of section `clausecheck` for a document. */
  readonly editorSettings: (uri: string) => Promise<unknown>;
  /** The text of a file; undefined when there is none or it cannot be read. */
  readonly readText: (uri: string) => Promise<string | undefined>;
  /** The language of the editor's own words. */
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  readonly onConfiguration: (file: ConfigurationFile) => void;
}

interface Found {
  readonly folder: string;
  readonly configuration: Configuration;
}

/**
 * The settings of each document: the nearest `clausecheck.yaml` over the editor's settings, so that editor and command
 * line agree wherever a project has such a file. Kept until `forget`.
 */
export class SettingsCache {
  readonly #source: SettingsSource;
  readonly #documents = new Map<string, Promise<DocumentSettings>>();
  readonly #folders = new Map<string, Promise<Found | undefined>>();

  constructor(source: SettingsSource) {
    this.#source = source;
  }

  of(uri: string): Promise<DocumentSettings> {
    let settings = this.#documents.get(uri);
    if (!settings) this.#documents.set(uri, (settings = this.#resolve(uri)));
    return settings;
  }

  forget(): void {
    this.#documents.clear();
    this.#folders.clear();
  }

  async #resolve(uri: string): Promise<DocumentSettings> {
    const [raw, found] = await Promise.all([
      this.#source.editorSettings(uri).catch(() => undefined),
      isInFolder(folderOf(uri)) ? this.#nearest(folderOf(uri)) : undefined,
    ]);
    const editor = editorSettingsFrom(raw);
    const path = pathIn(found?.folder, uri);
    const own = settingsFor(editor.configuration, decode(uri).replace(/^[a-z-]+:\/*/, ''));
    const project = settingsFor(found?.configuration ?? noConfiguration, path);
    return {
      review: {
        ...own,
        ...project,
        types: project.types.length > 0 ? project.types : own.types,
        levels: { ...own.levels, ...project.levels },
      },
      idle: !editor.enabled ? 'disabled' : project.ignored ? 'ignored' : undefined,
      locale: editor.locale ?? this.#source.locale,
      lenses: editor.lenses,
    };
  }

  /** The configuration of a folder or of one above it. */
  #nearest(folder: string): Promise<Found | undefined> {
    let found = this.#folders.get(folder);
    if (!found) this.#folders.set(folder, (found = this.#lookIn(folder)));
    return found;
  }

  async #lookIn(folder: string): Promise<Found | undefined> {
    for (const name of configurationNames) {
      const uri = `${folder}/${name}`;
      const text = await this.#source.readText(uri);
      if (text === undefined) continue;
      const { configuration, problems } = readConfiguration(text, name, this.#source.catalogue);
      this.#source.onConfiguration({ uri, lines: new Lines(text), problems });
      return { folder, configuration };
    }
    const above = folderOf(folder);
    return isInFolder(above) ? this.#nearest(above) : undefined;
  }
}

const folderOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));

/** A folder that may hold a configuration: `file:///home`, `vscode-vfs://github/owner`; `untitled:` has none. */
const isInFolder = (uri: string): boolean => /^[a-z][\w+.-]*:\/\/(?:[^/]+|[^/]*\/.+)$/i.test(uri);

const pathIn = (folder: string | undefined, uri: string): string =>
  decode(folder === undefined ? uri : uri.slice(folder.length + 1));

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The product's language nearest to an editor's (`zh-cn`, `de`). */
export const localeOf = (language: string): Locale => (/^zh\b/i.test(language) ? 'zh' : 'en');

interface EditorSettings {
  readonly enabled: boolean;
  readonly locale: Locale | undefined;
  readonly lenses: boolean;
  readonly configuration: Configuration;
}

const levels = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Reads what a client sent; whatever has another form than the manifest says is passed over. */
export function editorSettingsFrom(raw: unknown): EditorSettings {
  const given = record(raw);
  const language = given['language'];
  const text = (key: string): string | undefined => {
    const value = given[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    enabled: given['enable'] !== false,
    locale: language === 'en' || language === 'zh' ? language : undefined,
    lenses: given['codeLens'] !== false,
    configuration: {
      ...noConfiguration,
      types: Object.entries(record(given['types'])).map(([glob, types]) => ({
        files: [glob],
        types: [types].flat().filter((type) => typeof type === 'string'),
      })),
      levels: Object.fromEntries(
        Object.entries(record(given['levels'])).filter(
          (entry): entry is [string, Level] => typeof entry[1] === 'string' && levels.has(entry[1]),
        ),
      ),
      addressee: text('addressee'),
      actingFor: text('actingFor'),
      buyer: text('buyer'),
    },
  };
}

/** Whether the files that are not open are to be checked as well; a client that does not say asks for them itself. */
export const wantsWorkspace = (raw: unknown): boolean => record(raw)['diagnose'] !== 'open';

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
