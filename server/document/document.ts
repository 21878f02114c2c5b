import { differenceOf } from '../text/difference.ts';
import { readFrontMatter, skipMarks } from '../text/front-matter.ts';
import { Lines } from '../text/lines.ts';
import { memoized } from '../text/memo.ts';
import type { Problem } from '../text/span.ts';
import { HeadingsAbove } from './above.ts';
import { mayHoldComments, placeComment } from './comments.ts';
import { readDeclaration } from './declaration.ts';
import { isForeign } from './foreign.ts';
import type { Declaration, Heading, LegalDocument, PlacedSection, Suppression, Title } from './model.ts';
import { languageOf, type Language } from './prose.ts';
import { readSections, type CutSection, type Kept, type Reader, type ReadSection } from './sections.ts';
import { readSuppressions } from './suppressions.ts';
import { readTitle } from './title.ts';

/**
 * Reads a text as a legal document. Never throws. Sections are parsed when somebody asks for their blocks; those with
 * the same text as in `previous` are the same objects, with all that is known of them.
 */
export function readDocument(text: string, previous?: LegalDocument, reader: Reader = 'fast'): LegalDocument {
  return new ReadDocument(text, previous instanceof ReadDocument ? previous : undefined, reader);
}

class ReadDocument implements LegalDocument {
  readonly text: string;
  readonly lines: Lines;
  readonly declaration: Declaration;
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly Problem[];
  readonly kept: Kept;
  readonly #cut: readonly CutSection[];
  readonly #body: number;
  #isForeign: boolean | undefined;
  #sections: readonly PlacedSection[] | undefined;
  #title: { readonly found: ReturnType<typeof readTitle> } | undefined;

  constructor(text: string, previous: ReadDocument | undefined, reader: Reader) {
    this.text = text;
    const before = previous && {
      lines: previous.lines,
      kept: previous.kept,
      difference: differenceOf(previous.text, text),
    };
    this.lines = new Lines(text, before);
    const frontMatter = readFrontMatter(text);
    const body = frontMatter?.span.end ?? skipMarks(text);
    const { sections, kept } = readSections(text, body, before, reader);
    this.#cut = sections;
    this.#body = body;
    this.kept = kept;
    const comments = mayHoldComments(text)
      ? sections.flatMap(({ section, offset }) => section.comments().map((c) => placeComment(c, offset)))
      : [];
    const { declaration, problems } = readDeclaration(text, frontMatter, comments, body);
    const suppressed = readSuppressions(comments, this.lines);
    this.declaration = declaration;
    this.suppressions = suppressed.suppressions;
    this.problems = [...problems, ...suppressed.problems].sort((a, b) => a.span.start - b.span.start);
  }

  get sections(): readonly PlacedSection[] {
    return (this.#sections ??= placeSections(this.#cut, () => this.#findTitle().heading));
  }

  get title(): Title | undefined {
    return this.#findTitle().title;
  }

  get language(): Language | 'mixed' {
    const counts = { en: 0, zh: 0 };
    for (const { section } of this.#cut) {
      const own = languagesOf(section);
      counts.en += own.en;
      counts.zh += own.zh;
    }
    const all = counts.en + counts.zh;
    if (all === 0) return languageOf(this.text);
    if (Math.min(counts.en, counts.zh) * 4 > all) return 'mixed';
    return counts.zh > counts.en ? 'zh' : 'en';
  }

  get isForeign(): boolean {
    return (this.#isForeign ??= isForeign(this.text.slice(this.#body)));
  }

  /** Known for certain only when every section has been asked for its blocks. */
  get notChecked(): LegalDocument['notChecked'] {
    if (this.isForeign) return [{ start: this.#body, end: this.text.length, reason: 'language' }];
    return this.#cut
      .filter(({ section }) => section.tooComplex)
      .map(({ section, offset }) => ({
        start: offset,
        end: offset + section.text.length,
        reason: 'too-complex' as const,
      }));
  }

  #findTitle(): ReturnType<typeof readTitle> {
    this.#title ??= { found: readTitle(this.declaration.title, this.#cut, this.lines, this.text) };
    return this.#title.found;
  }
}

/** The headings above need other sections read, so they wait until somebody asks for them. */
function placeSections(
  sections: readonly CutSection[],
  title: () => Heading | undefined,
): readonly PlacedSection[] {
  const headings = new HeadingsAbove(
    sections.map((s) => s.section),
    title,
  );
  return sections.map((cut, index) => new AtPlace(cut, index, headings));
}

class AtPlace implements PlacedSection {
  readonly section: ReadSection;
  readonly offset: number;
  readonly #index: number;
  readonly #headings: HeadingsAbove;

  constructor({ section, offset }: CutSection, index: number, headings: HeadingsAbove) {
    this.section = section;
    this.offset = offset;
    this.#index = index;
    this.#headings = headings;
  }

  get above(): readonly Heading[] {
    return this.#headings.of(this.#index);
  }
}

interface Count {
  readonly en: number;
  readonly zh: number;
}

/** How many blocks of real text a section has in each language. */
const languagesOf = memoized((section: ReadSection): Count => {
  const blocks = section
    .blocks()
    .filter(
      (b) => b.kind !== 'code' && b.kind !== 'contents' && (b.prose.text.match(/\p{L}/gu)?.length ?? 0) >= 2,
    );
  const zh = blocks.filter((block) => languageOf(block.prose.text) === 'zh').length;
  return { en: blocks.length - zh, zh };
});
