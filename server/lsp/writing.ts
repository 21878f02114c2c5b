import type { LegalDocument } from '../document/model.ts';
import { statementsOf } from '../document/statements.ts';
import type { ShownFinding } from '../features/diagnostics.ts';
import { differenceOf } from '../text/difference.ts';
import { contains, overlaps, shift, type Span } from '../text/span.ts';
import type { Verdict } from './workspace.ts';

/**
 * The sentence somebody is writing: the one in which a text differs from that before. Undefined when it was just ended,
 * or when more than one sentence is new.
 */
export function sentenceWritten(document: LegalDocument, before: string | undefined): Span | undefined {
  const { text, sections } = document;
  if (before === undefined || before === text) return undefined;
  const { start, end } = differenceOf(before, text);
  if (/[.。;；!！?？\n]["”’」）)]*\s*$/.test(text.slice(start, end))) return undefined;
  const placed = sections.findLast(({ offset }) => offset <= start);
  if (!placed) return undefined;
  return statementsOf(placed.section)
    .map(({ span }) => shift(span, placed.offset))
    .find((sentence) => contains(sentence, { start, end }));
}

/** Holds back what is new about the sentence that is being written, until nothing was typed for a while. */
export class Unhurried {
  readonly #pause: number;
  readonly #release: (verdict: Verdict) => void;
  /** By document: the codes of what is shown. */
  readonly #shown = new Map<string, ReadonlySet<string>>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** `pause` in milliseconds; `release` is called with the verdict when all of it may be shown. */
  constructor(pause: number, release: (verdict: Verdict) => void) {
    this.#pause = pause;
    this.#release = release;
  }

  /** What to show of a verdict now. */
  of(verdict: Verdict): readonly ShownFinding[] {
    const { uri, writing, shown } = verdict;
    this.#stop(uri);
    const before = this.#shown.get(uri);
    const now =
      writing && before
        ? shown.filter(({ span, code }) => before.has(code) || !overlaps(span, writing))
        : shown;
    this.#shown.set(uri, new Set(now.map(({ code }) => code)));
    if (now.length < shown.length) {
      const release = (): void => {
        this.#shown.set(uri, new Set(shown.map(({ code }) => code)));
        this.#release(verdict);
      };
      this.#timers.set(uri, setTimeout(release, this.#pause));
    }
    return now;
  }

  drop(uri: string): void {
    this.#stop(uri);
    this.#shown.delete(uri);
  }

  #stop(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }
}
