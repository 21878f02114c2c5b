import { readdirSync, statSync, type Dirent } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Bilingual } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import { GitIgnores } from './gitignore.ts';
import { codeOf, reasonOf } from './read.ts';

/** A file to check. `shown` is the path as given, joined, with forward slashes; `-` is the standard input. */
export interface FileToCheck {
  readonly shown: string;
  readonly absolute: string;
}

export interface FoundFiles {
  readonly files: readonly FileToCheck[];
  /** Paths that were named and cannot be checked. */
  readonly problems: readonly { readonly file: string; readonly message: Bilingual }[];
  readonly notices: readonly Bilingual[];
}

export const noFiles: FoundFiles = { files: [], problems: [], notices: [] };

/** The files that the arguments of the command line mean, each once, in the order of the arguments. */
export function findFiles(args: readonly string[], cwd: string): FoundFiles {
  const files = new Map<string, FileToCheck>();
  const problems: { file: string; message: Bilingual }[] = [];
  const notices: Bilingual[] = [];
  const ignores = new GitIgnores();
  const add = (shown: string): void => {
    const absolute = shown === '-' ? '-' : resolve(cwd, shown);
    if (!files.has(absolute)) files.set(absolute, { shown: withSlashes(shown), absolute });
  };
  const take = (base: string, { found, unreadable }: Found): boolean => {
    for (const name of found) add(join(base, name));
    for (const { name, message } of unreadable)
      problems.push({ file: withSlashes(join(base, name)), message });
    return found.length + unreadable.length > 0;
  };
  for (const arg of args.length > 0 ? args : ['.']) {
    const kind = arg === '-' ? 'file' : kindOf(resolve(cwd, arg));
    const { isGlob, base, glob } = picomatch.scan(withSlashes(arg));
    if (kind === 'folder') {
      if (!take(arg, filesIn(resolve(cwd, arg), isMarkdown, ignores))) notices.push(noMarkdown(arg));
    } else if (kind !== 'file' && isGlob) {
      if (!take(base, filesIn(resolve(cwd, base), wantedBy(glob), ignores)))
        problems.push({ file: arg, message: noMatch });
    } else if (kind === 'none') problems.push({ file: withSlashes(arg), message: missing(arg, cwd) });
    else add(arg);
  }
  return { files: [...files.values()], problems, notices };
}

const withSlashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));

/** `unknown`: it cannot be looked at, and whoever reads it learns why. */
function kindOf(path: string): 'file' | 'folder' | 'none' | 'unknown' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'none' : 'unknown';
  }
}

/** Names are relative to the folder that was looked through. */
interface Found {
  readonly found: readonly string[];
  readonly unreadable: readonly { readonly name: string; readonly message: Bilingual }[];
}

/** Files in a folder and below, without hidden ones, node_modules and what git ignores. */
function filesIn(folder: string, isWanted: (name: string) => boolean, ignores: GitIgnores): Found {
  const found: string[] = [];
  const unreadable: Found['unreadable'][number][] = [];
  const root = ignores.rootOf(folder);
  const walk = (below: string): void => {
    const here = join(folder, below);
    const entries = entriesOf(here);
    if ('problem' in entries) {
      unreadable.push({ name: below, message: entries.problem });
      return;
    }
    for (const entry of entries) {
      if (isHidden(entry.name)) continue;
      const name = below === '' ? entry.name : below + sep + entry.name;
      const isFolder = entry.isDirectory();
      if (!isFolder && !isWanted(withSlashes(name))) continue;
      if (ignores.ignores(here, entry.name, isFolder, root)) continue;
      if (isFolder) walk(name);
      // Links to folders are not followed, for they may lead back; any other is a file, or told when it is read.
      else if (entry.isFile() || kindOf(here + sep + entry.name) !== 'folder') found.push(name);
    }
  };
  walk('');
  return { found: found.sort(byName), unreadable };
}

/** A folder that is not there has none. */
function entriesOf(folder: string): readonly Dirent[] | { readonly problem: Bilingual } {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error)) ? [] : { problem: reasonOf(error) };
  }
}

/** What a glob matches; one that ends in `*` means Markdown files. */
function wantedBy(glob: string): (name: string) => boolean {
  const matches = picomatch(glob);
  return (name) => matches(name) && (!glob.endsWith('*') || isMarkdown(name));
}

const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';
const isMarkdown = (name: string): boolean => /\.(md|markdown)$/i.test(name);
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const noMatch: Bilingual = {
  en: 'matches no file; check the pattern, or name a file or a folder',
  zh: '没有匹配的文件，请检查通配路径，或者写明文件或文件夹',
};

const noMarkdown = (folder: string): Bilingual => ({
  en: `no Markdown file (*.md, *.markdown) in ${folder}; nothing to check`,
  zh: `${folder} 中没有 Markdown 文件（*.md、*.markdown），无需检查`,
});

function missing(arg: string, cwd: string): Bilingual {
  const folder = dirname(resolve(cwd, arg));
  const entries = entriesOf(folder);
  const names = 'problem' in entries ? [] : entries.map((entry) => entry.name);
  const name = arg.split(/[/\\]/).at(-1) ?? '';
  // A misspelt command arrives here, too.
  const near = suggest(name, [...names, ...(name === arg ? ['check', 'coverage', 'explain', 'types'] : [])]);
  return {
    en: `no such file or folder; ${near ? `did you mean "${near}"?` : 'check the path'}`,
    zh: `没有此文件或文件夹，${near ? `是否应为“${near}”？` : '请检查路径'}`,
  };
}
