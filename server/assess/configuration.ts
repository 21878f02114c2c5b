import type { Configuration } from './configuration-form.ts';
import { fits } from './globs.ts';
import type { ReviewSettings } from './review.ts';

export {
  noConfiguration,
  readConfiguration,
  type Configuration,
  type ConfigurationProblem,
} from './configuration-form.ts';

/** The file's names, looked for in a document's folder and upward; the nearest one counts, alone. */
export const configurationNames = ['clausecheck.yaml', 'clausecheck.yml'] as const;

/** What a configuration says of one file. `relativePath` is relative to the configuration's folder, with `/`. */
export function settingsFor(
  configuration: Configuration,
  relativePath: string,
): ReviewSettings & { readonly ignored: boolean } {
  const { addressee, actingFor, buyer } = configuration;
  return {
    types: configuration.types.find(({ files }) => fits(relativePath, files))?.types ?? [],
    levels: configuration.levels,
    ...(addressee && { addressee }),
    ...(actingFor && { actingFor }),
    ...(buyer && { buyer }),
    ignored: fits(relativePath, configuration.ignore),
  };
}
