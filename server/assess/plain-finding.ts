import type { LegalDocument } from '../document/model.ts';
import type { Bilingual, Span } from '../text/span.ts';
import type { Finding } from './assessment.ts';
import { fingerprintOf } from './fingerprint.ts';

/** A finding that belongs to no requirement. */
export const plainFinding = (
  code: string,
  level: Finding['level'],
  span: Span,
  message: Bilingual,
  { text }: LegalDocument,
): Finding => ({
  code,
  level,
  span,
  message,
  related: [],
  assessment: undefined,
  suppressed: undefined,
  fingerprint: fingerprintOf(code, text.slice(span.start, span.end)),
});
