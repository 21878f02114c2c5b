import { BlockWriter } from './block-writer.ts';
import { readBlocks, type Reading } from './blocks.ts';
import { mayHoldComments, readComments, type Comment } from './comments.ts';
import { plainFlat } from './flat.ts';
import { isTooComplex } from './guard.ts';
import { labelsIn, noSeeds, type Seeds } from './labels.ts';
import { Leads } from './leads.ts';
import { parseMarkdown, type Parsed, type Root } from './markdown.ts';
import { treeOf } from './mdast-tree.ts';
import type { Block, Heading, Section } from './model.ts';
import { readPlain } from './plain-blocks.ts';
import { atxHeading } from './plain-lines.ts';
import type { Node } from './tree.ts';

/** A section that also knows what only the reader needs. */
export interface ReadSection extends Section {
  /** Too much for the parser: it has no blocks, and nobody looked inside. */
  readonly tooComplex: boolean;
  comments(): readonly Comment[];
  /** Parsed anew: for those who compare. */
  tree(): Root | undefined;
}

/**
 * Ordinary Markdown is read by a reader of our own, everything else by the parser; `parser` reads all with the
 * parser, for those who compare.
 */
export type Reader = 'fast' | 'parser';

/** A stretch of text and all that it alone decides. */
export class Piece {
  readonly text: string;
  /** Nothing follows it in the document. */
  readonly last: boolean;
  /** It stands behind the last section that is looked at. */
  readonly tooMany: boolean;
  readonly reader: Reader;
  #mayDefine: boolean | undefined;
  #own: Seeds | undefined;
  #labels: ReadonlySet<string> | undefined;
  #parsed: Parsed | undefined;
  #tooComplex: boolean | undefined;
  /** The last section made of it, and by which labels. */
  #made: { readonly key: string; readonly section: ReadSection } | undefined;

  constructor(text: string, last: boolean, tooMany: boolean, reader: Reader) {
    this.text = text;
    this.reader = reader;
    this.last = last;
    this.tooMany = tooMany;
  }

  get tooComplex(): boolean {
    return (this.#tooComplex ??= this.tooMany || isTooComplex(this.text));
  }

  get mayDefine(): boolean {
    return (this.#mayDefine ??= this.text.includes(']:'));
  }

  /** The labels it defines. */
  own(): Seeds {
    if (!this.mayDefine || this.tooComplex) return noSeeds;
    return (this.#own ??= this.#ownLabels());
  }

  #ownLabels(): Seeds {
    const plain = this.reader === 'fast' ? readPlain(this.text) : undefined;
    if (plain?.open === false) return plain.own;
    return this.#parse(noSeeds)?.own ?? noSeeds;
  }

  /** The section it is in a document where these labels are defined. */
  section(defined: ReadonlySet<string>, noted: ReadonlySet<string>): ReadSection {
    const seeds = this.#wanted(defined, noted);
    const key = `${seeds.definitions.join('\n')}\n\n${seeds.footnotes.join('\n')}`;
    if (this.#made?.key !== key) this.#made = { key, section: new ParsedSection(this, seeds) };
    return this.#made.section;
  }

  #wanted(defined: ReadonlySet<string>, noted: ReadonlySet<string>): Seeds {
    if (defined.size + noted.size === 0 || !this.text.includes('[')) return noSeeds;
    this.#labels ??= labelsIn(this.text);
    const own = this.own();
    return {
      definitions: [...this.#labels].filter(
        (label) => defined.has(label) && !own.definitions.includes(label),
      ),
      footnotes: [...this.#labels].filter((label) => noted.has(label) && !own.footnotes.includes(label)),
    };
  }

  /** What is in it, when it is ordinary Markdown. */
  plain(seeds: Seeds): readonly Node[] | undefined {
    if (this.reader === 'parser' || this.tooComplex || mayHoldComments(this.text)) return undefined;
    return plainNodes(this.text, seeds);
  }

  /** Handed out once: the tree is many times the size of what is read from it. */
  take(seeds: Seeds): Parsed | undefined {
    const parsed = this.#parse(isSeeded(seeds) ? seeds : noSeeds);
    this.#parsed = undefined;
    return parsed;
  }

  #parse(seeds: Seeds): Parsed | undefined {
    if (this.tooComplex) return undefined;
    if (seeds === noSeeds && this.#parsed) return this.#parsed;
    try {
      const parsed = this.#parseBefore(seeds) ?? parseMarkdown(this.text, seeds);
      if (seeds === noSeeds) this.#parsed = parsed;
      return parsed;
    } catch {
      this.refuse();
      return undefined;
    }
  }

  /** As it stands in the document: with something behind it. An open fence in a list ends otherwise at the end. */
  #parseBefore(seeds: Seeds): Parsed | undefined {
    if (this.last) return undefined;
    const parsed = parseMarkdown(`${this.text}#\n`, seeds);
    return takeHeading(parsed.tree, this.text.length) ? parsed : undefined;
  }

  /** The guard let through what ran out of the stack. */
  refuse(): void {
    this.#tooComplex = true;
  }
}

class ParsedSection implements ReadSection {
  readonly text: string;
  readonly #piece: Piece;
  readonly #seeds: Seeds;
  #read: FullReading | undefined;
  #first: Heading | undefined;

  constructor(piece: Piece, seeds: Seeds) {
    this.text = piece.text;
    this.#piece = piece;
    this.#seeds = seeds;
  }

  get tooComplex(): boolean {
    return this.#piece.tooComplex;
  }

  get whole(): boolean {
    return this.#piece.reader === 'parser';
  }

  blocks(): readonly Block[] {
    return this.#reading().blocks;
  }

  headings(): readonly Heading[] {
    return this.#reading().headings;
  }

  firstHeading(): Heading | undefined {
    if (!this.#read && !this.whole && !this.tooComplex) this.#first ??= headingOf(this.text);
    return this.#first ?? this.headings()[0];
  }

  comments(): readonly Comment[] {
    return mayHoldComments(this.text) ? this.#reading().comments : [];
  }

  tree(): Root | undefined {
    return this.#piece.take(this.#seeds)?.tree;
  }

  #reading(): FullReading {
    return (this.#read ??= this.#withFirst(this.#readNow()));
  }

  /** A heading that was handed out stays the same object. */
  #withFirst(reading: FullReading): FullReading {
    if (!this.#first || reading === nothing) return reading;
    return { ...reading, headings: [this.#first, ...reading.headings.slice(1)] };
  }

  #readNow(): FullReading {
    try {
      const plain = this.#piece.plain(this.#seeds);
      if (plain) return { ...readBlocks(plain, this.text, this.#parse), comments: [] };
      const tree = this.tree();
      if (!tree) return nothing;
      const reading = readBlocks(treeOf(tree, this.text), this.text, this.#parse);
      return { ...reading, comments: readComments(tree, this.text) };
    } catch {
      this.#piece.refuse();
      return nothing;
    }
  }

  readonly #parse = (text: string): readonly Node[] =>
    (this.#piece.reader === 'fast' ? plainNodes(text, noSeeds) : undefined) ??
    treeOf(parseMarkdown(text).tree, text);
}

const isSeeded = ({ definitions, footnotes }: Seeds): boolean => definitions.length + footnotes.length > 0;

/** What is left open at the end is for the parser to judge. */
function plainNodes(text: string, seeds: Seeds): readonly Node[] | undefined {
  const plain = readPlain(text, seeds);
  return plain?.open === false ? plain.nodes : undefined;
}

interface FullReading extends Reading {
  readonly comments: readonly Comment[];
}

const nothing: FullReading = { blocks: [], headings: [], comments: [] };

/** Takes the heading at this offset off the end of a tree; false when there is none. */
export function takeHeading(tree: Root, offset: number): boolean {
  const last = tree.children.at(-1);
  if (last?.type !== 'heading' || last.position?.start.offset !== offset) return false;
  tree.children.pop();
  return true;
}

/** The heading with which a text begins, when it is an ordinary one, without marks in its words. */
function headingOf(text: string): Heading | undefined {
  const [line = '', before = ''] = ordinaryHeading.exec(text) ?? [];
  const found = atxHeading(line, before.length, line.length);
  if (line === '' || !found) return undefined;
  const { depth, start, end } = found;
  const writer = new BlockWriter();
  const words = plainFlat(line.slice(start, end), start);
  const place = { leads: new Leads(), quoted: false, depth: 0 };
  writer.heading(words, depth, { start: before.length, end: line.length }, place);
  return writer.headings[0];
}

const ordinaryHeading = /^([\r\n]*)#{1,6}[ \t]+[\p{L}\d][^\r\n\\`*_[\]<>&~@{|]*(?=\r?\n|$)/u;
