import type { Span } from '../text/span.ts';
import { BlockWriter, joinCells, plainNumber, type Place } from './block-writer.ts';
import type { LeadingNumber } from './clause-number.ts';
import { headingLevel } from './clauses.ts';
import { dedent, fenceContent, isProgram } from './code.ts';
import { plainFlat, proseOf, reduceFlat, type Flat } from './flat.ts';
import { readHtml, type HtmlPart } from './html.ts';
import { withoutLeftovers } from './leftovers.ts';
import { Leads } from './leads.ts';
import { isAdmonition, isContents, isLinkOnly, isWithin, looksLikeText } from './looks.ts';
import type { Block, BlockKind, Heading } from './model.ts';
import { cutLines, isPageNumber, type Piece } from './numbered-lines.ts';
import { drawnTables, type DrawnTable } from './pandoc-tables.ts';
import { fieldsOfItems } from './records.ts';
import type { Item, Node } from './tree.ts';

export interface Reading {
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
}

/** The blocks and headings of a section, in order. `nodes` were found in `text`; `parse` reads other Markdown. */
export function readBlocks(nodes: readonly Node[], text: string, parse: Parse): Reading {
  const writer = new BlockWriter();
  new BlockReader(text, writer, drawnTables(text), parse).read(nodes, {
    leads: new Leads(),
    quoted: false,
    depth: 0,
  });
  return { blocks: writer.blocks, headings: writer.headings };
}

export type Parse = (text: string) => readonly Node[];

/** Walks a tree and tells the writer what it finds. */
class BlockReader {
  readonly #text: string;
  readonly #writer: BlockWriter;
  readonly #drawn: readonly DrawnTable[];
  readonly #parse: Parse;

  constructor(text: string, writer: BlockWriter, drawn: readonly DrawnTable[], parse: Parse) {
    this.#parse = parse;
    this.#text = text;
    this.#writer = writer;
    this.#drawn = drawn;
  }

  read(nodes: readonly Node[], place: Place): void {
    if (this.#drawn.length === 0 || place.depth > 0) {
      for (const node of nodes) this.#node(node, place);
      return;
    }
    const written = new Set<DrawnTable>();
    for (const node of nodes) {
      const { start } = node.span;
      const table =
        node.kind === 'code'
          ? undefined
          : this.#drawn.find((t) => t.span.start <= start && start < t.span.end);
      if (!table) this.#node(node, place);
      else if (!written.has(table)) {
        written.add(table);
        this.#writer.rows(table.header, table.rows, place);
      }
    }
  }

  #node(node: Node, place: Place): void {
    switch (node.kind) {
      case 'heading':
        this.#heading(node.words.flat, node.depth, node.span, place);
        break;
      case 'paragraph':
        this.#paragraph(node.words.flat, node.words.bold, place, node.span);
        break;
      case 'list':
        this.#list(node.items, node.ordered, place);
        break;
      case 'quote': {
        const quoted = place.quoted || !isAdmonition(node.children[0], this.#text);
        this.read(node.children, { leads: new Leads(), quoted, depth: place.depth + 1 });
        break;
      }
      case 'note':
        this.read(node.children, { leads: new Leads(), quoted: place.quoted, depth: place.depth + 1 });
        break;
      case 'code':
        this.#code(node.value, node.span, place);
        break;
      case 'html':
        this.#html(readHtml(this.#slice(node.span), node.span.start), place);
        break;
      case 'table': {
        const [head, ...rows] = node.rows;
        this.#writer.rows(head ?? [], rows, place);
        break;
      }
      case 'rule':
        break;
    }
  }

  #heading(flat: Flat, depth: number, span: Span, place: Place): void {
    const setext = !/^\s*#/.test(this.#text.slice(span.start, span.start + 4));
    // A paragraph above a rule is a heading to Markdown only; a whole clause written as a heading is both.
    if (setext && (flat.text.includes('\n') || flat.text.length > 120)) {
      this.#paragraph(flat, [], place, span);
      return;
    }
    const sentence = flat.text.length > 60 && /[.。;；]\s*$/.test(flat.text);
    this.#writer.heading(flat, depth, span, place, sentence ? 'paragraph' : 'heading');
  }

  /** A paragraph in pieces, each as what it looks like. */
  #paragraph(flat: Flat, bold: readonly Span[], place: Place, whole: Span): void {
    const text = /^\s*[[!?]/.test(flat.text) ? reduceFlat(flat, admonition, () => undefined) : flat;
    if (isContents(text.text)) {
      this.#writer.emit('contents', text, place, {});
      return;
    }
    const pieces = cutLines(text, (words, line) => isWithin(words, line, bold));
    pieces.forEach((piece, i) => {
      const next = pieces[i + 1];
      // Of lines numbered alike one with nothing below is one of them, no heading.
      const like =
        piece.level !== undefined &&
        (!next || isSibling(piece, next)) &&
        pieces.some((other, at) => at < i && other.level === undefined && isSibling(piece, other));
      this.#piece(
        like ? { ...piece, level: undefined } : piece,
        place,
        pieces.length === 1 ? whole : undefined,
      );
    });
  }

  #piece({ flat, number, level }: Piece, place: Place, whole: Span | undefined): void {
    const placing = level !== undefined && !number ? undefined : place.leads.place(number, flat.text);
    if (level !== undefined && placing?.lead === undefined) {
      this.#writer.heading(flat, level, whole, place);
      return;
    }
    const kind = placing?.lead === undefined ? 'paragraph' : 'item';
    const traits = { number: plainNumber(placing?.number ?? number), lead: placing?.lead };
    this.#writer.block(kind, flat, place, traits);
  }

  #list(items: readonly Item[], ordered: boolean, place: Place): void {
    const links = items.length > 1 && items.every(isLinkOnly);
    const numbers = ordered ? this.#numbersOf(items) : [];
    const lead = place.leads.list(numbers[0]);
    const named = lead === undefined ? undefined : this.#writer.blocks[lead];
    const fields = ordered || (named && !isName(named)) ? undefined : fieldsOfItems(items);
    if (fields) {
      this.#writer.record(fields, lead, place);
      place.leads.addList(undefined, lead);
      return;
    }
    items.forEach((item, i) => {
      this.#item(item, links ? 'contents' : 'item', numbers[i], lead, place);
    });
    place.leads.addList(numbers.at(-1), lead);
  }

  /** As the author counts; `1. 1. 1.` is counted for him. */
  #numbersOf(items: readonly Item[]): LeadingNumber[] {
    let before = 0;
    let last = 0;
    return items.map(({ span: { start } }, i) => {
      const written = Number(/^\s*(\d{1,9})/.exec(this.#text.slice(start, start + 16))?.[1] ?? i + 1);
      last = i > 0 && written === before ? last + 1 : written;
      before = written;
      return listNumber(last);
    });
  }

  #item(
    item: Item,
    kind: BlockKind,
    number: LeadingNumber | undefined,
    lead: number | undefined,
    place: Place,
  ): void {
    const [first, ...rest] = item.children;
    if (first?.kind !== 'paragraph') {
      this.read(item.children, { ...place, leads: new Leads(lead), depth: place.depth + 1 });
      return;
    }
    const { flat, bold } = first.words;
    const [own, ...others] = cutLines(flat, (words, line) => isWithin(words, line, bold), number);
    const index = this.#writer.blocks.length;
    if (own && !isPageNumber(own.flat.text)) {
      // "1. Definitions" with "1.1 …" on the next line is the heading of what follows.
      const below = others[0]?.number;
      const heads = number && below?.style === 'decimal' && below.prefix === String(number.value);
      const level = heads ? headingLevel(own.flat.text, { number: undefined, bold: true }) : undefined;
      const shown = isContents(own.flat.text) ? 'contents' : kind;
      if (level !== undefined) this.#writer.heading(own.flat, 11, undefined, place);
      else
        this.#writer.block(shown, own.flat, place, {
          number: plainNumber(number) ?? plainNumber(own.number),
          lead,
        });
    }
    const written = this.#writer.blocks[index];
    const base = !written ? lead : written.kind === 'heading' ? undefined : index;
    const inner = { ...place, leads: new Leads(base), depth: place.depth + 1 };
    if (base === index && written) inner.leads.add(index, written.prose.text);
    // Lines that only run on because nothing divides them: `第二条` behind the items of `第一条`.
    for (const piece of others) {
      this.#piece(piece, inner, undefined);
      if (this.#writer.blocks.at(-1)?.kind === 'heading') place.leads.heading();
    }
    this.read(rest, inner);
  }

  /** An indented block under a numbered clause is text: other tools read it as a list. */
  #code(value: string, span: Span, place: Place): void {
    const source = this.#slice(span);
    const content = fenceContent(source);
    if (!content && place.depth < 6 && looksLikeText(value)) {
      this.#indented(source, span.start, place);
      return;
    }
    const { start, end } = content ?? { start: 0, end: source.length };
    const inside = plainFlat(source.slice(start, end), span.start + start);
    const quoted = place.quoted || isProgram(source);
    this.#writer.block('code', inside, { ...place, quoted }, {});
  }

  /** Reads indented text once more, without its indentation. */
  #indented(source: string, start: number, place: Place): void {
    const { text, at } = dedent(source);
    const before = this.#writer.origins;
    const origins = at.map((offset) => this.#writer.origin(start + offset));
    this.#writer.origins = origins;
    const inner = { ...place, leads: place.leads.inside(), depth: place.depth + 1 };
    new BlockReader(text, this.#writer, [], this.#parse).read(this.#parse(text), inner);
    this.#writer.origins = before;
    place.leads.close();
  }

  #html(parts: readonly HtmlPart[], place: Place): void {
    let header: readonly Flat[] = [];
    parts.forEach((part, i) => {
      if (part.kind === 'row') {
        const next = parts[i + 1];
        if (part.header && next?.kind === 'row' && !next.header) header = part.cells;
        else this.#writer.row(part.cells, proseOf(joinCells(header)).text, place);
        return;
      }
      header = [];
      const flat = withoutLeftovers(part.flat);
      if (part.kind === 'heading') this.#writer.heading(flat, part.level, undefined, place);
      else if (part.kind === 'item') {
        this.#writer.block('item', flat, place, { lead: place.leads.list(undefined) });
      } else if (part.kind === 'quote') this.#writer.block('html', flat, { ...place, quoted: true }, {});
      else for (const piece of cutLines(flat, () => false)) this.#piece(piece, place, undefined);
    });
  }

  #slice({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }
}

const isSibling = ({ number: a }: Piece, { number: b }: Piece): boolean =>
  a?.style === 'decimal' && b?.style === 'decimal' && a.depth === b.depth;

/** An item that only names what the fields under it are about. */
const isName = ({ kind, prose }: Block): boolean => kind === 'item' && !/[:：.。]$/.test(prose.text);

/** `[!NOTE]`, `!!! note`: the box is no text, its title is. */
const admonition = /^\s*\[!\w+\]|^\s*(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]*"(?=[^"\n]*"))?/g;

const listNumber = (value: number): LeadingNumber => ({
  written: `${value}.`,
  style: 'decimal',
  value,
  length: 0,
  key: 'list',
  prefix: '',
  depth: 1,
  branch: 0,
});
