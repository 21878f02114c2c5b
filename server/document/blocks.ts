import type { Span } from '../text/span.ts';
import type { LeadingNumber } from './clause-number.ts';
import { readNumber } from './clause-number.ts';
import { headingLevel } from './clauses.ts';
import { joinWith, plainFlat, proseOf, reduceFlat, sliceFlat, type Flat } from './flat.ts';
import { readHtml, type HtmlPart } from './html.ts';
import { flatten, withoutLeftovers } from './inline.ts';
import { Leads } from './leads.ts';
import {
  parseMarkdown,
  type List,
  type ListItem,
  type Paragraph,
  type Root,
  type RootContent,
  type Table,
} from './markdown.ts';
import type { Block, BlockKind, ClauseNumber, Heading } from './model.ts';
import { cutLines, isPageNumber } from './numbered-lines.ts';
import { drawnTables, type DrawnTable } from './pandoc-tables.ts';

export interface Reading {
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
}

/** The blocks and headings of a section, in order. `text` is what `tree` was parsed from. */
export function readBlocks(tree: Root, text: string): Reading {
  const reader = new BlockReader(text);
  reader.read(tree.children, { leads: new Leads(), quoted: false, depth: 0 });
  return reader;
}

/** Where in the nesting the reader stands. */
interface Place {
  readonly leads: Leads;
  readonly quoted: boolean;
  readonly depth: number;
}

interface Traits {
  readonly number?: ClauseNumber | undefined;
  readonly lead?: number | undefined;
  readonly row?: Block['row'];
  /** Instead of the extent of the text. */
  readonly span?: Span | undefined;
}

class BlockReader implements Reading {
  readonly blocks: Block[] = [];
  readonly headings: Heading[] = [];
  /** The text being read, and where its characters stand in the section when it is not the section's own. */
  #text: string;
  #origins: readonly number[] | undefined;
  #drawn: readonly DrawnTable[];

  constructor(text: string) {
    this.#text = text;
    this.#drawn = drawnTables(text);
  }

  read(nodes: readonly RootContent[], place: Place): void {
    const tables = place.depth === 0 && this.#origins === undefined ? this.#drawn : [];
    const written = new Set<DrawnTable>();
    for (const node of nodes) {
      const start = node.position?.start.offset ?? 0;
      const table =
        node.type === 'code' ? undefined : tables.find((t) => t.span.start <= start && start < t.span.end);
      if (!table) this.#node(node, place);
      else if (!written.has(table)) {
        written.add(table);
        this.#rows(table.header, table.rows, place);
      }
    }
  }

  #node(node: RootContent, place: Place): void {
    switch (node.type) {
      case 'heading':
        this.#headingNode(flatten(node, this.#text), node.depth, spanOf(node), place);
        break;
      case 'paragraph':
        this.#paragraph(node, place);
        break;
      case 'list':
        this.#list(node, place);
        break;
      case 'blockquote': {
        const inner = {
          leads: new Leads(),
          quoted: place.quoted || !isAdmonition(node.children[0], this.#text),
          depth: place.depth + 1,
        };
        this.read(node.children, inner);
        break;
      }
      case 'footnoteDefinition':
        this.read(node.children, { leads: new Leads(), quoted: place.quoted, depth: place.depth + 1 });
        break;
      case 'code':
        this.#code(node.value, spanOf(node), place);
        break;
      case 'html':
        this.#html(readHtml(this.#slice(spanOf(node)), spanOf(node).start), place);
        break;
      case 'table':
        this.#table(node, place);
        break;
      default:
        break;
    }
  }

  #headingNode(flat: Flat, depth: number, span: Span, place: Place): void {
    const text = flat.text;
    const setext = !/^\s*#/.test(this.#text.slice(span.start, span.start + 4));
    // A paragraph above a rule is a heading to Markdown only.
    if (setext && (text.includes('\n') || text.length > 120)) {
      this.#pieces(flat, [], place);
      return;
    }
    // A whole clause written as a heading is both.
    const sentence = text.length > 60 && /[.。;；]\s*$/.test(text);
    if (sentence) this.#heading(flat, depth, span, place, 'paragraph');
    else this.#heading(flat, depth, span, place, 'heading');
  }

  #heading(
    flat: Flat,
    level: number,
    span: Span | undefined,
    place: Place,
    kind: BlockKind = 'heading',
  ): void {
    const shown = reduceFlat(flat, /^#{1,6}\s*|\s*#+$/g, () => undefined);
    const number = readNumber(shown.text.trimStart());
    const before = this.blocks.length;
    this.#emit(kind, shown, place, { number: plain(number), span });
    const block = this.blocks[before];
    if (!block || place.quoted) return;
    const skip = number ? Math.min(number.length, shown.text.trimStart().length) : 0;
    const text = proseOf(sliceFlat(shown, shown.text.length - shown.text.trimStart().length + skip)).text;
    this.headings.push({ level, number: plain(number), text, span: block.span });
    place.leads.heading();
  }

  #paragraph(node: Paragraph, place: Place): void {
    this.#pieces(flatten(node, this.#text), boldSpans(node), place, spanOf(node));
  }

  /** The pieces of a paragraph, each as what it looks like. */
  #pieces(flat: Flat, bold: readonly Span[], place: Place, whole?: Span): void {
    const text = reduceFlat(
      flat,
      /^\s*\[!\w+\]|^\s*(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]*"(?=[^"\n]*"))?/g,
      () => undefined,
    );
    if (isContents(text.text)) {
      this.#emit('contents', text, place, {});
      return;
    }
    const pieces = cutLines(text, (line) => isWithin(line, bold));
    for (const { flat: piece, number, level } of pieces) {
      const alone = pieces.length === 1;
      const placing = level !== undefined && !number ? undefined : place.leads.place(number, piece.text);
      if (level !== undefined && (placing?.lead === undefined || placing.number?.style === 'tiao')) {
        this.#heading(piece, level, alone ? whole : undefined, place);
      } else {
        const kind = placing?.lead === undefined ? 'paragraph' : 'item';
        this.#block(kind, piece, place, { number: plain(placing?.number ?? number), lead: placing?.lead });
      }
    }
  }

  #list(list: List, place: Place): void {
    const links = list.children.length > 1 && list.children.every(isLinkOnly);
    const numbers = list.ordered ? this.#numbersOf(list) : [];
    const lead = place.leads.list(numbers[0]);
    list.children.forEach((item, i) => {
      this.#item(item, links ? 'contents' : 'item', numbers[i], lead, place);
    });
    place.leads.addList(numbers.at(-1), lead);
  }

  /** As the author counts; `1. 1. 1.` is counted for him. */
  #numbersOf(list: List): LeadingNumber[] {
    let before = 0;
    let last = 0;
    return list.children.map((item, i) => {
      const { start } = spanOf(item);
      const written = Number(/^\s*(\d{1,9})/.exec(this.#text.slice(start, start + 16))?.[1] ?? i + 1);
      last = i > 0 && written === before ? last + 1 : written;
      before = written;
      return listNumber(last);
    });
  }

  #item(
    item: ListItem,
    kind: BlockKind,
    number: LeadingNumber | undefined,
    lead: number | undefined,
    place: Place,
  ): void {
    const [first, ...rest] = item.children;
    if (first?.type !== 'paragraph') {
      this.read(item.children, { ...place, leads: new Leads(lead), depth: place.depth + 1 });
      return;
    }
    const flat = flatten(first, this.#text);
    const bold = boldSpans(first);
    const pieces = cutLines(flat, (line) => isWithin(line, bold));
    const [own, ...others] = pieces;
    const index = this.blocks.length;
    if (own && !isPageNumber(own.flat.text)) {
      const below = others[0]?.number;
      const titled = number && below?.style === 'decimal' && below.prefix === String(number.value);
      const level = titled && headingLevel(own.flat.text, { number: undefined, bold: true });
      if (level !== undefined && level !== false) this.#heading(own.flat, 11, undefined, place);
      else this.#block(kind, own.flat, place, { number: plain(number) ?? plain(own.number), lead });
    }
    const written = this.blocks[index];
    const inner = {
      ...place,
      leads: new Leads(!written ? lead : written.kind === 'heading' ? undefined : index),
      depth: place.depth + 1,
    };
    if (written && written.kind !== 'heading') inner.leads.add(index, written.prose.text);
    // Lines that only run on because nothing divides them: `第二条` behind the items of `第一条`.
    for (const { flat: piece, number: numbered, level } of others) {
      if (level !== undefined) {
        inner.leads.heading();
        this.#heading(piece, level, undefined, place);
        continue;
      }
      const placing = inner.leads.place(numbered, piece.text);
      const kind = placing?.lead === undefined ? 'paragraph' : 'item';
      this.#block(kind, piece, inner, { number: plain(placing?.number ?? numbered), lead: placing?.lead });
    }
    this.read(rest, inner);
  }

  /** An indented block under a numbered clause is text: other tools read it as a list. */
  #code(value: string, span: Span, place: Place): void {
    const source = this.#slice(span);
    const fenced = /^\s*(?:`{3}|~{3})/.test(source);
    if (!fenced && place.depth < 6 && looksLikeText(value)) {
      this.#indented(span, place);
      return;
    }
    const open = fenced ? (/^[^\r\n]*(?:\r\n|\r|\n)?/.exec(source)?.[0].length ?? 0) : 0;
    const close = fenced ? source.search(/(?:\r\n|\r|\n)[ \t>]*(?:`{3,}|~{3,})[ \t]*$/) : -1;
    const inside = source.slice(
      open,
      close < open ? (fenced && /[`~]{3,}\s*$/.test(source.slice(open)) ? open : undefined) : close,
    );
    if (inside.trim() !== '') this.#block('code', plainFlat(inside, span.start + open), place, {});
  }

  /** Reads indented text once more without its indentation. */
  #indented(span: Span, place: Place): void {
    const source = this.#slice(span);
    const lines = [...source.matchAll(/[^\r\n]*(?:\r\n|\r|\n|(?![^]))/g)];
    const indents = lines
      .slice(1)
      .filter(([line]) => line.trim() !== '')
      .map(([line]) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
    const least = Math.min(/^[ \t]*/.exec(source)?.[0].length ?? 0, ...indents, 8);
    const shared = indents.length > 0 ? Math.min(...indents) : 0;
    let text = '';
    const origins: number[] = [];
    lines.forEach(([line], i) => {
      const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
      // The first line of the node begins behind its indentation or before it, as the parser has it.
      const drop = Math.min(
        indent,
        i === 0 ? Math.max(least, Math.min(indent, 4)) : Math.min(4, shared || 4),
      );
      text += line.slice(drop);
      for (let c = drop; c < line.length; c++)
        origins.push(this.#origin(span.start + (lines[i]?.index ?? 0) + c));
    });
    const outer = { text: this.#text, origins: this.#origins };
    const tree = parseMarkdown(text).tree;
    this.#text = text;
    this.#origins = origins;
    this.read(tree.children, { ...place, leads: place.leads.inside(), depth: place.depth + 1 });
    this.#text = outer.text;
    this.#origins = outer.origins;
    place.leads.close();
  }

  #table(table: Table, place: Place): void {
    const [head, ...rows] = table.children.map((row) =>
      row.children.map((cell) => flatten(cell, this.#text)),
    );
    this.#rows(head ?? [], rows, place);
  }

  #rows(head: readonly Flat[], rows: readonly (readonly Flat[])[], place: Place): void {
    const header = joinCells(head);
    const lead = place.leads.table();
    // A header with a sentence in it is a row: some tables have no heads.
    if (rows.length === 0 || head.some((cell) => cell.text.length > 60)) this.#row(head, '', lead, place);
    for (const row of rows) this.#row(row, proseOf(header).text, lead, place);
  }

  #row(cells: readonly Flat[], header: string, lead: number | undefined, place: Place): void {
    const filled = cells.filter((cell) => cell.text.trim() !== '');
    const first = cells[0] ? proseOf(cells[0]).text : '';
    if (filled.length > 0) this.#emit('cell', joinCells(filled), place, { lead, row: { header, first } });
  }

  #html(parts: readonly HtmlPart[], place: Place): void {
    let header: readonly Flat[] = [];
    parts.forEach((part, i) => {
      if (part.kind === 'row') {
        const next = parts[i + 1];
        if (part.header && next?.kind === 'row' && !next.header) header = part.cells;
        else this.#row(part.cells, proseOf(joinCells(header)).text, place.leads.table(), place);
        return;
      }
      header = [];
      const flat = withoutLeftovers(part.flat);
      if (part.kind === 'heading') this.#heading(flat, part.level, undefined, place);
      else if (part.kind === 'item') this.#block('item', flat, place, { lead: place.leads.list(undefined) });
      else this.#block('html', flat, { ...place, quoted: place.quoted || part.kind === 'quote' }, {});
    });
  }

  /** A block that others may hang on. */
  #block(kind: BlockKind, flat: Flat, place: Place, traits: Traits): void {
    const index = this.blocks.length;
    this.#emit(kind, flat, place, traits);
    const block = this.blocks[index];
    if (block) place.leads.add(index, block.prose.text);
  }

  #emit(kind: BlockKind, flat: Flat, place: Place, { number, lead, row, span }: Traits): void {
    const mapped = this.#origins ? { text: flat.text, at: flat.at.map((at) => this.#origin(at)) } : flat;
    const prose = proseOf(mapped);
    if (prose.text === '' || (kind !== 'heading' && kind !== 'cell' && isPageNumber(prose.text))) return;
    const own = { start: prose.source(0), end: prose.source(prose.text.length) };
    this.blocks.push({
      kind,
      span: span ? { start: this.#origin(span.start), end: this.#origin(span.end - 1) + 1 } : own,
      prose,
      under: this.headings.length - 1,
      number,
      leadIn: lead,
      row,
      quoted: place.quoted,
    });
  }

  #slice = ({ start, end }: Span): string => this.#text.slice(start, end);
  #origin = (offset: number): number =>
    this.#origins ? (this.#origins[offset] ?? (this.#origins.at(-1) ?? -1) + 1) : offset;
}

const plain = (number: LeadingNumber | undefined): ClauseNumber | undefined =>
  number && { written: number.written, style: number.style, value: number.value };

const listNumber = (value: number): LeadingNumber => ({
  written: `${value}.`,
  style: 'decimal',
  value,
  length: 0,
  key: 'list',
  prefix: '',
  depth: 1,
});

const joinCells = (cells: readonly Flat[]): Flat =>
  joinWith(
    cells.filter((cell) => cell.text.trim() !== ''),
    ' | ',
  );

