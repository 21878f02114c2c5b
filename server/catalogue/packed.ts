import type { Numbers, PhraseTable } from '../text/phrase-table.ts';
import { joinCatalogue, type ForReaders, type SplitCatalogue } from './ready.ts';
import type { Catalogue, Concept } from './requirement.ts';

/** A catalogue with its words compiled, as a build makes it; one file for every door. */
export interface Packed {
  readonly catalogue: Catalogue;
  readonly words: PhraseTable;
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
    const view = new Kind(buffer as ArrayBuffer, byteOffset + start, size / width);
    return rising ? summed(view) : view;
  };
  return {
    catalogue: joinCatalogue(
      {
        ...(json('catalogue') as Catalogue),
        concepts: rowsOf<Written>(json('concepts') as Columns).map(conceptOf),
      },
      () => json('forReaders') as ForReaders,
    ),
    get words() {
      return {
        tokens: (json('tokens') as string).split(' '),
        tokenClass: numbers('tokenClass'),
        classStart: numbers('classStart'),
        symbols: numbers('symbols'),
        edgeStart: numbers('edgeStart'),
        edgeSymbol: numbers('edgeSymbol'),
        edgeTarget: numbers('edgeTarget'),
        endStart: numbers('endStart'),
        ends: numbers('ends'),
        phraseOf: numbers('phraseOf'),
      };
    },
  };
}

/** Bytes from the start of the file; `width` 0 is JSON, else bytes a number. `rising`: kept as differences. */
interface Part {
  readonly start: number;
  readonly size: number;
  readonly width: 0 | 2 | 4;
  readonly rising?: boolean;
}

/** The length of the head, the head as JSON, the parts, each at a multiple of four. Low byte first throughout. */
export function pack(
  { catalogue, forReaders }: SplitCatalogue,
  { tokens, ...lists }: PhraseTable,
): Uint8Array {
  const contents: Record<string, { bytes: Uint8Array; width: 0 | 2 | 4; rising?: boolean }> = {};
  const json = (name: string, value: unknown): void => {
    contents[name] = { bytes: new TextEncoder().encode(JSON.stringify(value)), width: 0 };
  };
  json('catalogue', { ...catalogue, concepts: [] });
  json('concepts', columnsOf(catalogue.concepts.map(asWritten)));
  json('forReaders', forReaders);
  json('tokens', tokens.join(' '));
  for (const [name, values] of Object.entries<Numbers>(lists)) {
    const numbers = Array.from(values);
    // What rises in small steps compresses as differences to a tenth.
    const rising = name !== 'ends';
    const kept = rising ? numbers.map((n, i) => n - (numbers[i - 1] ?? 0)) : numbers;
    const wide = numbers.some((n) => n > 65535);
    const { buffer } = wide ? Uint32Array.from(kept) : Uint16Array.from(kept);
    contents[name] = { bytes: new Uint8Array(buffer), width: wide ? 4 : 2, rising };
  }
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

/** By key, the values of all rows: English beside English, Chinese beside Chinese compresses better. */
type Columns = Readonly<Record<string, readonly unknown[]>>;

const columnsOf = (rows: readonly object[]): Columns =>
  Object.fromEntries(
    [...new Set(rows.flatMap((row) => Object.keys(row)))].map((key) => [
      key,
      rows.map((row) => (row as Record<string, unknown>)[key] ?? null),
    ]),
  );

function rowsOf<T>(columns: Columns): T[] {
  const keys = Object.entries(columns);
  return (keys[0]?.[1] ?? []).map(
    (_, index) =>
      Object.fromEntries(
        keys.map(([key, values]) => [key, values[index]]).filter(([, value]) => value !== null),
      ) as T,
  );
}

/** A concept with its phrases in a row, as its page has them. */
type Written = Omit<Concept, PhraseKey> & Readonly<Record<PhraseKey, string>>;
type PhraseKey = 'en' | 'zh' | 'not';

const asWritten = ({ en, zh, not, ...concept }: Concept): Written => ({
  ...concept,
  en: en.join(';'),
  zh: zh.join(';'),
  not: not.join(';'),
});

function conceptOf({ en, zh, not, ...concept }: Written): Concept {
  const phrases = (row: string): string[] => (row === '' ? [] : row.split(';'));
  return { ...concept, en: phrases(en), zh: phrases(zh), not: phrases(not) };
}

function summed<T extends Uint16Array | Uint32Array>(differences: T): T {
  const sums = differences.slice() as T;
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (sums[i - 1] ?? 0);
  return sums;
}
