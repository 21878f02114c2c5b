import { resolve } from 'node:path';
import type { Library } from '../assess/review.ts';
import type { Bilingual, Locale } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import { Cache, cacheName } from './cache.ts';
import type { CheckOptions } from './check.ts';
import { checkAll } from './checks.ts';
import { Configurations, writtenPlace, type PlacedProblem } from './configurations.ts';
import { findFiles, noFiles } from './files.ts';
import type { Options } from './options.ts';
import { readStream } from './read.ts';
import { coverageJsonPrinter } from './reports/coverage-json.ts';
import { coverageTextPrinter } from './reports/coverage-text.ts';
import { githubPrinter } from './reports/github.ts';
import { htmlPrinter } from './reports/html.ts';
import { jsonPrinter } from './reports/json.ts';
import type { PrintContext, Printer, Run } from './reports/printer.ts';
import { sarifPrinter } from './reports/sarif.ts';
import { textPrinter } from './reports/text.ts';
import { wantsColor, writeReport, type Terminal } from './terminal.ts';
import { Threads, threadsFor } from './threads.ts';
import { addTo, exitCodeOf, noTotals } from './totals.ts';
import { versionsOf } from './version.ts';

export interface Task {
  readonly command: 'check' | 'coverage' | 'report';
  readonly paths: readonly string[];
  readonly options: Options;
  readonly locale: Locale;
  readonly library: Library;
  readonly cwd: string;
  readonly program: Program;
}

/** What runs; tests run without. */
export interface Program {
  /** The file that a thread runs. */
  readonly door: string | undefined;
  /** Stands for the program and its catalogue in a cache. */
  readonly digest: () => string;
}

/** Checks the files that are meant and prints the report; gives the exit code. */
export async function run(task: Task, terminal: Terminal): Promise<number> {
  const { options, library, cwd } = task;
  const usage = usageProblem(task);
  if (usage) {
    terminal.notice(usage[task.locale]);
    return 2;
  }
  const configurations = new Configurations(options.config, cwd, library.catalogue);
  const locale = options.lang ?? configurations.in(cwd)?.configuration.language ?? task.locale;
  const say = (message: Bilingual): string => message[locale];
  const problems: PlacedProblem[] = [];
  const isRefused = configurations.named?.unreadable ?? false;
  if (isRefused && (options.format ?? 'text') === 'text') {
    reportConfiguration();
    return 2;
  }
  const context: PrintContext = {
    locale,
    versions: versionsOf(library.catalogue),
    library,
    cwd,
    color: wantsColor(options.color, options.output !== undefined),
    quiet: options.quiet ?? false,
  };
  const printer = printerFor(task, context);
  const chunks: string[] = [];
  const write = (text: string): void => {
    if (options.output === undefined) terminal.result(text);
    else chunks.push(text);
  };

  // What a program reads is complete, also where nothing could be checked.
  const found = isRefused ? noFiles : findFiles(task.paths, cwd);
  if (!context.quiet) for (const notice of found.notices) terminal.notice(say(notice));
  let totals = noTotals;
  const unreadable: Run['unreadable'][number][] = [];
  const refuse = (file: string, message: Bilingual): void => {
    totals = addTo(totals, { kind: 'unreadable', file, message });
    unreadable.push({ file, message });
    terminal.notice(`${file}: ${say(message)}`);
  };
  for (const { file, message } of found.problems) refuse(file, message);
  const usesStdin = found.files.some((file) => file.absolute === '-');
  const stdin = usesStdin ? await readStream(process.stdin) : undefined;
  const checkOptions: CheckOptions = {
    library,
    which:
      task.command === 'check' ? 'findings' : task.command === 'coverage' && options.all ? 'all' : 'expected',
    configurations,
    cwd,
    stdin,
    types: options.type ?? [],
    stdinName: options.stdinFilename,
  };
  const { program } = task;
  const cache = options.cache
    ? new Cache(resolve(cwd, options.cacheLocation ?? cacheName), program.digest())
    : undefined;
  const count = threadsFor(options.threads ?? 1, found.files.length);
  const threads =
    count > 1 && program.door !== undefined ? new Threads(program.door, count, library) : undefined;
  let done = 0;
  for await (const [file, checked] of checkAll(found.files, checkOptions, { cache, threads })) {
    reportConfiguration();
    if (checked.kind === 'unreadable') refuse(checked.file, checked.message);
    else totals = addTo(totals, checked);
    if (checked.kind === 'checked') write(printer.file(checked));
    if (!context.quiet) terminal.progress(`${++done}/${found.files.length} ${file.shown}`);
  }
  await threads?.end();
  const unsaved = cache?.save();
  if (unsaved) terminal.notice(say(unsaved));
  reportConfiguration();
  write(printer.end({ totals, unreadable, problems }));
  const unwritten =
    options.output === undefined ? undefined : writeReport(options.output, cwd, chunks.join(''));
  if (unwritten) {
    terminal.notice(say(unwritten));
    return 2;
  }
  return problems.length > 0 ? 2 : exitOf();

  function exitOf(): number {
    const code = exitCodeOf(totals);
    return task.command !== 'check' && code === 1 ? 0 : code;
  }

  function reportConfiguration(): void {
    for (const problem of configurations.takeProblems()) {
      problems.push(problem);
      terminal.notice(`${writtenPlace(problem)}: ${say(problem.message)}`);
    }
  }
}

function printerFor({ command, options }: Task, context: PrintContext): Printer {
  if (command === 'report') return htmlPrinter(context, options.output);
  if (command === 'coverage') {
    const all = options.all ?? false;
    return options.format === 'json' ? coverageJsonPrinter(context, all) : coverageTextPrinter(context, all);
  }
  switch (options.format) {
    case 'json':
      return jsonPrinter(context);
    case 'sarif':
      return sarifPrinter(context);
    case 'github':
      return githubPrinter(context);
    default:
      return textPrinter(context);
  }
}

/** Options that commander cannot judge. */
function usageProblem({ command, paths, options, library }: Task): Bilingual | undefined {
  const { format, type = [], stdinFilename } = options;
  if (stdinFilename !== undefined && !paths.includes('-')) {
    return {
      en: '--stdin-filename names the standard input: add - to the paths',
      zh: '--stdin-filename 是标准输入的文件名：请在路径中加上 -',
    };
  }
  if (command === 'coverage' && format !== undefined && format !== 'text' && format !== 'json') {
    return {
      en: `coverage is printed as text or json, not as ${format}`,
      zh: `覆盖情况只能以 text 或 json 格式输出，不能以 ${format} 格式输出`,
    };
  }
  if (command === 'report' && format !== undefined) {
    return {
      en: 'report writes one HTML page and takes no --format',
      zh: 'report 输出一个 HTML 页面，不接受 --format',
    };
  }
  const known = library.catalogue.types.map(({ id }) => id);
  const wrong = type.find((id) => !known.includes(id));
  if (wrong === undefined) return undefined;
  const near = suggest(wrong, known);
  return {
    en: `unknown document type "${wrong}"; ${near ? `did you mean "${near}"?` : 'see: clausecheck types'}`,
    zh: `未知的文件类型“${wrong}”，${near ? `是否应为“${near}”？` : '可用类型见：clausecheck types'}`,
  };
}
