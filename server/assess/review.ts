import type { Level, Requirement } from '../catalogue/requirement.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Assessment, Report, TypeAnswer } from './assessment.ts';
import { assessLate, assessNow } from './assess-one.ts';
import { makeContext, type Context } from './context.ts';
import { findingsOf } from './findings.ts';
import type { Library } from './library.ts';
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
  const steps = reviewInSteps(document, library, settings, which);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, one assessment a step, so that a caller may pause or stop between two. */
export function* reviewInSteps(
  document: LegalDocument,
  library: Library,
  settings: ReviewSettings,
  which: Which = 'all',
): Generator<Assessment, Report> {
  if (!document.declaration.applies || settings.applies === false) {
    return { type: { types: [], source: 'none', confidence: 0 }, assessments: [], findings: [] };
  }
  const type = typesOf(document, library, settings);
  const context = makeContext(
    document,
    library,
    library.catalogue.types.filter((t) => type.types.includes(t.id)),
  );
  const assessments: Assessment[] = [];
  for (const requirement of library.catalogue.requirements) {
    const expected = expectationOf(requirement, type);
    const own = contextFor(expected, context);
    const assessment =
      which === 'findings' || (which === 'expected' && expected === 'no')
        ? assessLate(requirement, expected, own)
        : assessNow(requirement, expected, own);
    assessments.push(assessment);
    // What the findings will ask for, one requirement a step.
    if (which === 'findings' && expected === 'required') void (assessment.missing || assessment.met);
    yield assessment;
  }
  return { type, assessments, findings: findingsOf(assessments, type, context, settings) };
}

/** One assessment a step, without the findings. */
export function* assess(
  document: LegalDocument,
  library: Library,
  settings: ReviewSettings,
): Generator<Assessment, void> {
  yield* reviewInSteps(document, library, settings);
}

/** What a title tells goes for the clauses one looks for under such a title, not for any other. */
export const contextFor = (expected: Assessment['expected'], context: Context): Context =>
  expected === 'no' ? context.untitled : context;

export function expectationOf(requirement: Requirement, { types }: TypeAnswer): Assessment['expected'] {
  if (types.some((id) => requirement.required.includes(id))) return 'required';
  return types.some((id) => requirement.optional.includes(id)) ? 'optional' : 'no';
}
