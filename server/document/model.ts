import type { Lines } from '../text/lines.ts';
import type { Problem, Span } from '../text/span.ts';
import type { Language, Prose } from './prose.ts';

/** A Markdown file read as a legal document. Spans here are offsets into `text`, in UTF-16 units. */
export interface LegalDocument {
  readonly text: string;
  readonly lines: Lines;
  readonly language: Language | 'mixed';
  /** In neither English nor Chinese: nothing is checked, and `language` tells the script only. */
  readonly isForeign: boolean;
  readonly declaration: Declaration;
  /** In order; together they cover the text behind the front matter. */
  readonly sections: readonly PlacedSection[];
  readonly title: Title | undefined;
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly Problem[];
  readonly notChecked: readonly (Span & { readonly reason: 'too-complex' | 'language' })[];
}

export interface Title {
  readonly text: string;
  readonly span: Span;
  /** The heading at the top of a document whose title stands in its front matter. */
  readonly below?: string;
}

/** What a document says of itself, in front matter or in a comment. */
export interface Declaration {
  /** Where the front matter stands, fences included; empty at the start of the body when there is none. */
  readonly span: Span;
  readonly hasFrontMatter: boolean;
  readonly types: readonly Declared<string>[];
  readonly addressee: Declared<string> | undefined;
  readonly actingFor: Declared<string> | undefined;
  readonly buyer: Declared<string> | undefined;
  readonly applies: boolean;
  /** `title:` of the front matter. */
  readonly title: Declared<string> | undefined;
}

export interface Declared<T> {
  readonly value: T;
  readonly span: Span;
}

/** `<!-- clausecheck-disable-next-line opinions/pi-storage -- reason -->`, or `clausecheck-disable` for the file. */
export interface Suppression {
  readonly scope: 'file' | 'next-line';
  /** Requirement ids, each where it is named; empty means all. */
  readonly ids: readonly Declared<string>[];
  readonly reason: string;
  readonly span: Span;
  /** For `next-line`: the lines (from 0) it covers, from the next one with text up to the next blank one. */
  readonly lines: { readonly first: number; readonly last: number };
}

/** A section at its place in a document. */
export interface PlacedSection {
  readonly section: Section;
  /** Where the section begins in the document's text. */
  readonly offset: number;
  /** The headings it stands under, outermost first, the document's title included; its own are not. */
  readonly above: readonly Heading[];
}

/**
 * A piece of a document that parses alone as it parses in the whole. Immutable and known by its text: what is
 * computed from it is kept with it. Spans inside are offsets into the section's own text.
 */
export interface Section {
  readonly text: string;
  /** To be read in full, also where its words alone tell that nothing depends on it: for those who compare. */
  readonly whole: boolean;
  /** Parsed on the first call. */
  blocks(): readonly Block[];
  /** The headings inside, in order. */
  headings(): readonly Heading[];
  /** The first of them; where its own line tells, no other is read. */
  firstHeading(): Heading | undefined;
}

export interface Heading {
  /** Nesting: ATX and setext headings have 1 to 6; what only looks like one (bold lines, 第三条) lies deeper. */
  readonly level: number;
  readonly number: ClauseNumber | undefined;
  /** Plain text without the number. */
  readonly text: string;
  /** Offsets into the section's text. */
  readonly span: Span;
}

/** The number in front of a clause, as written and as counted. */
export interface ClauseNumber {
  readonly written: string;
  readonly style: NumberStyle;
  /** The number itself, from 1; for `2.1` the last part. */
  readonly value: number;
  /** Of a clause inserted later, which one behind that number: 2 for `2.1B` and for 第三条之二. */
  readonly branch?: number;
}

export type NumberStyle =
  | 'decimal' // 1. 1.1 4.2.3
  | 'letter' // (a) a. a)
  | 'roman' // (i)
  | 'article' // Section 4.2, Article 3
  | 'tiao' // 第三条, 第二章, 第一节
  | 'ideographic' // 一、
  | 'bracketed' // （一） (1) （1）
  | 'circled'; // ①

/** A run of text that is read as one: a paragraph, a heading, a list item's own text, a table cell. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  readonly prose: Prose;
  /** Index into the section's headings of the nearest heading above; -1 when there is none inside. */
  readonly under: number;
  readonly number: ClauseNumber | undefined;
  /** The paragraph or item that leads in to this list item; index into the section's blocks. */
  readonly leadIn: number | undefined;
  /**
   * For a cell: the text of its column's header and of its row's first cell. A record ("Responsible: …",
   * "Frequency: …") says how what its heading or lead-in names is done; its header is the heading.
   */
  readonly row: { readonly header: string; readonly first: string; readonly record: boolean } | undefined;
  /** Inside a block quotation, an admonition that is no provision, or struck out. */
  readonly quoted: boolean;
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'code' | 'html' | 'contents';
