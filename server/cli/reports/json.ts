import type { Finding } from '../../assess/assessment.ts';
import type { CheckedFile } from '../check.ts';
import { shownFindings } from '../totals.ts';
import { placeOf } from './place.ts';
import type { PrintContext, Printer } from './printer.ts';

/** The findings as data, in one object. */
export function jsonPrinter({ locale, versions }: PrintContext): Printer {
  const files: object[] = [];
  return {
    file(checked) {
      files.push(fileEntry(checked));
      return '';
    },
    end: ({ totals, unreadable, problems }) =>
      JSON.stringify(
        {
          tool: {
            name: 'clausecheck',
            version: versions.tool,
            catalogue: versions.catalogue,
            law: versions.catalogue,
          },
          files,
          unreadable: unreadable.map(({ file, message }) => ({ file, message: message[locale] })),
          problems: problems.map(({ file, at, message }) => ({ file, ...at, message: message[locale] })),
          totals,
        },
        undefined,
        2,
      ) + '\n',
  };

  function fileEntry(checked: CheckedFile): object {
    const { file, document, report } = checked;
    return {
      file,
      type: report.type.types,
      typeSource: report.type.source,
      confidence: report.type.confidence,
      language: document.isForeign ? 'other' : document.language,
      findings: shownFindings(checked).map((finding) => findingEntry(finding, checked)),
      suppressed: report.findings.flatMap((finding) =>
        finding.suppressed ? [{ ...findingEntry(finding, checked), reason: finding.suppressed.reason }] : [],
      ),
    };
  }

  function findingEntry(finding: Finding, { lines }: CheckedFile): object {
    return {
      code: finding.code,
      level: finding.level,
      message: finding.message[locale],
      ...placeOf(finding.span, lines),
      ...(finding.assessment && {
        outcome: finding.assessment.outcome,
        lacking: finding.assessment.lacking.map((l) => ({
          particular: l.particular,
          message: l.message[locale],
        })),
      }),
      related: finding.related.map((other) => ({
        message: other.message[locale],
        ...placeOf(other.span, lines),
      })),
      fingerprint: finding.fingerprint,
    };
  }
}
