import type { Ground, Level } from '../../server/catalogue/requirement.ts';

/** What the catalogue promises: ids are public and never change, so they stand here once more. */
export interface PromisedRequirement {
  readonly id: string;
  readonly item: string;
  readonly grounds: readonly Ground[];
  readonly level: Level;
  readonly levels?: Readonly<Record<string, Level>>;
  /** The catalogue knows no partial outcome of its own. */
  readonly ungraded?: true;
}

const row = (
  slug: string,
  item: string,
  level: Level = 'warning',
  more: { grounds?: readonly Ground[]; levels?: Record<string, Level>; ungraded?: true } = {},
): PromisedRequirement => ({ grounds: ['opinions'], ...more, id: `opinions/${slug}`, item, level });

export const promisedRequirements: readonly PromisedRequirement[] = [
  row('security-responsibility', 'task 1'),
  row('graded-protection', 'task 1'),
  row('risk-evaluation', 'task 1'),
  row('emergency-plan', 'task 2'),
  row('emergency-review', 'task 2', 'warning', { ungraded: true }),
  row('incident-notification', 'task 2', 'warning', { grounds: ['later-law'] }),
  row('emergency-coordination', 'task 2', 'information', { levels: { 'emergency-plan': 'warning' } }),
  row('malware-handling', 'task 3'),
  row('phishing-handling', 'task 3'),
  row('threat-database', 'task 3', 'information', { grounds: ['opinions', 'secondary'] }),
  row('law-enforcement-cooperation', 'task 3'),
  row('user-security-duties', 'task 3', 'warning', { ungraded: true }),
  row('procurement-security', 'task 4'),
  row('procurement-review', 'task 4', 'warning', { grounds: ['secondary'] }),
  row('supplier-security-duty', 'task 4', 'warning', { grounds: ['later-law'] }),
  row('pi-collection', 'task 5'),
  row('pi-storage', 'task 5'),
  row('pi-use', 'task 5'),
  row('pi-destruction', 'task 5'),
  row('pi-compliance', 'task 5'),
  row('app-developer-verification', 'task 6'),
  row('app-security-review', 'task 6'),
  row('app-malware-removal', 'task 6'),
  row('app-complaint-response', 'task 6'),
  row('newtech-risk-evaluation', 'task 7'),
  row('security-research', 'task 8', 'off', { grounds: ['none'] }),
  row('supervision-inspection', 'measure 1', 'information', { grounds: ['derived'] }),
  row('security-certification', 'measure 1', 'information', { grounds: ['derived'] }),
  row('industry-guidelines', 'measure 2', 'off', { grounds: ['none'] }),
  row('security-staffing', 'measure 3', 'information'),
  row('security-budget', 'measure 4', 'information', { levels: { 'security-budget-policy': 'warning' } }),
  row('security-training', 'measure 5', 'warning', { grounds: ['opinions-some'], ungraded: true }),
  row('professional-certification', 'measure 5', 'information', { grounds: ['opinions-some'] }),
];

/** Type → what it must carry, what it often carries. */
export const promisedTypes: Readonly<
  Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>
> = {
  'bid-invitation': {
    required: ['procurement-security', 'procurement-review', 'graded-protection'],
    optional: [
      'risk-evaluation',
      'security-responsibility',
      'incident-notification',
      'supplier-security-duty',
      'pi-compliance',
      'newtech-risk-evaluation',
      'supervision-inspection',
      'security-certification',
      'professional-certification',
    ],
  },
  'procurement-contract': {
    required: ['supplier-security-duty', 'incident-notification'],
    optional: [
      'procurement-security',
      'procurement-review',
      'security-responsibility',
      'emergency-coordination',
      'supervision-inspection',
    ],
  },
  'supplier-security-schedule': {
    required: [
      'supplier-security-duty',
      'security-responsibility',
      'graded-protection',
      'risk-evaluation',
      'emergency-plan',
      'emergency-coordination',
      'incident-notification',
    ],
    optional: [
      'procurement-review',
      'malware-handling',
      'emergency-review',
      'supervision-inspection',
      'security-training',
    ],
  },
  'service-contract': {
    required: ['incident-notification', 'pi-storage', 'pi-use', 'pi-destruction', 'pi-compliance'],
    optional: [
      'procurement-security',
      'supervision-inspection',
      'security-certification',
      'user-security-duties',
      'pi-collection',
      'supplier-security-duty',
    ],
  },
  'terms-of-use': {
    required: ['user-security-duties'],
    optional: [
      'malware-handling',
      'phishing-handling',
      'law-enforcement-cooperation',
      'pi-collection',
      'pi-storage',
      'pi-use',
      'pi-destruction',
      'pi-compliance',
    ],
  },
  'privacy-policy': {
    required: ['pi-collection', 'pi-storage', 'pi-use', 'pi-destruction', 'pi-compliance'],
    optional: ['incident-notification', 'security-responsibility'],
  },
  'app-developer-agreement': {
    required: [
      'app-developer-verification',
      'app-security-review',
      'app-malware-removal',
      'app-complaint-response',
      'pi-compliance',
    ],
    optional: ['pi-collection', 'pi-storage', 'pi-use', 'pi-destruction'],
  },
  'app-review-policy': {
    required: [
      'app-developer-verification',
      'app-security-review',
      'app-malware-removal',
      'app-complaint-response',
    ],
    optional: ['malware-handling', 'phishing-handling'],
  },
  'emergency-plan': {
    required: [
      'security-responsibility',
      'emergency-plan',
      'emergency-review',
      'emergency-coordination',
      'incident-notification',
    ],
    optional: ['malware-handling', 'phishing-handling', 'law-enforcement-cooperation', 'security-training'],
  },
  'security-policy': {
    required: [
      'security-responsibility',
      'graded-protection',
      'risk-evaluation',
      'emergency-plan',
      'incident-notification',
      'security-training',
    ],
    optional: [
      'emergency-review',
      'emergency-coordination',
      'malware-handling',
      'phishing-handling',
      'threat-database',
      'law-enforcement-cooperation',
      'user-security-duties',
      'procurement-security',
      'procurement-review',
      'supplier-security-duty',
      'newtech-risk-evaluation',
      'supervision-inspection',
      'security-certification',
      'security-staffing',
      'security-budget',
      'professional-certification',
    ],
  },
  'responsibility-system': {
    required: ['security-responsibility', 'security-staffing'],
    optional: ['graded-protection', 'risk-evaluation', 'security-budget'],
  },
  'abuse-handling-procedure': {
    required: [
      'malware-handling',
      'phishing-handling',
      'law-enforcement-cooperation',
      'security-responsibility',
    ],
    optional: ['threat-database', 'incident-notification', 'emergency-coordination'],
  },
  'new-technology-policy': {
    required: ['newtech-risk-evaluation'],
    optional: ['graded-protection', 'security-responsibility'],
  },
  'training-policy': {
    required: ['security-training'],
    optional: ['professional-certification', 'security-responsibility', 'security-staffing'],
  },
  'security-budget-policy': {
    required: ['security-budget'],
    optional: ['security-responsibility'],
  },
};

/** The types that require (or often carry) a requirement. */
export const typesPromising = (id: string, how: 'required' | 'optional'): string[] =>
  Object.entries(promisedTypes)
    .filter(([, promised]) => promised[how].includes(id.replace('opinions/', '')))
    .map(([type]) => type)
    .sort();
