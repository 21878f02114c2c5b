import type { Catalogue, Check, Requirement } from '../catalogue/requirement.ts';
import type { PhraseTable } from '../text/phrase-table.ts';
import { PhraseMatcher } from '../text/phrases.ts';

/** A catalogue with its words compiled; made once and shared. */
export interface Library {
  readonly catalogue: Catalogue;
  /** Requirements that have a check. */
  readonly checked: readonly Requirement[];
  /** Finds concepts by id; `!id` marks the longer phrases that hide one. */
  readonly concepts: PhraseMatcher<string>;
  readonly tables: Tables | undefined;
  readonly requirement: (id: string) => Requirement | undefined;
}

/** The words of a catalogue, compiled beforehand; see assess/tables.ts. */
export interface Tables {
  readonly concepts: PhraseTable;
  readonly types: PhraseTable;
}

export function makeLibrary(catalogue: Catalogue, tables?: Tables): Library {
  const byId = new Map(catalogue.requirements.map((r) => [r.id, r]));
  let concepts: PhraseMatcher<string> | undefined;
  return {
    catalogue,
    checked: catalogue.requirements.filter((r) => r.check.verb !== 'none'),
    get concepts() {
      return (concepts ??= new PhraseMatcher(conceptPhrases(catalogue), tables?.concepts));
    },
    tables,
    requirement: (id) => byId.get(id),
  };
}

export function* conceptPhrases({ concepts }: Catalogue): Generator<{ id: string; phrase: string }> {
  for (const concept of concepts) {
    for (const phrase of [...concept.en, ...concept.zh]) yield { id: concept.id, phrase };
    for (const phrase of concept.not) yield { id: `!${concept.id}`, phrase };
  }
}

/** Every concept a check speaks of. */
export function conceptsOf(check: Check): string[] {
  if (check.verb === 'none') return [];
  const ways = check.parts.flatMap((part) => part.ways);
  return [
    ...ways.flatMap((way) => [...way.says.flat(), ...way.about, ...way.unless]),
    ...check.particulars.flatMap((p) => [...p.any, ...Object.keys(p.less)]),
  ].filter((id) => !id.startsWith('@'));
}
