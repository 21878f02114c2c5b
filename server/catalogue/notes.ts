import type { Bilingual } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import type { PageProblem } from './requirement.ts';

/** Gathers what is wrong with a page, and what it refers to, while it is read. */
export class Notes {
  readonly path: string;
  readonly problems: PageProblem[] = [];
  readonly references: Reference[] = [];

  constructor(path: string) {
    this.path = path;
  }

  problem(line: number, en: string, zh: string): void {
    this.problems.push({ path: this.path, line, message: { en, zh } });
  }

  /** The word is none of the known ones. */
  unknown(line: number, what: Bilingual, word: string, known: Iterable<string>): void {
    this.problems.push({ path: this.path, line, message: unknownMessage(what, word, known) });
  }

  refer(to: Reference['to'], id: string, line: number): void {
    this.references.push({ to, id, line });
  }
}

/** A name that some other page must define; checked when all pages are read. */
export interface Reference {
  readonly to: 'concept' | 'instrument' | 'type' | 'type-or-register' | 'sister';
  readonly id: string;
  readonly line: number;
}

export function unknownMessage(what: Bilingual, word: string, known: Iterable<string>): Bilingual {
  const near = suggest(word, known);
  return {
    en: `Unknown ${what.en} "${word}"${near ? `; did you mean "${near}"?` : '.'}`,
    zh: `未知的${what.zh}“${word}”${near ? `，是否应为“${near}”？` : '。'}`,
  };
}
