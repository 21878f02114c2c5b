import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

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

/** Writes a report file, with the folders it needs. Throws what the file system throws. */
export function writeReport(path: string, cwd: string, text: string): void {
  const file = resolve(cwd, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
