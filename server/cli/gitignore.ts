import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** What the .gitignore files of a repository name, nested ones included. Paths are absolute. */
export class GitIgnores {
  readonly #files = new Map<string, Ignore | undefined>();

  /**
   * Whether a path below `root` is ignored, or lies in a folder that is. Only .gitignore files in `root` and below
   * it are asked.
   */
  ignores(path: string, isFolder: boolean, root: string): boolean {
    const steps = relative(root, path).split(sep);
    return steps.some((_, index) => {
      const step = join(root, ...steps.slice(0, index + 1));
      return this.#names(step, isFolder || index < steps.length - 1, root);
    });
  }

  /** The folder whose .gitignore is the first to ask: the repository's, or `folder` itself outside of one. */
  rootOf(folder: string): string {
    for (let at = folder; ; at = dirname(at)) {
      if (existsSync(join(at, '.git'))) {
        // Whoever names an ignored folder wants it looked at: then only its own .gitignore files count.
        return at !== folder && this.ignores(folder, true, at) ? folder : at;
      }
      if (dirname(at) === at) return folder;
    }
  }

  /** The innermost .gitignore that says something of a path decides. */
  #names(path: string, isFolder: boolean, root: string): boolean {
    for (let folder = dirname(path); folder.length >= root.length; folder = dirname(folder)) {
      const rules = this.#rulesIn(folder);
      const name = relative(folder, path).split(sep).join('/') + (isFolder ? '/' : '');
      const verdict = rules?.test(name);
      if (verdict?.ignored) return true;
      if (verdict?.unignored) return false;
      if (dirname(folder) === folder) break;
    }
    return false;
  }

  #rulesIn(folder: string): Ignore | undefined {
    if (!this.#files.has(folder)) {
      let rules: Ignore | undefined;
      try {
        rules = ignore({ ignorecase: false }).add(readFileSync(join(folder, '.gitignore'), 'utf8'));
      } catch {
        rules = undefined; // none there, or not for us to read
      }
      this.#files.set(folder, rules);
    }
    return this.#files.get(folder);
  }
}
