import type { Span } from '../text/span.ts';
import { readNumber, type LeadingNumber } from './clause-number.ts';
import { FlatBuilder, joinWith, originIn, proseOf, reduceFlat, sliceFlat, type Flat } from './flat.ts';
import type { Leads } from './leads.ts';
import type { Block, BlockKind, ClauseNumber, Heading } from './model.ts';
import { isPageNumber } from './numbered-lines.ts';
import { fieldsOfRows } from './records.ts';

/** Where in the nesting a block stands. */
export interface Place {
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

/** Writes down the blocks and headings of a section, in order. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  readonly headings: Heading[] = [];
  /** Where the characters being read stand in the section, when they are not the section's own text. */
  origins: readonly number[] | undefined;

  origin(offset: number): number {
    if (!this.origins) return offset;
    return this.origins[offset] ?? (this.origins.at(-1) ?? -1) + 1;
  }

  heading(
    flat: Flat,
    level: number,
    span: Span | undefined,
    place: Place,
    kind: BlockKind = 'heading',
  ): void {
    const shown = reduceFlat(flat, /^\s*#{1,6}\s*|\s+#+\s*$/g, () => undefined);
    const index = this.blocks.length;
    const lead = shown.text.length - shown.text.trimStart().length;
    const number = readNumber(shown.text.slice(lead));
    this.emit(kind, shown, place, { number: plainNumber(number), span });
    const block = this.blocks[index];
    if (!block || place.quoted) return;
    const { text } = proseOf(sliceFlat(shown, lead + (number?.length ?? 0)));
    this.headings.push({ level, number: plainNumber(number), text, span: block.span });
    place.leads.heading();
  }

  /** A block that others may hang on. */
  block(kind: BlockKind, flat: Flat, place: Place, traits: Traits): void {
    const index = this.blocks.length;
    this.emit(kind, flat, place, traits);
    const block = this.blocks[index];
    if (block) place.leads.add(index, block.prose.text);
  }

  /** A table, a block for every row. */
  rows(head: readonly Flat[], rows: readonly (readonly Flat[])[], place: Place): void {
    const header = proseOf(joinCells(head)).text;
    const fields = fieldsOfRows(rows);
    if (fields) {
      this.record(fields, place.leads.table(), place);
      return;
    }
    // A header with a sentence in it is a row: some tables have no heads.
    if (rows.length === 0 || head.some((cell) => cell.text.length > 60)) this.row(head, '', place);
    for (const row of rows) this.row(row, header, place);
  }

  row(cells: readonly Flat[], header: string, place: Place): void {
    const first = cells[0] ? proseOf(cells[0]).text : '';
    this.emit('cell', ascending(joinCells(cells)), place, {
      lead: place.leads.table(),
      row: { header, first, record: false },
    });
  }

  /** What a list or a table with two columns says of the heading or the item it stands under. */
  record(fields: readonly Flat[], lead: number | undefined, place: Place): void {
    const header = this.headings.at(-1)?.text ?? '';
    const first = fields[0] ? proseOf(fields[0]).text : '';
    this.emit('cell', ascending(joinCells(fields)), place, { lead, row: { header, first, record: true } });
  }

  #moved(flat: Flat): Flat {
    const builder = new FlatBuilder();
    for (let i = 0; i < flat.text.length; i++) {
      builder.add(flat.text.charAt(i), this.origin(originIn(flat, i)));
    }
    return builder.flat();
  }

  emit(kind: BlockKind, flat: Flat, place: Place, { number, lead, row, span }: Traits): void {
    const own = this.origins ? this.#moved(flat) : flat;
    const prose = proseOf(own);
    if (prose.text === '' || (kind !== 'heading' && kind !== 'cell' && isPageNumber(prose.text))) return;
    this.blocks.push({
      kind,
      span: span
        ? { start: this.origin(span.start), end: this.origin(span.end - 1) + 1 }
        : { start: prose.source(0), end: prose.source(prose.text.length) },
      prose,
      under: this.headings.length - 1,
      number,
      leadIn: lead,
      row,
      quoted: place.quoted,
    });
  }
}

export const plainNumber = (number: LeadingNumber | undefined): ClauseNumber | undefined =>
  number && {
    written: number.written,
    style: number.style,
    value: number.value,
    ...(number.branch > 0 && { branch: number.branch }),
  };

/** The lines of a cell of a drawn table stand between those of the others; offsets must not go back. */
function ascending(flat: Flat): Flat {
  const { text, runs } = flat;
  const inOrder = runs.every((at, r) => {
    if (r % 2 === 0 || r === 1) return true;
    return at >= (runs[r - 2] ?? 0) + (runs[r - 1] ?? 0) - (runs[r - 3] ?? 0) - 1;
  });
  if (inOrder) return flat;
  const builder = new FlatBuilder();
  let most = 0;
  for (let i = 0; i < text.length; i++) {
    most = Math.max(most, originIn(flat, i));
    builder.add(text.charAt(i), most);
  }
  return builder.flat();
}

export const joinCells = (cells: readonly Flat[]): Flat =>
  joinWith(
    cells.filter((cell) => cell.text.trim() !== ''),
    ' | ',
  );
