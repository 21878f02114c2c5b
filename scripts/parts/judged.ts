import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Passage, Report } from '../../server/assess/assessment.ts';
import { noSettings, review, type Library } from '../../server/assess/review.ts';
import { readDocument } from '../../server/document/document.ts';
import type { LegalDocument } from '../../server/document/model.ts';

export interface Judged {
  readonly document: LegalDocument;
  readonly report: Report;
}

/** A document of the corpus as the product judges it without being told its type; or with these types configured. */
export function judge(corpus: string, file: string, library: Library, types: readonly string[] = []): Judged {
  const document = readDocument(readFileSync(join(corpus, file), 'utf8').replace(/^\ufeff/, ''));
  return { document, report: review(document, library, { ...noSettings, types }) };
}

/** What the coverage report says of a document, in the scorer's form. */
export function answerOf([file, { document, report }]: readonly [string, Judged]) {
  return {
    file,
    type: report.type.types,
    assessments: report.assessments.map(({ requirement, expected, outcome, evidence }) => ({
      requirement: requirement.id,
      expected,
      outcome,
      evidence: evidence.map((passage) => placeOf(passage, document)),
    })),
  };
}

/** Lines from 1, at most twelve of them. */
export function placeOf({ span }: Passage, { lines }: LegalDocument) {
  const startLine = lines.lineAt(span.start) + 1;
  return { startLine, endLine: Math.min(lines.lineAt(span.end - 1) + 1, startLine + 11) };
}

export function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > 220 ? `${plain.slice(0, 220)} …` : plain;
}
