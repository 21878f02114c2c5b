import type { Difference } from '../text/difference.ts';
import { cut } from './cuts.ts';
import { isTooComplex } from './guard.ts';
import { parseMarkdown } from './markdown.ts';
import { Piece, takeHeading, type Reader, type ReadSection } from './piece.ts';
import { readPlain } from './plain-blocks.ts';
import { unchanged, type Cut } from './recut.ts';

export type { Reader, ReadSection } from './piece.ts';

export interface CutSection {
  readonly section: ReadSection;
  readonly offset: number;
}

/** How a text was cut, for the next reading. */
export interface Kept {
  readonly placed: readonly Placed[];
  /** For ends that only the parser could judge: whether everything is closed there. */
  readonly closed: ReadonlyMap<string, boolean>;
}

/** How the text before was cut, and where this one differs from it. */
export interface Previous {
  readonly kept: Kept;
  readonly difference: Difference;
}

interface Placed extends Cut {
  readonly piece: Piece;
}

/**
 * The sections of `text` from `start` on. Together they parse as the whole does: each is cut where nothing is left
 * open, and labels defined in another one count as defined. What is as it was in the text before is the same object.
 */
export function readSections(
  text: string,
  start: number,
  before?: Previous,
  reader: Reader = 'fast',
): { readonly sections: readonly CutSection[]; readonly kept: Kept } {
  const closed = new Map<string, boolean>();
  const isClosed = (piece: string, likely: boolean): boolean => {
    const known = before?.kept.closed.get(piece) ?? endsClosed(piece, likely, reader);
    closed.set(piece, known);
    return known;
  };
  const placed = placeAll(text, start, before, isClosed, reader);
  const defined = new Set<string>();
  const noted = new Set<string>();
  for (const { piece } of placed) {
    if (!piece.mayDefine) continue;
    for (const label of piece.own().definitions) defined.add(label);
    for (const label of piece.own().footnotes) noted.add(label);
  }
  return {
    sections: placed.map(({ piece, offset }) => ({ section: piece.section(defined, noted), offset })),
    kept: { placed, closed: before ? withOlder(closed, before.kept.closed) : closed },
  };
}

type IsClosed = (piece: string, likely: boolean) => boolean;

/** Cuts only what changed; the pieces around it move. */
function placeAll(
  text: string,
  start: number,
  previous: Previous | undefined,
  isClosed: IsClosed,
  reader: Reader,
): readonly Placed[] {
  const before = previous?.kept.placed ?? [];
  const same =
    previous && before.length < most / 2 ? unchanged(before, previous.difference, start) : undefined;
  if (!same) return place(cut(text, start, isClosed), start, text.length, before, reader);
  let tail: number | undefined;
  const texts = cut(text, same.from, isClosed, (offset) => (tail = same.tailAt(offset)) !== undefined);
  const middle = place(texts, same.from, text.length, before.slice(same.head, tail), reader);
  const rest = tail === undefined ? [] : before.slice(tail);
  return [...before.slice(0, same.head), ...middle, ...rest.map((placed) => moved(placed, same.delta))];
}

const moved = ({ piece, text, offset }: Placed, delta: number): Placed => ({
  piece,
  text,
  offset: offset + delta,
});

/** Pieces for these texts; those of `before` with the same text are taken over, each once. */
function place(
  texts: readonly string[],
  start: number,
  end: number,
  before: readonly Placed[],
  reader: Reader,
): Placed[] {
  const known = new Map<string, Piece[]>();
  for (const { text, piece } of before) {
    const same = known.get(text);
    if (same) same.push(piece);
    else known.set(text, [piece]);
  }
  let offset = start;
  return texts.map((text, index) => {
    const last = offset + text.length === end;
    const tooMany = index >= most;
    const old = known.get(text)?.shift();
    const fits = old?.last === last && old.tooMany === tooMany && old.reader === reader;
    const piece = fits ? old : new Piece(before.length > 0 ? alone(text) : text, last, tooMany, reader);
    const at = { text: piece.text, piece, offset };
    offset += text.length;
    return at;
  });
}

/** A copy: a slice would keep the whole text it was taken from. */
const alone = (text: string): string => ` ${text}`.slice(1);

/** What was judged is kept for a while, so that going back and forth costs nothing. */
function withOlder(
  now: ReadonlyMap<string, boolean>,
  older: ReadonlyMap<string, boolean>,
): ReadonlyMap<string, boolean> {
  return older.size > 2000 ? now : new Map([...older, ...now]);
}

/** No document has more sections; what comes behind them is not looked at. */
const most = 20_000;

/** The parser's word: a heading written behind the piece comes out as a heading, at the top and at its place. */
function endsClosed(piece: string, likely: boolean, reader: Reader): boolean {
  if (isTooComplex(piece)) return likely;
  const plain = reader === 'fast' ? readPlain(piece) : undefined;
  if (plain) return !plain.open;
  try {
    return takeHeading(parseMarkdown(`${piece}#\n`).tree, piece.length);
  } catch {
    return likely;
  }
}
