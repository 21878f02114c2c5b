import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Bilingual, Locale } from '../text/span.ts';
import { languageIn, type Options } from './options.ts';

/** What each command does; filled in by the caller. */
export interface Commands {
  check(paths: readonly string[], options: Options): Promise<void> | void;
  coverage(paths: readonly string[], options: Options): Promise<void> | void;
  report(paths: readonly string[], options: Options): Promise<void> | void;
  explain(name: string | undefined, options: Options): void;
  types(options: Options): void;
}

/** The commands and options, with help in the reader's language. Throws `CommanderError`. */
export function makeProgram(commands: Commands, locale: Locale): Command {
  const say = (en: string, zh: string): string => (locale === 'zh' ? zh : en);
  const program = new Command('clausecheck')
    .usage(say('[command] [options] [paths...]', '[命令] [选项] [路径...]'))
    .description(
      say(
        'Checks Markdown contracts, tenders and policies against the clauses that the 2014 Guiding Opinions on network security in the telecommunications and internet sectors call for.',
        '检查 Markdown 格式的合同、招标文件和政策文件是否写明2014年《关于加强电信和互联网行业\n网络安全工作的指导意见》提出的内容。',
      ),
    )
    .configureHelp({ showGlobalOptions: true, ...(locale === 'zh' && chineseHelp) })
    .configureOutput({ writeErr: () => undefined })
    .exitOverride()
    .helpOption('-h, --help', say('show this help', '显示帮助'))
    .helpCommand('help [command]', say('show help for a command', '显示命令的帮助'))
    .option(
      '-V, --version',
      say('print the version of the tool and the date of the law', '显示工具版本和法规核对日期'),
    )
    .addOption(
      new Option('-f, --format <format>', say('how to print the results', '输出格式')).choices([
        'text',
        'json',
        'sarif',
        'github',
      ]),
    )
    .option('-o, --output <file>', say('write the results to a file', '把结果写入文件'))
    .option(
      '-t, --type <type>',
      say('type of documents that do not declare one', '未声明类型的文件所用的类型'),
      (value: string, before: readonly string[] = []) => [
        ...before,
        ...value.split(',').map((id) => id.trim()),
      ],
    )
    .option('--stdin-filename <path>', say('name for the standard input (-)', '标准输入（-）所用的文件名'))
    .option('-c, --config <file>', say('use this clausecheck.yaml', '指定 clausecheck.yaml'))
    .option('--lang <language>', say('language of messages: en, zh', '消息语言：en、zh'), (value) => {
      const language = languageIn(value);
      if (!language) throw new InvalidArgumentError(say('Known: en, zh.', '可用：en、zh。'));
      return language;
    })
    .option('-q, --quiet', say('findings only: no totals, no notices', '只输出发现的问题，不输出合计和提示'))
    .option('--color', say('colours even without a terminal', '始终使用颜色'))
    .option('--no-color', say('no colours', '不使用颜色'));

  const paths = say(
    'files, folders, globs, or - for the standard input (default: the current folder)',
    '文件、文件夹、通配路径，或者 - 表示标准输入（默认：当前文件夹）',
  );
  program
    .command('check', { isDefault: true })
    .description(say('check documents (this is what happens without a command)', '检查文件（默认命令）'))
    .argument('[paths...]', paths)
    .option(
      '--cache',
      say('look only at files that changed since the last run', '只检查上次运行后有变化的文件'),
    )
    .option(
      '--cache-location <file>',
      say('where the cache lies (default: .clausecheckcache)', '缓存文件的位置（默认：.clausecheckcache）'),
    )
    .option(
      '--threads <number>',
      say('how many files to check at a time: a number, or auto', '同时检查的线程数：数字或 auto'),
      (value): number | 'auto' => {
        if (value === 'auto') return value;
        if (!/^[1-9]\d?$/.test(value))
          throw new InvalidArgumentError(
            say('A number from 1 to 99, or auto.', '应为 1 至 99 的数字，或者 auto。'),
          );
        return Number(value);
      },
    )
    .action((names: string[], _: unknown, command: Command) =>
      commands.check(names, command.optsWithGlobals()),
    );
  program
    .command('coverage')
    .description(say('list what each document says on each requirement', '逐项列出文件的覆盖情况'))
    .argument('[paths...]', paths)
    .option('-a, --all', say('every requirement, expected or not', '列出全部检查项，无论是否应有'))
    .action((names: string[], _: unknown, command: Command) =>
      commands.coverage(names, command.optsWithGlobals()),
    );
  program
    .command('report')
    .description(
      say('write the coverage of the documents as one HTML page', '把文件的覆盖情况写成一个 HTML 页面'),
    )
    .argument('[paths...]', paths)
    .action((names: string[], _: unknown, command: Command) =>
      commands.report(names, command.optsWithGlobals()),
    );
  program
    .command('explain')
    .description(say('show what a requirement expects, and its sources', '说明检查项的要求和依据'))
    .argument('[requirement]', say('id, such as opinions/pi-storage', '检查项，例如 opinions/pi-storage'))
    .option(
      '--trace <file:line>',
      say('how the statements on this line were judged, and why', '说明该行各语句如何判断、依据何在'),
    )
    .action((name: string | undefined, _: unknown, command: Command) =>
      commands.explain(name, command.optsWithGlobals()),
    );
  program
    .command('types')
    .description(say('list the document types', '列出文件类型'))
    .action((_: unknown, command: Command) => commands.types(command.optsWithGlobals()));
  program.addHelpText(
    'after',
    say(
      '\nExit code: 0 nothing at warning or above, 1 findings at warning or above, 2 a named file could not be\nread, bad usage or a bad configuration. Documentation: docs/command-line.md',
      '\n退出码：0 没有警告或错误；1 有警告或错误；2 有指定的文件无法读取、用法有误或配置有误。\n文档：docs/command-line.zh-CN.md',
    ),
  );
  for (const command of program.commands) command.helpOption('-h, --help', say('show this help', '显示帮助'));
  return program;
}

const chineseHelp = {
  styleTitle: (title: string): string => titles[title] ?? title,
  optionDescription: (option: Option): string =>
    option.description + (option.argChoices ? `（可选：${option.argChoices.join('、')}）` : ''),
};

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

/** What is wrong with a command line, in words; undefined when nothing is and help was printed. */
export function usageMessage({ code, message }: CommanderError): Bilingual | undefined {
  if (code === 'commander.help' || code === 'commander.helpDisplayed') return undefined;
  const [, first = '', second = ''] = /'([^']*)'(?:[^']*'([^']*)')?/.exec(message) ?? [];
  const [, near] = /Did you mean (?:one of )?([^?]*)\?/.exec(message) ?? [];
  const zh = chineseUsage[code]?.(first, second);
  const hint = { en: '; see: clausecheck --help', zh: '；用法见：clausecheck --help' };
  return {
    en:
      message
        .replace(/^error: /, '')
        .replace(/\s*\n\s*/g, ' ')
        .replace(/\.$/, '') + hint.en,
    zh: zh ? zh + (near ? `；是否应为 ${near}？` : '') + hint.zh : message + hint.zh,
  };
}

const chineseUsage: Readonly<Record<string, (first: string, second: string) => string>> = {
  'commander.unknownOption': (option) => `未知选项 ${option}`,
  'commander.unknownCommand': (command) => `未知命令 ${command}`,
  'commander.optionMissingArgument': (option) => `选项 ${option} 缺少参数`,
  'commander.missingArgument': (argument) => `缺少参数 ${argument}`,
  'commander.invalidArgument': (option, value) => `选项 ${option} 的参数 ${value} 无效`,
  'commander.excessArguments': (command) => `${command} 的参数过多`,
};
