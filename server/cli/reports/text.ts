import pc from 'picocolors';
import type { Finding } from '../../assess/assessment.ts';
import type { Lines } from '../../text/lines.ts';
import type { CheckedFile } from '../check.ts';
import { levelNames, shownFindings, totalsLine } from '../totals.ts';
import { frameOf, visible } from './frame.ts';
import { placeOf } from './place.ts';
import type { PrintContext, Printer } from './printer.ts';

/** For people at a terminal: each finding with the line it stands on, then one line of totals. */
export function textPrinter({ locale, versions, color, quiet }: PrintContext): Printer {
  const colors = pc.createColors(color);
  const paint = { error: colors.red, warning: colors.yellow, information: colors.cyan, hint: colors.dim };

  const print = (finding: Finding, file: string, lines: Lines): string => {
    const { level, code, span, message, related } = finding;
    const at = placeOf(span, lines);
    const name = visible(file);
    const line = lines.textOf(at.startLine - 1);
    const stop = at.endLine > at.startLine ? line.length : at.endColumn - 1;
    const { code: shown, indent, carets } = frameOf(line, at.startColumn - 1, stop);
    const gutter = ' '.repeat(String(at.startLine).length);
    return [
      `${colors.bold(`${name}:${at.startLine}:${at.startColumn}`)} ${paint[level](levelNames[level][locale])} ${colors.dim(code)}`,
      `  ${visible(message[locale])}`,
      `  ${colors.dim(`${at.startLine} |`)} ${shown}`,
      `  ${colors.dim(`${gutter} |`)} ${' '.repeat(indent)}${paint[level]('^'.repeat(carets))}`,
      ...related.map((other) => {
        const place = placeOf(other.span, lines);
        return `  ${colors.dim(`${gutter} =`)} ${name}:${place.startLine}:${place.startColumn} ${visible(other.message[locale])}`;
      }),
      '',
      '',
    ].join('\n');
  };

  return {
    file: (checked: CheckedFile) =>
      shownFindings(checked)
        .map((finding) => print(finding, checked.file, checked.lines))
        .join(''),
    end: ({ totals }) => (quiet ? '' : `${totalsLine(totals, versions, locale)}\n`),
  };
}
