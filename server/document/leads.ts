import { asLetter, follows, type LeadingNumber } from './clause-number.ts';

/**
 * Finds what leads in to an item: the paragraph with a colon above a list, also when the "list" is a row of
 * paragraphs `(a) …`, `（一）…`, `1.1 …`. One for every container of blocks; blocks are told in order.
 */
export class Leads {
  /** Rows of numbered blocks that may go on; those of clauses have no lead-in. */
  readonly #series: { last: LeadingNumber; readonly lead: number | undefined }[] = [];
  /** The item this container belongs to. */
  readonly #base: number | undefined;
  #before: { readonly index: number; readonly ends: 'colon' | 'semicolon' | 'stop' | 'open' } | undefined;
  #loose: number | undefined;

  constructor(base?: number) {
    this.#base = base;
  }

  /** Whether a paragraph is an item of a list that is none to Markdown, and what leads in to it. */
  place(number: LeadingNumber | undefined, text: string): Placing | undefined {
    if (!number) return this.#unnumbered(text);
    const continued = this.#continue(number);
    if (continued) return continued;
    if (this.#before?.ends === 'colon' && !above.has(number.style))
      return this.#begin(number, this.#before.index);
    if (this.#base !== undefined && number.depth === 1 && !above.has(number.style))
      return this.#begin(number, this.#base);
    this.#series.length = 0;
    return this.#begin(number, undefined);
  }

  /** What leads in to a list of Markdown. */
  list(first: LeadingNumber | undefined): number | undefined {
    const before = this.#before;
    if (before?.ends === 'colon') return before.index;
    if (first && first.value > 1) {
      const continued = this.#continue(first);
      if (continued) return continued.lead;
    }
    return before?.ends === 'open' ? before.index : this.#base;
  }

  /** What leads in to the rows of a table. */
  table(): number | undefined {
    return this.#before?.ends === 'colon' ? this.#before.index : undefined;
  }

  /** To be told of every block, when it has its index. */
  add(index: number, text: string): void {
    this.#before = { index, ends: endOf(text) };
  }

  /** A list of Markdown was read; one that goes on behind a paragraph belongs to the same lead-in. */
  addList(last: LeadingNumber | undefined, lead: number | undefined): void {
    if (last && lead !== undefined) this.#series.push({ last, lead });
    this.close();
  }

  /** What the last block led in to has been read. */
  close(): void {
    if (this.#before) this.#before = { index: this.#before.index, ends: 'stop' };
  }

  /** For what is indented under the last block: it hangs on it when nothing nearer leads in. */
  inside(): Leads {
    const inner = new Leads(this.#before?.index ?? this.#base);
    inner.#before = this.#before;
    return inner;
  }

  heading(): void {
    this.#series.length = 0;
    this.#before = undefined;
    this.#loose = undefined;
  }

  #continue(number: LeadingNumber): Placing | undefined {
    const letter = asLetter(number);
    for (let i = this.#series.length - 1; i >= 0; i--) {
      const series = this.#series[i];
      if (!series) continue;
      const same = [letter, number].find((n) => n && follows(n, series.last));
      if (!same) continue;
      this.#series.length = i + 1;
      series.last = same;
      return { number: same, lead: series.lead };
    }
    return undefined;
  }

  #begin(number: LeadingNumber, lead: number | undefined): Placing {
    this.#series.push({ last: number, lead });
    return { number, lead };
  }

  /** "The Supplier shall:" and then paragraphs that end with semicolons. */
  #unnumbered(text: string): Placing | undefined {
    const ends = endOf(text);
    const before = this.#before;
    if (before?.ends === 'colon' && ends === 'semicolon') this.#loose = before.index;
    else if (before?.ends !== 'semicolon') this.#loose = undefined;
    return this.#loose === undefined ? undefined : { number: undefined, lead: this.#loose };
  }
}

export interface Placing {
  /** Read anew in the light of its series: `(i)` behind `(h)` is a letter. */
  readonly number: LeadingNumber | undefined;
  readonly lead: number | undefined;
}

/** Numbers of clauses that hang on nothing. */
const above: ReadonlySet<string> = new Set(['tiao', 'article']);

function endOf(text: string): 'colon' | 'semicolon' | 'stop' | 'open' {
  // What decides stands near the end.
  const end = text
    .slice(-80)
    .trimEnd()
    .replace(/["”’'）)\]】*_]+$/, '');
  if (/[:：]$|[—–]$/.test(end)) return 'colon';
  if (/[;；]$|[;；,，]\s*(?:and|or|以及|及|和|或|或者|并且)$/i.test(end)) return 'semicolon';
  return /[.。!！?？…]$/.test(end) ? 'stop' : 'open';
}
