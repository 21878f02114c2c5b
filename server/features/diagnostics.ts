import type { Finding } from '../assess/assessment.ts';
import type { Locale, Span } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { pageUri } from './page.ts';

/** A finding in one language, ready to be shown. Spans are offsets into the document's text, in UTF-16 units. */
export interface ShownFinding {
  readonly span: Span;
  readonly level: Finding['level'];
  readonly code: string;
  readonly message: string;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** The page that explains it; absent for findings that are no requirement's. */
  readonly page: string | undefined;
}

/** What to underline in a document: every finding that no suppression covers. */
export function diagnosticsOf({ report }: FeatureContext, locale: Locale): ShownFinding[] {
  return report.findings
    .filter((finding) => !finding.suppressed)
    .map((finding) => ({
      span: finding.span,
      level: finding.level,
      code: finding.code,
      message: finding.message[locale],
      related: finding.related.map(({ span, message }) => ({ span, message: message[locale] })),
      page: finding.assessment && pageUri(finding.assessment.requirement.id, locale),
    }));
}
