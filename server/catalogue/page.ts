import { readInstrument } from './instrument-page.ts';
import { Notes, type Reference } from './notes.ts';
import type {
  Concept,
  ConceptName,
  DocumentType,
  Instrument,
  PageProblem,
  Requirement,
} from './requirement.ts';
import { readRequirement } from './requirement-page.ts';
import { readType } from './type-page.ts';
import { readConcepts } from './vocabulary-page.ts';

export interface WrittenPage {
  /** Below the catalogue folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** One page read: what it says, what it refers to, and what is wrong with it. Never throws. */
export interface PageReading<C extends ConceptName = Concept> {
  readonly path: string;
  readonly requirement?: Requirement | undefined;
  readonly type?: DocumentType | undefined;
  readonly instrument?: Instrument | undefined;
  readonly concepts?: readonly C[];
  readonly references: readonly Reference[];
  readonly problems: readonly PageProblem[];
}

/**
 * The section `## Words` of a requirement page, where it stands: words that no other page needs, in the form of a
 * vocabulary page one level deeper.
 */
function ownWords(text: string): string {
  let inside = false;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => {
      if (/^## /.test(line)) inside = /^## Words\s*$/.test(line);
      else if (inside) return line.replace(/^###(?=\s)/, '##');
      return '';
    })
    .join('\n');
}

/** Reads a page by the folder it stands in; every other folder is a pack of requirements. */
export function readPage({ path, text }: WrittenPage): PageReading {
  const notes = new Notes(path);
  const { problems, references } = notes;
  const read = { path, problems, references };
  switch (path.split('/')[0]) {
    case 'types':
      return { ...read, type: readType(path, text, notes) };
    case 'instruments':
      return { ...read, instrument: readInstrument(path, text, notes) };
    case 'vocabulary':
      return { ...read, concepts: readConcepts(path, text, notes) };
    default:
      if (!/^[a-z0-9-]+\/[a-z0-9]+(?:-[a-z0-9]+)*\.md$/.test(path)) {
        notes.problem(
          1,
          'A requirement stands at <pack>/<slug>.md, in lower case with hyphens.',
          '要求页应位于 <包>/<标识>.md，使用小写字母和连字符。',
        );
      }
      return {
        ...read,
        requirement: readRequirement(path, text, notes),
        concepts: readConcepts(path, ownWords(text), notes),
      };
  }
}
