import { CommanderError } from 'commander';
import type { Library } from '../assess/review.ts';
import type { Bilingual } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import { documentTypes } from './document-types.ts';
import { explain, type Explanation } from './explain.ts';
import { localeOf, type Options } from './options.ts';
import { makeProgram, usageMessage } from './program.ts';
import { run, type Program } from './run.ts';
import { Terminal, wantsColor, writeReport } from './terminal.ts';
import { trace } from './trace.ts';
import { versionLine, versionsOf } from './version.ts';

/** Runs the command line; gives the exit code: 0, 1 for findings, 2 when something could not be done. Never throws. */
export async function main(args: readonly string[], library: Library, program: Program): Promise<number> {
  const locale = localeOf(args, process.env);
  const terminal = new Terminal();
  const cwd = process.cwd();
  let code = 0;
  const refuse = (message: Bilingual): void => {
    terminal.notice(message[locale]);
    code = 2;
  };
  const print = (text: string, { output }: Options): void => {
    if (output === undefined) terminal.result(text);
    const unwritten = output === undefined ? undefined : writeReport(output, cwd, text);
    if (unwritten) refuse(unwritten);
  };
  const isText = (command: string, { format }: Options): boolean => {
    if (format === undefined || format === 'text') return true;
    refuse(textOnly(command));
    return false;
  };
  const parser = makeProgram(
    {
      async check(paths, options) {
        code = await run({ command: 'check', paths, options, locale, library, cwd, program }, terminal);
      },
      async coverage(paths, options) {
        code = await run({ command: 'coverage', paths, options, locale, library, cwd, program }, terminal);
      },
      async report(paths, options) {
        code = await run({ command: 'report', paths, options, locale, library, cwd, program }, terminal);
      },
      explain(name, options) {
        if (!isText('explain', options)) return;
        const color = wantsColor(options.color, options.output !== undefined);
        if (options.trace !== undefined) {
          const traced = trace(options.trace, { options, library, locale, cwd, color });
          if ('text' in traced) print(traced.text, options);
          else refuse(traced.problem);
          return;
        }
        const found: Explanation =
          name === undefined ? { suggestion: undefined } : explain(name, library, locale, color);
        if ('text' in found) print(found.text, options);
        else refuse(name === undefined ? nothingToExplain : unknownRequirement(name, found.suggestion));
      },
      types(options) {
        if (!isText('types', options)) return;
        print(
          documentTypes(library.catalogue, locale, wantsColor(options.color, options.output !== undefined)),
          options,
        );
      },
    },
    locale,
  );
  try {
    const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
    if (own.includes('--version') || own.includes('-V')) {
      terminal.result(`${versionLine(versionsOf(library.catalogue), locale)}\n`);
      return 0;
    }
    const [, asked] = own[0] === 'help' ? own : [];
    const commands = parser.commands.map((command) => command.name());
    if (asked !== undefined && !asked.startsWith('-') && !commands.includes(asked)) {
      refuse(unknownCommand(asked, suggest(asked, commands)));
      return code;
    }
    await parser.parseAsync(args, { from: 'user' });
  } catch (error) {
    const message = error instanceof CommanderError ? usageMessage(error) : fault(error);
    if (message) refuse(message);
  }
  return code;
}

const unknownCommand = (name: string, near: string | undefined): Bilingual => ({
  en: `unknown command "${name}"; ${near ? `did you mean "${near}"?` : 'see: clausecheck --help'}`,
  zh: `未知命令“${name}”，${near ? `是否应为“${near}”？` : '用法见：clausecheck --help'}`,
});

const nothingToExplain: Bilingual = {
  en: 'name a requirement, or a place with --trace FILE:LINE; see: clausecheck explain --help',
  zh: '请写明检查项，或者用 --trace 文件:行号 指明位置，用法见：clausecheck explain --help',
};

const textOnly = (command: string): Bilingual => ({
  en: `${command} is printed as text only; coverage --format json gives outcomes`,
  zh: `${command} 只能以 text 格式输出；机器可读的结果见：clausecheck coverage --format json`,
});

const unknownRequirement = (name: string, near: string | undefined): Bilingual => ({
  en: `unknown requirement "${name}"; ${near ? `did you mean "${near}"?` : 'clausecheck types lists them'}`,
  zh: `未知的检查项“${name}”，${near ? `是否应为“${near}”？` : '可用检查项见：clausecheck types'}`,
});

function fault(error: unknown): Bilingual {
  const reason = error instanceof Error ? error.message : String(error);
  return { en: `something went wrong (${reason})`, zh: `出现错误（${reason}）` };
}
