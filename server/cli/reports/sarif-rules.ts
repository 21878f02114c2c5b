import type { ReportingConfiguration, ReportingDescriptor } from 'sarif';
import { groundOf } from '../../assess/messages.ts';
import type { Level, Requirement } from '../../catalogue/requirement.ts';
import { authorityOf } from '../../features/authority.ts';
import { otherCodes } from '../codes.ts';
import type { PrintContext } from './printer.ts';

/** Every finding's rule, with the help of its page, in a fixed order. */
export function sarifRules({ locale, library }: PrintContext): ReportingDescriptor[] {
  const { catalogue } = library;
  const byId = catalogue.requirements.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ...byId.map((requirement) => ({
      id: requirement.id,
      shortDescription: { text: requirement.title[locale] },
      fullDescription: { text: groundOf(requirement, catalogue)[locale] },
      help: {
        text: requirement.prose[locale],
        markdown: `${authorityOf(requirement, catalogue, locale)}\n\n${requirement.prose[locale]}\n`,
      },
      defaultConfiguration: configurationOf(requirement),
      properties: { tags: [requirement.pack], reviewed: requirement.reviewed },
    })),
    ...Object.entries(otherCodes).map(([id, { title, help }]) => ({
      id,
      shortDescription: { text: title[locale] },
      fullDescription: { text: help[locale] },
      help: { text: help[locale], markdown: help[locale] },
    })),
  ];
}

/** Hints do not judge, and SARIF knows no weaker level than a note for what does. */
export const sarifLevels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'none',
} as const satisfies Record<Exclude<Level, 'off'>, string>;

function configurationOf({ level, check }: Requirement): ReportingConfiguration {
  if (level === 'off' || check.verb === 'none') return { enabled: false };
  return { level: sarifLevels[level] };
}
