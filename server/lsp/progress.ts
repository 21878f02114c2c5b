import type { ClientCapabilities, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Locale } from '../text/span.ts';

export interface ProgressOptions {
  readonly capabilities: ClientCapabilities;
  readonly locale: Locale;
  /** Number of documents. */
  readonly total: number;
}

/** How far a check of many documents is, for clients that show that; a few documents are not worth it. */
export class Progress {
  readonly #connection: Connection;
  readonly #options: ProgressOptions;
  #reporter: WorkDoneProgressServerReporter | undefined;
  #state: 'new' | 'begun' | 'done' = 'new';
  #steps = 0;

  constructor(connection: Connection, options: ProgressOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  /** There is work to do: what was known already is passed in silence. */
  begin(): void {
    const { capabilities, locale, total } = this.#options;
    if (this.#state !== 'new' || capabilities.window?.workDoneProgress !== true || total < worthShowing)
      return;
    this.#state = 'begun';
    void this.#connection.window.createWorkDoneProgress().then((reporter) => {
      reporter.begin(titles[locale], 0, undefined, true);
      this.#reporter = reporter;
      if (this.#state === 'done') reporter.done();
    });
  }

  step(): void {
    const { total } = this.#options;
    this.#reporter?.report(Math.floor((100 * ++this.#steps) / total), `${this.#steps} / ${total}`);
  }

  done(): void {
    this.#state = 'done';
    this.#reporter?.done();
  }

  /** Whether somebody asked to stop. */
  get cancelled(): boolean {
    return this.#reporter?.token.isCancellationRequested ?? false;
  }
}

/** Number of documents. */
const worthShowing = 5;

const titles = { en: 'Clausecheck: checking the workspace', zh: 'Clausecheck：正在检查工作区' } as const;
