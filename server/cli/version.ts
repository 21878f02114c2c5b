import { version } from '../../package.json';
import type { Catalogue } from '../catalogue/requirement.ts';
import type { Locale } from '../text/span.ts';

/** Which tool and which state of the law a result rests on; every output names both. */
export interface Versions {
  readonly tool: string;
  /** ISO date of the law that the catalogue states; it is the version of the catalogue, too. */
  readonly catalogue: string;
}

export const versionsOf = (catalogue: Catalogue): Versions => ({
  tool: version,
  catalogue: catalogue.reviewed,
});

export const versionLine = ({ tool, catalogue }: Versions, locale: Locale): string =>
  locale === 'zh'
    ? `clausecheck ${tool}（检查项目录，法规核对至 ${catalogue}）`
    : `clausecheck ${tool} (catalogue and law as of ${catalogue})`;
