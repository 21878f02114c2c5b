import type { PhraseTable } from '../text/phrase-table.ts';
import type { Numbers } from '../text/word-classes.ts';
import { joinCatalogue, type ForReaders, type SplitCatalogue } from './ready.ts';
import { packConcepts, phraseCountsOf, unpackConcepts, type ConceptColumns } from './packed-concepts.ts';
import type { Catalogue, Concept } from './requirement.ts';

/** A catalogue with its words compiled, as a build makes it; one file for every door. */
export interface Packed {
  readonly catalogue: Catalogue;
  readonly words: PhraseTable;
  /** By concept, two numbers: how many phrases say it, and how many hide it. */
  readonly phraseCounts: Numbers;
}

/**
 * Opens what `pack` made. A part is decoded when somebody asks for it; numbers are views on `bytes`, which therefore
 * must not change.
 */
export function unpack(bytes: Uint8Array): Packed {
  // Views on numbers want an even start.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const length = new DataView(buffer, byteOffset).getUint32(0, true);
  const text = (start: number, size: number): string =>
    new TextDecoder().decode(new Uint8Array(buffer, byteOffset + start, size));
  const parts = JSON.parse(text(4, length)) as Record<string, Part>;
  const part = (name: string): Part => parts[name] ?? { start: 0, size: 0, width: 2 };
  const json = (name: string): unknown => JSON.parse(text(part(name).start, part(name).size));
  const numbers = (name: string): Numbers => {
    const { start, size, width, step, planes } = part(name);
    if (planes) return joined(new Uint8Array(buffer, byteOffset + start, size));
    const view = new kinds[step ?? width](buffer as ArrayBuffer, byteOffset + start, size / (step ?? width));
    return step ? summed(view, new kinds[width](view.length)) : view;
  };
  return {
    catalogue: joinCatalogue(
      {
        ...(json('catalogue') as Catalogue),
        concepts: unpackConcepts(json('concepts') as ConceptColumns),
      },
      () => json('forReaders') as ForReaders,
    ),
    get words() {
      return Object.fromEntries(lists.map(([name]) => [name, numbers(name)])) as unknown as PhraseTable;
    },
    get phraseCounts() {
      return numbers('phraseCounts');
    },
  };
}

/** Bytes from the start of the file. Those of a list that rises in steps are the steps. */
interface Part {
  readonly start: number;
  readonly size: number;
  /** Bytes a number; of JSON it says nothing. */
  readonly width: Width;
  /** Bytes a step. */
  readonly step?: Width;
  /** All low bytes, then all high ones. */
  readonly planes?: boolean;
}

type Width = 1 | 2 | 4;

const kinds = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array };

const widthOf = (numbers: readonly number[]): Width =>
  numbers.every((n) => n >= 0 && n < 256) ? 1 : numbers.every((n) => n >= 0 && n < 65536) ? 2 : 4;

/** The length of the head, the head as JSON, the parts, each at a multiple of four. Low byte first throughout. */
export function pack({ catalogue, forReaders }: SplitCatalogue<Concept>, words: PhraseTable): Uint8Array {
  const contents: Record<string, { bytes: Uint8Array } & Omit<Part, 'start' | 'size'>> = {};
  const json = (name: string, value: unknown): void => {
    contents[name] = { bytes: new TextEncoder().encode(JSON.stringify(value)), width: 1 };
  };
  json('catalogue', { ...catalogue, concepts: [] });
  json('concepts', packConcepts(catalogue.concepts));
  json('forReaders', forReaders);
  const list = (name: string, values: Numbers, shape: Shape): void => {
    const numbers = Array.from(values);
    const width = widthOf(numbers);
    if (shape === 'planes' && width === 2) {
      contents[name] = { bytes: planesOf(numbers), width, planes: true };
      return;
    }
    if (shape !== 'rising') {
      contents[name] = { bytes: new Uint8Array(kinds[width].from(numbers).buffer), width };
      return;
    }
    const steps = numbers.map((n, i) => n - (numbers[i - 1] ?? 0));
    const step = Math.min(width, widthOf(steps)) as Width;
    contents[name] = { bytes: new Uint8Array(kinds[step].from(steps).buffer), width, step };
  };
  for (const [name, shape] of lists) list(name, words[name], shape);
  list('phraseCounts', phraseCountsOf(catalogue.concepts), 'plain');
  const even = (n: number): number => Math.ceil(n / 4) * 4;
  // The head tells where the parts start, and its own length moves them: leave room for the longest it can be.
  const room = even(4 + Object.keys(contents).length * 96);
  let end = room;
  const head: Record<string, Part> = {};
  for (const [name, { bytes, ...widths }] of Object.entries(contents)) {
    head[name] = { start: end, size: bytes.length, ...widths };
    end = even(end + bytes.length);
  }
  const file = new Uint8Array(end);
  const written = new TextEncoder().encode(JSON.stringify(head));
  if (4 + written.length > room) throw new RangeError('the head of the packed catalogue is too long');
  new DataView(file.buffer).setUint32(0, written.length, true);
  file.set(written, 4);
  for (const [name, { bytes }] of Object.entries(contents)) file.set(bytes, head[name]?.start);
  return file;
}

/**
 * How a list of numbers compresses best: rising in steps, or nearly so, as its steps, to a tenth; of values that are
 * alike in their high bytes those apart from the low ones.
 */
type Shape = 'plain' | 'rising' | 'planes';

const lists = Object.entries({
  letters: 'planes',
  wordStart: 'rising',
  tokenClass: 'rising',
  classStart: 'rising',
  symbols: 'rising',
  edgeStart: 'rising',
  edgeSymbol: 'planes',
  edgeTarget: 'rising',
  endStart: 'rising',
  ends: 'plain',
  phraseOf: 'rising',
  begins: 'plain',
  pairs: 'plain',
} satisfies Record<keyof PhraseTable, Shape>) as [keyof PhraseTable, Shape][];

/** A step down is kept as far as its bytes hold it; as the sum is cut off likewise, it comes out right. */
function summed<T extends Uint8Array | Uint16Array | Uint32Array>(steps: ArrayLike<number>, sums: T): T {
  let sum = 0;
  for (let i = 0; i < sums.length; i++) sums[i] = sum = (sum + (steps[i] ?? 0)) | 0;
  return sums;
}

function planesOf(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(2 * numbers.length);
  numbers.forEach((n, i) => {
    bytes[i] = n;
    bytes[numbers.length + i] = n >> 8;
  });
  return bytes;
}

function joined(planes: Uint8Array): Uint16Array {
  const numbers = new Uint16Array(planes.length / 2);
  for (let i = 0; i < numbers.length; i++) {
    numbers[i] = (planes[i] ?? 0) | ((planes[numbers.length + i] ?? 0) << 8);
  }
  return numbers;
}
