import { scanSection } from '../assess/scan.ts';
import { reviewInSteps, type Library } from '../assess/review.ts';
import { readDocument } from '../document/document.ts';
import type { LegalDocument } from '../document/model.ts';
import type { FeatureContext } from '../features/context.ts';
import { diagnosticsOf, type ShownFinding } from '../features/diagnostics.ts';
import { pagePathOf, pageProblems } from '../features/page-problems.ts';
import { idleStatus, statusOf, type Status } from '../features/status.ts';
import { Lines } from '../text/lines.ts';
import type { Locale, Span } from '../text/span.ts';
import { Schedule, type Pace } from './schedule.ts';
import { nextTurn } from './turns.ts';
import type { DocumentSettings } from './settings.ts';
import { sentenceWritten } from './writing.ts';

/** A text of the editor at one version. */
export interface Text {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** What is known of one version of a text. */
export interface Verdict {
  readonly uri: string;
  readonly version: number;
  readonly lines: Lines;
  readonly locale: Locale;
  /** Whether lines above headings are wanted. */
  readonly lenses: boolean;
  /** Absent when the text is not judged as a document. */
  readonly context: FeatureContext | undefined;
  readonly shown: readonly ShownFinding[];
  /** The sentence that is being written, unless it was just ended. */
  readonly writing: Span | undefined;
  /** Asks for more than the findings do. */
  readonly status: () => Status;
}

export interface WorkspaceOptions {
  readonly library: Library;
  readonly pace: Pace;
  readonly settings: (uri: string) => Promise<DocumentSettings>;
  /** The version of a text that is open; undefined when it is not. */
  readonly versionOf: (uri: string) => number | undefined;
  readonly publish: (verdict: Verdict) => void;
  readonly failed: (text: Text, error: unknown) => void;
}

/** The open documents and their verdicts. A verdict that comes out is always that of the newest text. */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #schedule: Schedule<Verdict>;
  /** The last reading of each document: what did not change is taken over from it. */
  readonly #readings = new Map<string, LegalDocument>();

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#schedule = new Schedule(options.pace);
  }

  /** A new text: it is judged once the keystrokes pause. */
  async changed(text: Text): Promise<void> {
    const settings = await this.#options.settings(text.uri);
    if (this.#options.versionOf(text.uri) !== text.version) return;
    this.#schedule.demand(
      text.uri,
      () => this.#judge(text, settings),
      (verdict) => {
        if (this.#options.versionOf(text.uri) === verdict.version) this.#options.publish(verdict);
      },
      (error) => this.#options.failed(text, error),
    );
  }

  closed(uri: string): void {
    this.#schedule.drop(uri);
    this.#readings.delete(uri);
  }

  closeAll(): void {
    this.#schedule.dropAll();
  }

  /** The verdict on the newest text of a document; `now` does not wait for the keystrokes to pause. */
  async verdict(uri: string, how: { now: boolean }): Promise<Verdict | undefined> {
    // The demand of the newest text is made once its settings are known: stand behind it.
    await this.#options.settings(uri);
    return this.#schedule.result(uri, how);
  }

  /** The same, when all assessments are made: for those who ask for many, so that none of them waits at a stretch. */
  async completeVerdict(uri: string): Promise<Verdict | undefined> {
    for (;;) {
      const verdict = await this.verdict(uri, { now: true });
      const report = verdict?.context?.report;
      if (!report || (await this.#inSlices(completed(verdict, this.#options.library), verdict)))
        return verdict;
    }
  }

  /** Whether the steps came to their end before the text changed. */
  async #inSlices(steps: Iterable<unknown>, { uri, version }: Verdict): Promise<boolean> {
    let pause = performance.now() + this.#options.pace.slice;
    for (const _ of steps) {
      if (performance.now() < pause) continue;
      await nextTurn();
      const now = this.#options.versionOf(uri);
      if (now !== undefined && now !== version) return false;
      pause = performance.now() + this.#options.pace.slice;
    }
    return true;
  }

  /** The verdict on a text that is not open, in slices; undefined when it is not to be looked at. */
  async look(text: Text): Promise<Verdict | undefined> {
    const settings = await this.#options.settings(text.uri);
    if (settings.idle) return undefined;
    const steps = this.#judge(text, settings);
    let pause = performance.now() + this.#options.pace.slice;
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() < pause) continue;
      await nextTurn();
      pause = performance.now() + this.#options.pace.slice;
    }
  }

  *#judge(text: Text, { review, idle, locale, lenses }: DocumentSettings): Generator<unknown, Verdict> {
    const { library } = this.#options;
    const { uri, version } = text;
    if (idle) {
      const lines = new Lines(text.text);
      const status = (): Status => idleStatus(idle, locale);
      return { ...nothingWritten, uri, version, lines, locale, lenses, shown: [], status };
    }
    const path = pagePathOf(uri);
    if (path !== undefined) {
      const shown = yield* pageProblems({ path, text: text.text }, library, locale);
      const lines = new Lines(text.text);
      const status = (): Status => idleStatus('page', locale);
      return { ...nothingWritten, uri, version, lines, locale, lenses, shown, status };
    }
    const before = this.#readings.get(uri);
    const document = readDocument(text.text, before);
    if (this.#options.versionOf(uri) !== undefined) this.#readings.set(uri, document);
    yield;
    const report = yield* reviewInSteps(document, library, review, 'findings');
    const context: FeatureContext = { document, report, library, settings: review };
    return {
      uri,
      version,
      lines: document.lines,
      locale,
      lenses,
      context,
      shown: diagnosticsOf(context, locale),
      writing: sentenceWritten(document, before?.text),
      status: () => statusOf(context, locale),
    };
  }
}

/** Of a text that is not judged as a document. */
const nothingWritten = { context: undefined, writing: undefined };

/** Makes what waits to be asked for, a little a step. */
function* completed({ context }: Verdict, library: Library): Generator {
  if (!context) return;
  for (const { section } of context.document.sections) yield scanSection(section, library);
  for (const assessment of context.report.assessments) yield assessment.outcome;
}
