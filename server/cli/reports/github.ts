import type { Finding } from '../../assess/assessment.ts';
import { shownFindings, totalsLine } from '../totals.ts';
import { pathFrom } from './path.ts';
import { placeOf } from './place.ts';
import type { PrintContext, Printer } from './printer.ts';

/** Annotations for GitHub workflows: one command a line on the standard output. */
export function githubPrinter({ locale, versions, cwd, quiet }: PrintContext): Printer {
  return {
    file: (checked) =>
      shownFindings(checked)
        .map((finding) => {
          const at = placeOf(finding.span, checked.lines);
          // The runner takes columns for findings on one line only.
          const columns = at.startLine === at.endLine ? { col: at.startColumn, endColumn: at.endColumn } : {};
          return command(commands[finding.level], finding.message[locale], {
            file: pathFrom(cwd, checked.file),
            line: at.startLine,
            endLine: at.endLine,
            ...columns,
            title: finding.code,
          });
        })
        .join(''),
    end: ({ totals, unreadable, problems }) =>
      [
        ...problems.map(({ file, at, message }) =>
          fault(file, message[locale], at && { line: at.line, col: at.column }),
        ),
        ...unreadable.map(({ file, message }) => fault(file, message[locale])),
        quiet ? '' : command('notice', totalsLine(totals, versions, locale), { title }),
      ].join(''),
  };

  function fault(file: string, message: string, at?: { line: number; col: number }): string {
    return command('error', message, { file: pathFrom(cwd, file), ...at, title });
  }
}

const title = 'clausecheck';

const commands: Readonly<Record<Finding['level'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function command(
  name: string,
  message: string,
  properties: Readonly<Record<string, string | number>>,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeMessage(message)}\n`;
}

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
