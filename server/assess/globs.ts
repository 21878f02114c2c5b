import picomatch from 'picomatch/posix';
import type { Bilingual } from '../text/span.ts';

/** Whether globs name a file, as in .gitignore: the last one that fits decides, and one behind `!` takes it out again. */
export function fits(path: string, globs: readonly string[]): boolean {
  const last = globs.findLast((glob) => isIn(path, glob.replace(/^!/, '')));
  return last !== undefined && !last.startsWith('!');
}

/** A glob fits a file, or a folder the file lies in. Without a slash in it, it fits at any depth. */
function isIn(path: string, glob: string): boolean {
  const plain = glob.replace(/^\.\//, '').replace(/\/+$/, '');
  const anchored = plain.includes('/') ? plain.replace(/^\//, '') : `**/${plain}`;
  return picomatch.isMatch(path, [anchored, `${anchored}/**`], { dot: true, noextglob: true });
}

/** What is wrong with a glob, if anything; `isFirst`: no other stands before it. */
export function faultOf(glob: string, isFirst: boolean): Bilingual | undefined {
  // Nothing longer names a file, and matching it could take long.
  if (glob.trim() === '' || glob.length > 300) {
    return {
      en: 'expected a file path or glob of at most 300 characters',
      zh: '应为文件路径或通配路径，不超过300个字符',
    };
  }
  if (isFirst && glob.startsWith('!')) {
    return {
      en: `"${glob}" takes out what the globs before it name, and there are none; name first what it is to be taken out of`,
      zh: `“${glob}”用于排除其前各通配路径所指的文件，而其前没有通配路径；请先写明从中排除的范围`,
    };
  }
  try {
    picomatch.makeRe(glob.replace(/^!/, ''), { strictBrackets: true, noextglob: true });
    return undefined;
  } catch {
    return {
      en: `bracket without its other half in "${glob}"; write \\ in front of one that is part of a name`,
      zh: `“${glob}”中的括号不成对；括号属于文件名的，在其前加 \\`,
    };
  }
}
