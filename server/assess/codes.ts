import type { Catalogue } from '../catalogue/requirement.ts';

/** What a finding may be called, a level set for and a suppression name: requirements, packs, and what is neither. */
export const codesOf = ({ requirements }: Catalogue): string[] => [
  ...new Set(requirements.map(({ pack }) => pack)),
  ...requirements.map(({ id }) => id),
  ...otherCodes,
];

/** Findings that belong to no requirement. */
export type OtherCode = (typeof otherCodes)[number];

const otherCodes = [
  'type-guessed',
  'declaration',
  'not-checked',
  'internal-error',
  'often-found',
  'unused-suppression',
] as const;
