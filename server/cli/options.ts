import type { Locale } from '../text/span.ts';

/** What the command line says, read but not yet judged. */
export interface Options {
  readonly format?: 'text' | 'json' | 'sarif' | 'github';
  readonly output?: string;
  readonly type?: readonly string[];
  readonly stdinFilename?: string;
  readonly config?: string;
  readonly lang?: Locale;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly all?: boolean;
  readonly trace?: string;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly threads?: number | 'auto';
}

/** The language to speak before the options are read: `--lang`, else the locale of the environment. */
export function localeOf(args: readonly string[], environment: NodeJS.ProcessEnv): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
  const set = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return languageIn(at >= 0 ? asked : set) ?? 'en';
}

/** `zh_CN.UTF-8` and `zh-Hans` are Chinese; undefined for a language the product does not speak. */
export function languageIn(name: string | undefined): Locale | undefined {
  const [, language] = /^(zh|en)(?![a-z])/i.exec(name ?? '') ?? [];
  return language?.toLowerCase() as Locale | undefined;
}
