import { readDocument } from '../document/document.ts';
import { namedIn, type Named } from '../features/outline.ts';
import { Lines } from '../text/lines.ts';
import type { DocumentSettings } from './settings.ts';
import type { Text, Verdict } from './workspace.ts';

/** A file of the workspace that is not open, and what was asked of it. */
interface ClosedFile {
  readonly text: string;
  settings: DocumentSettings | undefined;
  shown: Pick<Verdict, 'lines' | 'shown'> | undefined;
  names: { readonly lines: Lines; readonly names: readonly Named[] } | undefined;
}

export interface ClosedFilesOptions {
  readonly settings: (uri: string) => Promise<DocumentSettings>;
  /** Addresses of the Markdown files of the workspace, open or not. */
  readonly list: () => Promise<readonly string[]>;
  /** Whether the server is told when files come and go. */
  readonly watches: boolean;
  readonly readText: (uri: string) => Promise<string | undefined>;
  readonly look: (text: Text) => Promise<Verdict | undefined>;
  readonly failed: (text: Text, error: unknown) => void;
}

/** The Markdown files of the workspace that no editor has open: read from where they lie, each text judged once. */
export class ClosedFiles {
  readonly #options: ClosedFilesOptions;
  readonly #files = new Map<string, ClosedFile>();
  #list: Promise<readonly string[]> | undefined;

  constructor(options: ClosedFilesOptions) {
    this.#options = options;
  }

  list(): Promise<readonly string[]> {
    if (!this.#options.watches) return this.#options.list();
    return (this.#list ??= this.#options.list());
  }

  /** Files have come or gone. */
  listChanged(): void {
    this.#list = undefined;
  }

  /** What is to be shown in a file; undefined when it cannot be read. `onWork` is told before it is judged anew. */
  async shownIn(
    uri: string,
    onWork: () => void = () => undefined,
  ): Promise<Pick<Verdict, 'lines' | 'shown'> | undefined> {
    const file = await this.#read(uri);
    if (!file) return undefined;
    const settings = await this.#options.settings(uri);
    if (file.shown && file.settings === settings) return file.shown;
    onWork();
    const asked: Text = { uri, version: 0, text: file.text };
    const verdict = await this.#options.look(asked).catch((error: unknown) => {
      this.#options.failed(asked, error);
      return undefined;
    });
    file.settings = settings;
    // The document itself is let go: a workspace has many.
    return (file.shown = verdict && { lines: verdict.lines, shown: verdict.shown });
  }

  /** Its terms and clauses, and the lines they stand in. */
  async namesIn(uri: string): Promise<ClosedFile['names']> {
    const file = await this.#read(uri);
    return file && (file.names ??= { lines: new Lines(file.text), names: namedIn(readDocument(file.text)) });
  }

  async #read(uri: string): Promise<ClosedFile | undefined> {
    const text = await this.#options.readText(uri);
    if (text === undefined) {
      this.#files.delete(uri);
      return undefined;
    }
    let file = this.#files.get(uri);
    if (file?.text !== text) {
      file = { text, settings: undefined, shown: undefined, names: undefined };
      this.#files.set(uri, file);
    }
    return file;
  }
}
