import type { Level, Requirement } from '../catalogue/requirement.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Assessment, Report, TypeAnswer } from './assessment.ts';
import { assessNow, drain, LateAssessment } from './assess-one.ts';
import { makeContext, type Context } from './context.ts';
import { findingsOf } from './findings.ts';
import type { Library } from './library.ts';
import { lookAtWords } from './rough.ts';
import { typesOf } from './types.ts';

export { makeLibrary, type Library } from './library.ts';

/** What a configuration says for one document; the document's own declaration wins over it. */
export interface ReviewSettings {
  readonly types: readonly string[];
  /** Level by requirement id, or by pack (`opinions`). */
  readonly levels: Readonly<Record<string, Level>>;
  readonly addressee?: string;
  readonly actingFor?: string;
  readonly buyer?: string;
  readonly applies?: boolean;
}

export const noSettings: ReviewSettings = { types: [], levels: {} };

/**
 * What to assess at once: every requirement, those that the document's types expect or often answer, or only what the
 * findings need. The rest waits until somebody asks for it.
 */
export type Which = 'all' | 'expected' | 'findings';

/** The whole verdict on a document. Never throws; a check that fails harms only itself. */
export function review(
  document: LegalDocument,
  library: Library,
  settings: ReviewSettings,
  which: Which = 'all',
): Report {
  return drain(reviewInSteps(document, library, settings, which));
}

/** The same in small steps, so that a caller may pause or stop between two. */
export function* reviewInSteps(
  document: LegalDocument,
  library: Library,
  settings: ReviewSettings,
  which: Which = 'all',
): Generator<undefined, Report> {
  if (!document.declaration.applies || settings.applies === false) {
    return { type: { types: [], source: 'none', confidence: 0 }, assessments: [], findings: [] };
  }
  const type = yield* typesOf(document, library, settings);
  const context = makeContext(
    document,
    library,
    library.catalogue.types.filter((t) => type.types.includes(t.id)),
  );
  if (document.isForeign) {
    return { type, assessments: [], findings: findingsOf([], type, context, settings) };
  }
  // Of what is no document of ours, nothing is looked at.
  if (which === 'all' || type.types.length > 0) yield* lookAtWords(document, library);
  yield;
  const assessments: Assessment[] = [];
  const late: LateAssessment[] = [];
  for (const requirement of library.catalogue.requirements) {
    const expected = expectationOf(requirement, type);
    const own = contextFor(expected, context);
    if (which === 'findings' || (which === 'expected' && expected === 'no')) {
      const assessment = new LateAssessment(requirement, expected, own);
      assessments.push(assessment);
      late.push(assessment);
    } else assessments.push(yield* assessNow(requirement, expected, own));
    yield;
  }
  if (which === 'findings') yield* findNeeded(late, type, context);
  return { type, assessments, findings: findingsOf(assessments, type, context, settings) };
}

/** What the findings will ask for. */
function* findNeeded(
  assessments: readonly LateAssessment[],
  type: TypeAnswer,
  context: Context,
): Generator<undefined, void> {
  const needed = assessments.filter(
    ({ expected }) => expected === 'required' || (expected === 'optional' && type.source !== 'guessed'),
  );
  if (needed.length === 0) return;
  // What all of them look at; each takes a while in a long document.
  void context.title;
  yield;
  void context.sections[0]?.above;
  yield;
  for (const assessment of needed) {
    const missing = yield* assessment.findMissing();
    // Of a guess, only what is missing is told; so it is of clauses that are often there.
    if (type.source === 'guessed' || assessment.expected === 'optional') continue;
    if (!missing && (yield* assessment.findMet())) continue;
    yield* assessment.findAll();
    if (missing) yield* findSister(assessment, assessments);
  }
}

/** The clause behind which one that is missing belongs. */
function* findSister(
  { requirement: { place, pack } }: Assessment,
  assessments: readonly LateAssessment[],
): Generator<undefined, void> {
  for (const slug of place.after) {
    const sister = assessments.find((a) => a.requirement.id === `${pack}/${slug}`);
    if (!sister || (yield* sister.findMissing())) continue;
    yield* sister.findAll();
    return;
  }
}

/** What a title tells goes for the clauses one looks for under such a title, not for any other. */
export const contextFor = (expected: Assessment['expected'], context: Context): Context =>
  expected === 'no' ? context.untitled : context;

export function expectationOf(requirement: Requirement, { types }: TypeAnswer): Assessment['expected'] {
  if (types.some((id) => requirement.required.includes(id))) return 'required';
  return types.some((id) => requirement.optional.includes(id)) ? 'optional' : 'no';
}
