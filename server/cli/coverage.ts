import type { Assessment, Report } from '../assess/assessment.ts';

/** The assessments that a coverage report lists: those expected of the document, or all, with those that check nothing. */
export const coverageOf = ({ assessments }: Report, all: boolean): Assessment[] =>
  assessments.filter((a) => all || (a.requirement.check.verb !== 'none' && a.expected !== 'no'));
