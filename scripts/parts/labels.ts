import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelFile } from './score.ts';

/** The labels of one or more folders, with commas between them; relative to the project. */
export const labelsIn = (folders: readonly string[]): LabelFile[] =>
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => named(JSON.parse(readFileSync(join(folder, name), 'utf8')) as LabelFile)),
  );

/** To the scorer an empty name stands for no type, and a list without any for none that is right. */
const named = (label: LabelFile): LabelFile =>
  label.types?.length === 0 ? { ...label, types: [''] } : label;

/** What is wrong with the names of label folders; undefined when all are there. */
export const unreadable = (folders: readonly string[]): string | undefined =>
  folders.find((folder) => !existsSync(folder) || !statSync(folder).isDirectory());

/** What a document of a label's kind may be called; the same table as the corpus' scorer has. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  privacy: ['privacy-policy'],
  terms: ['terms-of-use'],
  'app-store': ['app-review-policy', 'app-developer-agreement'],
  'incident-response': ['emergency-plan'],
  procurement: ['bid-invitation'],
  contract: ['service-contract'],
  'purchase-contract': ['procurement-contract', 'service-contract'],
  'security-policy': ['security-policy'],
  'risk-policy': ['security-policy', ''],
  'personnel-policy': ['training-policy', ''],
};

/** The types a label allows, first the best; an empty name stands for no type. */
export const typesOfLabel = ({ types, docType }: LabelFile): readonly string[] =>
  types ?? allowed[docType] ?? [''];
