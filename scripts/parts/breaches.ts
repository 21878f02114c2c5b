import { noSettings, review, type Library } from '../../server/assess/review.ts';
import { readDocument } from '../../server/document/document.ts';
import type { NamedDocument } from './documents.ts';
import type { Law } from './laws.ts';

export interface LawResult {
  readonly file: string;
  /** The law changed the text at all. */
  readonly applies: boolean;
  /** What the document then says otherwise: `opinions/pi-use met → partial`. */
  readonly breaches: readonly string[];
}

export function breachesOf(law: Law, { file, text }: NamedDocument, library: Library): LawResult {
  const rewritten = law.rewrite(text);
  if (rewritten === text) return { file, applies: false, breaches: [] };
  const before = outcomesOf(text, library);
  const after = outcomesOf(rewritten, library);
  const breaches = [...before].flatMap(([id, outcome]) =>
    after.get(id) === outcome ? [] : [`${id} ${outcome} → ${after.get(id)}`],
  );
  return { file, applies: true, breaches };
}

function outcomesOf(text: string, library: Library): ReadonlyMap<string, string> {
  const kept = known.get(library) ?? new Map<string, ReadonlyMap<string, string>>();
  known.set(library, kept);
  let outcomes = kept.get(text);
  if (!outcomes) {
    const { type, assessments } = review(readDocument(text), library, noSettings);
    outcomes = new Map([
      ['type', type.types.join() || 'none'],
      ...assessments.map((a): [string, string] => [a.requirement.id, a.outcome]),
    ]);
    kept.set(text, outcomes);
  }
  return outcomes;
}

/** The originals are asked for once a law. */
const known = new WeakMap<Library, Map<string, ReadonlyMap<string, string>>>();
