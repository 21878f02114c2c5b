import type { PhraseTable } from '../text/phrase-table.ts';
import type { Numbers } from '../text/word-classes.ts';
import { joinCatalogue, type ForReaders, type SplitCatalogue } from './ready.ts';
import {
  packConcepts,
  phraseCountsOf,
  unpackConcepts,
  type ConceptColumns,
  type PhraseColumns,
} from './packed-concepts.ts';
import type { Catalogue } from './requirement.ts';

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
  const part = (name: string): Part => parts[name] ?? { start: 0, size: 0, width: 0 };
  const json = (name: string): unknown => JSON.parse(text(part(name).start, part(name).size));
  const numbers = (name: string): Uint16Array | Uint32Array => {
    const { start, size, width, rising } = part(name);
    const Kind = width === 4 ? Uint32Array : Uint16Array;
    const length = size / width;
    if (!rising) return new Kind(buffer as ArrayBuffer, byteOffset + start, length);
    return summed(new Uint8Array(buffer, byteOffset + start, size), new Kind(length));
  };
  return {
    catalogue: joinCatalogue(
      {
        ...(json('catalogue') as Catalogue),
        concepts: unpackConcepts(json('concepts') as ConceptColumns, () => json('phrases') as PhraseColumns),
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

/**
 * Bytes from the start of the file; `width` 0 is JSON, else bytes a number. `rising`: kept as differences, the lowest
 * bytes of all of them first, then the next.
 */
interface Part {
  readonly start: number;
  readonly size: number;
  readonly width: 0 | 2 | 4;
  readonly rising?: boolean;
}

/** The length of the head, the head as JSON, the parts, each at a multiple of four. Low byte first throughout. */
export function pack({ catalogue, forReaders }: SplitCatalogue, words: PhraseTable): Uint8Array {
  const contents: Record<string, { bytes: Uint8Array; width: 0 | 2 | 4; rising?: boolean }> = {};
  const json = (name: string, value: unknown): void => {
    contents[name] = { bytes: new TextEncoder().encode(JSON.stringify(value)), width: 0 };
  };
  json('catalogue', { ...catalogue, concepts: [] });
  const { columns, phrases } = packConcepts(catalogue.concepts);
  json('concepts', columns);
  json('phrases', phrases);
  json('forReaders', forReaders);
  const list = (name: string, values: Numbers, rising: boolean): void => {
    const numbers = Array.from(values);
    const kept = rising ? numbers.map((n, i) => n - (numbers[i - 1] ?? 0)) : numbers;
    const wide = numbers.some((n) => n > 65535);
    const { buffer } = wide ? Uint32Array.from(kept) : Uint16Array.from(kept);
    const bytes = new Uint8Array(buffer);
    const width = wide ? 4 : 2;
    contents[name] = { bytes: rising ? inPlanes(bytes, width) : bytes, width, rising };
  };
  for (const [name, rising] of lists) list(name, words[name], rising);
  list('phraseCounts', phraseCountsOf(catalogue.concepts), false);
  const even = (n: number): number => Math.ceil(n / 4) * 4;
  // The head tells where the parts start, and its own length moves them: leave room for the longest it can be.
  const room = even(4 + Object.keys(contents).length * 96);
  let end = room;
  const head: Record<string, Part> = {};
  for (const [name, { bytes, width, rising }] of Object.entries(contents)) {
    head[name] = { start: end, size: bytes.length, width, ...(rising && { rising }) };
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

/** The lists of numbers, and whether they rise in small steps: as differences those compress to a tenth. */
const lists = Object.entries({
  letters: false,
  wordStart: true,
  tokenClass: true,
  slots: false,
  classStart: true,
  symbols: true,
  edgeStart: true,
  edgeSymbol: true,
  edgeTarget: true,
  endStart: true,
  ends: false,
  phraseOf: true,
  begins: false,
  pairs: false,
} satisfies Record<keyof PhraseTable, boolean>) as [keyof PhraseTable, boolean][];

function inPlanes(bytes: Uint8Array, width: number): Uint8Array {
  const length = bytes.length / width;
  return Uint8Array.from(bytes, (_, at) => bytes[(at % length) * width + Math.floor(at / length)] ?? 0);
}

/** Fills the numbers with what `inPlanes` made of their differences. */
function summed<T extends Uint16Array | Uint32Array>(planes: Uint8Array, numbers: T): T {
  const { length, BYTES_PER_ELEMENT: width } = numbers;
  let last = 0;
  for (let i = 0; i < length; i++) {
    let difference = (planes[i] ?? 0) | ((planes[i + length] ?? 0) << 8);
    if (width === 4)
      difference |= ((planes[i + 2 * length] ?? 0) << 16) | ((planes[i + 3 * length] ?? 0) << 24);
    numbers[i] = last = (last + difference) | 0;
  }
  return numbers;
}
