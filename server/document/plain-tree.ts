import type { Span } from '../text/span.ts';
import { plainFlat } from './flat.ts';
import type { Labels } from './labels.ts';
import { plainWords } from './plain-inline.ts';
import type { Fence, Marker } from './plain-lines.ts';
import type { Item, Node } from './tree.ts';

export interface Container {
  readonly kind: 'root' | 'quote' | 'item' | 'note';
  readonly nodes: Node[];
  /** How far the lines of an item are indented. */
  readonly indent: number;
  /** An item with nothing in it so far. */
  empty: boolean;
  /** Where it begins, and where its last line ends. */
  readonly span: { start: number; end: number };
}

interface OpenList {
  readonly kind: 'list';
  readonly span: Span;
  readonly ordered: boolean;
  readonly items: Item[];
  readonly char: number;
}

export type Leaf =
  | { readonly kind: 'paragraph'; readonly lines: number[] }
  | { readonly kind: 'fence'; readonly fence: Fence; readonly start: number; end: number }
  | { readonly kind: 'html'; readonly until: RegExp | 'blank'; readonly start: number; end: number }
  | { readonly kind: 'code'; readonly start: number; end: number; value: string; blank: string }
  | { readonly kind: 'table'; readonly rows: number[][]; readonly start: number; end: number };

/** Deeper nesting is left to the parser and its guard. */
const deepest = 60;

/** The nodes that are there, the containers that are open, outermost first, and the block at hand. */
export class PlainTree {
  readonly open: Container[];
  leaf: Leaf | undefined;
  /** There is something that only the parser knows how to read. */
  strange = false;
  readonly #text: string;
  readonly #labels: Labels;

  constructor(text: string, labels: Labels) {
    this.#text = text;
    this.#labels = labels;
    this.open = [{ kind: 'root', nodes: [], indent: 0, empty: false, span: { start: 0, end: 0 } }];
  }

  get nodes(): readonly Node[] {
    return this.open[0]?.nodes ?? [];
  }

  refuse(): void {
    this.strange = true;
  }

  /** Opens a quotation or a note. */
  push(kind: 'quote' | 'note', indent: number, span: Container['span']): void {
    const nodes: Node[] = [];
    this.#last.nodes.push({ kind, span, children: nodes });
    this.#open({ kind, nodes, indent, empty: false, span });
  }

  /** Opens a list item, in the list at hand when its marker goes on with that. */
  pushItem({ char, ordered }: Marker, indent: number, span: Container['span']): void {
    const { nodes: siblings } = this.#last;
    const last = siblings.at(-1) as OpenList | undefined;
    const list: OpenList =
      last?.kind === 'list' && last.char === char && last.ordered === ordered
        ? last
        : { kind: 'list', span: { ...span }, ordered, items: [], char };
    if (list !== last) siblings.push(list);
    const nodes: Node[] = [];
    list.items.push({ span, children: nodes });
    this.#open({ kind: 'item', nodes, indent, empty: true, span });
  }

  /** Begins a block. */
  begin(leaf: Leaf): void {
    this.#last.empty = false;
    this.leaf = leaf;
  }

  add(node: Node): void {
    this.#last.empty = false;
    this.#last.nodes.push(node);
  }

  /** A heading whose words stand in these pieces, given as pairs of offsets. */
  addHeading(depth: number, lines: readonly number[], span: Span): void {
    const words = plainWords(this.#text, this.#labels, lines);
    if (words) this.add({ kind: 'heading', span, depth, words });
    else this.refuse();
  }

  /** Closes the containers from `depth` on, and the block at hand. */
  close(depth: number): void {
    this.finish();
    this.open.length = depth;
  }

  /** Puts the block at hand into the tree. */
  finish(): void {
    const { leaf } = this;
    if (!leaf) return;
    this.leaf = undefined;
    switch (leaf.kind) {
      case 'paragraph':
        return this.#addParagraph(leaf.lines);
      case 'fence':
        return this.add({ kind: 'code', span: { start: leaf.start, end: leaf.end }, value: '' });
      case 'html':
        return this.add({ kind: 'html', span: { start: leaf.start, end: leaf.end } });
      case 'code':
        return this.add({ kind: 'code', span: { start: leaf.start, end: leaf.end }, value: leaf.value });
      case 'table':
        return this.#addTable(leaf.rows, { start: leaf.start, end: leaf.end });
    }
  }

  #addParagraph(lines: readonly number[]): void {
    const { kind, nodes } = this.#last;
    const start = lines[0] ?? 0;
    const ticks = kind === 'item' && nodes.length === 0 && this.#text.charCodeAt(start) === 91;
    const box = ticks ? boxAt(this.#text, start, lines[1] ?? 0) : 0;
    const shown = box > 0 ? [start + box, ...lines.slice(1)] : lines;
    const words = box < 0 ? undefined : plainWords(this.#text, this.#labels, shown);
    if (words) this.add({ kind: 'paragraph', span: { start: start + box, end: lines.at(-1) ?? 0 }, words });
    else this.refuse();
  }

  #addTable(rows: readonly number[][], span: Span): void {
    const words = rows.map((cells) => {
      const flats = [];
      for (let i = 0; i < cells.length; i += 2) {
        const empty = cells[i] === cells[i + 1];
        const cell = empty ? undefined : plainWords(this.#text, this.#labels, cells.slice(i, i + 2));
        if (!cell && !empty) this.refuse();
        flats.push(cell?.flat ?? plainFlat('', 0));
      }
      return flats;
    });
    if (/\\[\\|]/.test(this.#text.slice(span.start, span.end))) return this.refuse();
    this.add({ kind: 'table', span, rows: words });
  }

  get #last(): Container {
    return this.open.at(-1) as Container;
  }

  #open(container: Container): void {
    this.#last.empty = false;
    this.open.push(container);
    if (this.open.length > deepest) this.refuse();
  }
}

/** The length of a box to tick and the space behind it; 0 for none, -1 for one that only the parser reads. */
function boxAt(text: string, start: number, end: number): number {
  const line = text.slice(start, end);
  if (!/^\[[ \txX]\]/.test(line)) return 0;
  return /^\[[ xX]\] (?!https?:|www\.|\S*@)\*{0,2}[\p{L}\d]/iu.test(line) ? 4 : -1;
}
