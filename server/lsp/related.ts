import { readDocument } from '../document/document.ts';
import { linkedFiles } from '../document/links.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Verdict } from './workspace.ts';

/** A document of several that belong together. `version` is set when it is open. */
export interface RelatedDocument {
  readonly uri: string;
  readonly document: LegalDocument;
  readonly version: number | undefined;
}

export interface RelatedOptions {
  readonly verdict: (uri: string) => Promise<Verdict | undefined>;
  readonly openUris: () => readonly string[];
  /** The text of a file; undefined when there is none or it cannot be read. */
  readonly readText: (uri: string) => Promise<string | undefined>;
}

/** Finds the documents that share their defined terms: those that one incorporates by link, and the open ones that incorporate it. */
export class Related {
  readonly #options: RelatedOptions;
  /** Files that are not open, by address, as last read. */
  readonly #files = new Map<string, LegalDocument>();

  constructor(options: RelatedOptions) {
    this.#options = options;
  }

  async to({ uri, context }: Verdict): Promise<readonly RelatedDocument[]> {
    if (!context) return [];
    const incorporated = await Promise.all(
      addressesIn(context.document, uri).map((address) => this.#read(address)),
    );
    const incorporating = await Promise.all(
      this.#options
        .openUris()
        .filter((open) => open !== uri)
        .map(async (open) => {
          const found = await this.#read(open);
          return found && addressesIn(found.document, open).includes(uri) ? found : undefined;
        }),
    );
    const all = [...incorporated, ...incorporating].filter((found) => found !== undefined);
    return [...new Map(all.map((found) => [found.uri, found])).values()].filter((found) => found.uri !== uri);
  }

  async #read(uri: string): Promise<RelatedDocument | undefined> {
    if (this.#options.openUris().includes(uri)) {
      const verdict = await this.#options.verdict(uri);
      return verdict?.context && { uri, document: verdict.context.document, version: verdict.version };
    }
    const text = await this.#options.readText(uri);
    if (text === undefined) return undefined;
    let document = this.#files.get(uri);
    if (document?.text !== text) this.#files.set(uri, (document = readDocument(text, document)));
    return { uri, document, version: undefined };
  }
}

function addressesIn(document: LegalDocument, uri: string): string[] {
  return linkedFiles(document).flatMap((path) => {
    try {
      return [new URL(path, uri).href];
    } catch {
      return [];
    }
  });
}
