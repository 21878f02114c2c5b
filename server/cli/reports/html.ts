import { dirname, relative, resolve } from 'node:path';
import { reportPage, type ReportedDocument } from '../../features/report.ts';
import { noSettings } from '../../assess/review.ts';
import type { PrintContext, Printer } from './printer.ts';

/** The coverage report as one HTML page. `output`: the file it goes to, from which its links start. */
export function htmlPrinter(
  { locale, versions, library, cwd }: PrintContext,
  output: string | undefined,
): Printer {
  const documents: ReportedDocument[] = [];
  const from = output === undefined ? cwd : dirname(resolve(cwd, output));
  return {
    file({ file, document, report }) {
      const path = relative(from, resolve(cwd, file)).replaceAll('\\', '/');
      const address = path.split('/').map(encodeURIComponent).join('/');
      documents.push({
        name: file,
        feature: { document, report, library, settings: noSettings },
        link: (line) => `${address}#L${line}`,
      });
      return '';
    },
    end: () => reportPage(documents, { locale, version: versions.tool, catalogue: versions.catalogue }),
  };
}
