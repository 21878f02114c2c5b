import { resolve } from 'node:path';
import type { Library } from '../assess/review.ts';
import { traceAt } from '../assess/trace.ts';
import { traceText } from '../features/trace.ts';
import { phrases } from '../features/trace-words.ts';
import type { Bilingual, Locale } from '../text/span.ts';
import { checkFile, jobFor, type CheckedFile } from './check.ts';
import { Configurations, writtenPlace } from './configurations.ts';
import { inTerminal } from './explain.ts';
import type { Options } from './options.ts';

export interface TraceTask {
  readonly options: Options;
  readonly library: Library;
  readonly locale: Locale;
  readonly cwd: string;
  readonly color: boolean;
}

/** How the statements on a line were judged. `place` is `FILE:LINE`, a column behind it does no harm. */
export function trace(place: string, task: TraceTask): { text: string } | { problem: Bilingual } {
  const { options, library, cwd } = task;
  const [, file, written] = /^(.+?):(\d+)(?::\d+)?$/.exec(place) ?? [];
  if (file === undefined || written === undefined) return { problem: noPlace(place) };
  const configurations = new Configurations(options.config, cwd, library.catalogue);
  const job = jobFor(
    { absolute: resolve(cwd, file), shown: file },
    { configurations, types: options.type ?? [], stdinName: undefined, cwd },
  );
  const [wrong] = configurations.takeProblems();
  if (wrong) return { problem: withFile(writtenPlace(wrong), wrong.message) };
  if (!job) return { problem: withFile(file, ignored) };
  const checked = checkFile(job, { library, which: 'all', stdin: undefined });
  if (checked.kind === 'unreadable') return { problem: withFile(file, checked.message) };
  if (checked.kind === 'ignored') return { problem: withFile(file, ignored) };
  const line = Number(written);
  if (line < 1 || line > checked.document.lines.count) return { problem: withFile(file, noLine(line)) };
  return { text: inTerminal(tell(checked, line, task), task.color) };
}

function tell({ file, document, report }: CheckedFile, line: number, task: TraceTask): string {
  const { library, locale } = task;
  const { lines } = document;
  const start = lines.startOf(line - 1);
  const traces = traceAt(document, report, library, {
    start,
    end: Math.max(start + 1, lines.endOf(line - 1)),
  });
  const titles = report.type.types.map(
    (id) => library.catalogue.types.find((type) => type.id === id)?.title[locale] ?? id,
  );
  const types = titles.join(locale === 'zh' ? '、' : ', ') || (locale === 'zh' ? '类型未知' : 'no type');
  return [
    `# ${file}:${line}`,
    '',
    `${types}${report.type.source === 'guessed' ? (locale === 'zh' ? '（推测）' : ' (guessed)') : ''}`,
    '',
    ...(traces.length > 0
      ? traces.map((trace) => traceText(trace, document, library, locale))
      : [phrases[locale].noStatement(line)]),
  ].join('\n');
}

const noPlace = (place: string): Bilingual => ({
  en: `"${place}" names no place; write --trace FILE:LINE, e.g. --trace policy.md:12`,
  zh: `“${place}”不是位置，请写成 --trace 文件:行号，例如 --trace policy.md:12`,
});

const noLine = (line: number): Bilingual => ({ en: `there is no line ${line}`, zh: `没有第 ${line} 行` });

const ignored: Bilingual = {
  en: 'clausecheck.yaml says to ignore it',
  zh: 'clausecheck.yaml 指定忽略此文件',
};

const withFile = (file: string, { en, zh }: Bilingual): Bilingual => ({
  en: `${file}: ${en}`,
  zh: `${file}: ${zh}`,
});
