import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bilingual } from '../text/span.ts';

/** The two streams of a command: results go out, notices go beside them. */
export class Terminal {
  #progressShown = false;
  readonly #began = Date.now();

  result(text: string): void {
    this.#clear();
    if (text !== '') process.stdout.write(text);
  }

  notice(text: string): void {
    this.#clear();
    process.stderr.write(`clausecheck: ${text}\n`);
  }

  /** A line that is overwritten, on a terminal only and only in runs of more than a second. */
  progress(text: string): void {
    if (!process.stderr.isTTY || Date.now() - this.#began < 1000) return;
    process.stderr.write(`\r\u001b[K${text.slice(0, Math.max(20, process.stderr.columns - 2))}`);
    this.#progressShown = true;
  }

  #clear(): void {
    if (this.#progressShown) process.stderr.write('\r\u001b[K');
    this.#progressShown = false;
  }
}

/** Colours when asked for, else as the NO_COLOR and FORCE_COLOR conventions and the terminal say. */
export function wantsColor(asked: boolean | undefined, toFile: boolean): boolean {
  if (asked !== undefined) return asked;
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (toFile || NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return process.stdout.isTTY && TERM !== 'dumb';
}

/** Writes results to a file; gives what went wrong. */
export function writeReport(path: string, cwd: string, text: string): Bilingual | undefined {
  try {
    writeFileSync(resolve(cwd, path), text);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const noFolder = code === 'ENOENT';
    return {
      en: `${path}: cannot be written; ${noFolder ? 'its folder does not exist' : `check the path and its permissions (${code})`}`,
      zh: `${path}：无法写入，${noFolder ? '所在文件夹不存在' : `请检查路径和权限（${code}）`}`,
    };
  }
}
