import type { Assessment } from '../../assess/assessment.ts';
import type { LegalDocument } from '../../document/model.ts';
import type { Span } from '../../text/span.ts';
import type { CheckedFile } from '../check.ts';
import { coverageOf } from '../coverage.ts';
import { placeOf } from './place.ts';
import type { PrintContext, Printer } from './printer.ts';

/** Coverage as data: an array with one entry a file. Lines count from 1. */
export function coverageJsonPrinter({ locale, versions }: PrintContext, all: boolean): Printer {
  const files: object[] = [];
  return {
    file(checked) {
      files.push(fileEntry(checked));
      return '';
    },
    end: () => JSON.stringify(files, undefined, 2) + '\n',
  };

  function fileEntry(checked: CheckedFile): object {
    const { file, document, report } = checked;
    return {
      file,
      tool: {
        name: 'clausecheck',
        version: versions.tool,
        catalogue: versions.catalogue,
        law: versions.catalogue,
      },
      type: report.type.types,
      typeSource: report.type.source,
      confidence: report.type.confidence,
      language: document.isForeign ? 'other' : document.language,
      assessments: coverageOf(report, all).map((a) => assessmentEntry(a, checked)),
      notChecked: document.notChecked.map(({ start, end, reason }) => ({
        ...linesOf({ start, end }, document),
        reason,
      })),
    };
  }

  function assessmentEntry(assessment: Assessment, { document, report }: CheckedFile): object {
    const { requirement, expected, outcome, evidence, nearest, lacking, error } = assessment;
    const suppressed = report.findings.find((f) => f.code === requirement.id)?.suppressed;
    return {
      requirement: requirement.id,
      expected,
      outcome,
      evidence: evidence.map(({ span, text }) => ({ ...linesOf(span, document), text })),
      nearest: nearest.map((passage) => ({
        ...linesOf(passage.span, document),
        text: passage.text,
        lacking: passage.lacking.map((l) => l.message[locale]),
      })),
      lacking: lacking.map((l) => ({ particular: l.particular, message: l.message[locale] })),
      ...(suppressed && { suppressed: { reason: suppressed.reason } }),
      ...(error && { error }),
    };
  }
}

/** At most twelve lines: the beginning of a clause is where to look. */
function linesOf(span: Span, { lines }: LegalDocument): { startLine: number; endLine: number } {
  const { startLine, endLine } = placeOf(span, lines);
  return { startLine, endLine: Math.min(endLine, startLine + 11) };
}
