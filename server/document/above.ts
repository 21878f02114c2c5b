import { memoized } from '../text/memo.ts';
import type { Heading, Section } from './model.ts';

/**
 * The headings that sections stand under, outermost first; the title is the first of them. Reads as few sections as
 * it can: those whose text shows no heading that counts are passed by.
 */
export class HeadingsAbove {
  readonly #sections: readonly Section[];
  readonly #title: () => Heading | undefined;
  readonly #found: (readonly Heading[] | undefined)[] = [];
  #least: readonly number[] | undefined;
  /** For each section, the one before it that may hold a heading above all of its own; -1 for none. */
  #before: number[] = [];

  constructor(sections: readonly Section[], title: () => Heading | undefined) {
    this.#sections = sections;
    this.#title = title;
  }

  of(index: number): readonly Heading[] {
    return (this.#found[index] ??= this.#find(index));
  }

  #find(index: number): readonly Heading[] {
    const section = this.#sections[index];
    const title = this.#title();
    // Above the first section stands the title, unless it is one of its headings.
    if (index === 0 && title?.level === 0) return [title];
    if (section && !section.whole) {
      const level = levelAtStart(section.text);
      const above = level === undefined ? undefined : this.#walk(index, level);
      if (above && (title === undefined || above.includes(title))) return above;
    }
    const first = section?.firstHeading();
    const begins = first !== undefined && section?.text.slice(0, first.span.start).trim() === '';
    const above = this.#walk(index, begins ? first.level : Infinity);
    return title === undefined || above.includes(title) || title === first ? above : [title, ...above];
  }

  /** Upwards from a section: every heading of a level above all those passed. */
  #walk(index: number, from: number): Heading[] {
    const least = (this.#least ??= this.#look());
    const above: Heading[] = [];
    let level = from;
    let at = index - 1;
    while (at >= 0) {
      if ((least[at] ?? 0) >= level) {
        at = this.#before[at] ?? -1;
        continue;
      }
      const headings = headingsBelow(level, this.#sections[at]);
      for (let h = headings.length - 1; h >= 0; h--) {
        const heading = headings[h];
        if (!heading || heading.level >= level) continue;
        above.push(heading);
        level = heading.level;
      }
      at--;
    }
    return above.reverse();
  }

  #look(): number[] {
    const least = this.#sections.map(leastLevel);
    least.forEach((level, i) => {
      let before = i - 1;
      while (before >= 0 && (least[before] ?? 0) >= level) before = this.#before[before] ?? -1;
      this.#before.push(before);
    });
    return least;
  }
}

/** All headings of a section below this level, and perhaps others, in order. */
function headingsBelow(level: number, section: Section | undefined): readonly Heading[] {
  if (!section) return [];
  // What only looks like a heading lies at 7 or deeper.
  if (level > 7 || section.whole || leastBehindFirst(section) < level) return section.headings();
  const first = section.firstHeading();
  return first ? [first] : [];
}

/** No heading of a section behind its first line has a level below this one. */
const leastBehindFirst = memoized((section: Section): number =>
  leastIn(section.text.replace(/^[\r\n]*[^\n]*/, '')),
);

/** The level of a heading with which a section begins, as far as its marks tell without reading it. */
function levelAtStart(text: string): number | undefined {
  const [, hashes] = /^[\r\n]*(#{1,6})[ \t]+[\p{L}\d]/u.exec(text) ?? [];
  return hashes?.length;
}

/** No heading of a section has a level below this one. */
export const leastLevel = memoized((section: Section): number => (section.whole ? 0 : leastIn(section.text)));

function leastIn(text: string): number {
  if ((mayUnderline.test(text) && underline.test(text)) || (text.includes('<') && /<h[1-6]/i.test(text)))
    return 1;
  let least = 7;
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at)) {
    const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
    const start = at;
    while (text.charCodeAt(at) === 35) at++;
    // Whatever marks stand before them.
    if (!/[\p{L}#]/u.test(before)) least = Math.min(least, at - start);
  }
  return least;
}

/** Quickly told: most sections have no such line end. */
const mayUnderline = /[=-][ \t]*$/m;
const underline = /^[ \t>*+\-\d.)]*(?:=+|-+)[ \t]*$/m;
