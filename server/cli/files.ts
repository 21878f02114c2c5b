import { readdirSync, statSync, type Dirent } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Bilingual } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import { GitIgnores } from './gitignore.ts';

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
  for (const arg of args.length > 0 ? args : ['.']) {
    if (arg === '-') {
      add(arg);
      continue;
    }
    const kind = kindOf(resolve(cwd, arg));
    if (kind === 'file') add(arg);
    else if (kind === 'folder') {
      const { found, unreadable } = filesIn(resolve(cwd, arg), isMarkdown, ignores);
      for (const name of found) add(join(arg, name));
      for (const name of unreadable)
        problems.push({ file: withSlashes(join(arg, name)), message: unreadableFolder });
      if (found.length === 0 && unreadable.length === 0) notices.push(noMarkdown(arg));
    } else if (picomatch.scan(withSlashes(arg)).isGlob) {
      const found = matching(withSlashes(arg), cwd, ignores);
      for (const name of found) add(name);
      if (found.length === 0) problems.push({ file: arg, message: noMatch });
    } else problems.push({ file: withSlashes(arg), message: missing(arg, cwd) });
  }
  return { files: [...files.values()], problems, notices };
}

const withSlashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));

function kindOf(path: string): 'file' | 'folder' | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && (stat.isDirectory() ? 'folder' : 'file');
}

/** Files in a folder and below, relative to it, without hidden ones, node_modules and what git ignores. */
function filesIn(
  folder: string,
  isWanted: (name: string) => boolean,
  ignores: GitIgnores,
): { found: string[]; unreadable: string[] } {
  const found: string[] = [];
  const unreadable: string[] = [];
  const root = ignores.rootOf(folder);
  const walk = (below: string): void => {
    const here = join(folder, below);
    for (const entry of entriesOf(here) ?? (unreadable.push(below), [])) {
      if (isHidden(entry.name)) continue;
      const name = below === '' ? entry.name : below + sep + entry.name;
      const isFolder = entry.isDirectory();
      if (!isFolder && !isWanted(withSlashes(name))) continue;
      if (ignores.ignores(here, entry.name, isFolder, root)) continue;
      if (isFolder) walk(name);
      // A link to a file is a file; links to folders are not followed, for they may lead back.
      else if (entry.isFile() || kindOf(here + sep + entry.name) === 'file') found.push(name);
    }
  };
  walk('');
  return { found: found.sort(byName), unreadable };
}

function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** What a glob matches, looked for like the files of a folder; one that ends in `*` means Markdown files. */
function matching(pattern: string, cwd: string, ignores: GitIgnores): string[] {
  const { base, glob } = picomatch.scan(pattern);
  const matches = picomatch(glob);
  const isWanted = (name: string): boolean => matches(name) && (!glob.endsWith('*') || isMarkdown(name));
  return filesIn(resolve(cwd, base), isWanted, ignores).found.map((name) => join(base, name));
}

const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';
const isMarkdown = (name: string): boolean => /\.(md|markdown)$/i.test(name);
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const unreadableFolder: Bilingual = {
  en: 'cannot be opened; check the permissions of the folder',
  zh: '无法打开，请检查文件夹的权限',
};

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
  const names = (entriesOf(folder) ?? []).map((entry) => entry.name);
  const name = arg.split(/[/\\]/).at(-1) ?? '';
  // A misspelt command arrives here, too.
  const near = suggest(name, [...names, ...(name === arg ? ['check', 'coverage', 'explain', 'types'] : [])]);
  return {
    en: `no such file or folder; ${near ? `did you mean "${near}"?` : 'check the path'}`,
    zh: `没有此文件或文件夹，${near ? `是否应为“${near}”？` : '请检查路径'}`,
  };
}
