import type { Assessment, Report } from '../assess/assessment.ts';

/** The assessments that a coverage report lists: those expected of the document, or every one that has a check. */
export const coverageOf = ({ assessments }: Report, all: boolean): Assessment[] =>
  assessments.filter((a) => a.requirement.check.verb !== 'none' && (all || a.expected !== 'no'));
