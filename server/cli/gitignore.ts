import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** What the .gitignore files of a repository name, nested ones included. Paths are absolute. */
export class GitIgnores {
  /** By root and folder. */
  readonly #rules = new Map<string, readonly Rules[]>();

  /** The folder whose .gitignore is the first to ask: the repository's, or `folder` itself outside of one. */
  rootOf(folder: string): string {
    for (let at = folder; ; at = dirname(at)) {
      if (existsSync(join(at, '.git'))) {
        // Whoever names an ignored folder wants it looked at: then only its own .gitignore files count.
        return at !== folder && this.#liesInIgnored(folder, at) ? folder : at;
      }
      if (dirname(at) === at) return folder;
    }
  }

  /**
   * Whether a file or folder is ignored that lies in `folder`, which is not. Only .gitignore files in `root` and below
   * it are asked; the innermost that says something decides.
   */
  ignores(folder: string, name: string, isFolder: boolean, root: string): boolean {
    for (const { below, rules } of this.#rulesFor(folder, root)) {
      const verdict = rules.test(below + name + (isFolder ? '/' : ''));
      if (verdict.ignored) return true;
      if (verdict.unignored) return false;
    }
    return false;
  }

  #liesInIgnored(folder: string, root: string): boolean {
    const steps = relative(root, folder).split(sep);
    return steps.some((step, index) => this.ignores(join(root, ...steps.slice(0, index)), step, true, root));
  }

  /** Innermost first. */
  #rulesFor(folder: string, root: string): readonly Rules[] {
    const key = `${root}\n${folder}`;
    const known = this.#rules.get(key);
    if (known) return known;
    const own = rulesIn(folder);
    const up = dirname(folder);
    const outer = folder === root || up === folder ? [] : this.#rulesFor(up, root);
    const found = [
      ...(own ? [{ below: '', rules: own }] : []),
      ...outer.map(({ below, rules }) => ({ below: `${below}${basename(folder)}/`, rules })),
    ];
    this.#rules.set(key, found);
    return found;
  }
}

/** What one file says of the entries of a folder, whose path from that file's folder is `below`. */
interface Rules {
  readonly below: string;
  readonly rules: Ignore;
}

function rulesIn(folder: string): Ignore | undefined {
  try {
    return ignore({ ignorecase: false }).add(readFileSync(join(folder, '.gitignore'), 'utf8'));
  } catch {
    return undefined; // none there, or not for us to read
  }
}
