import type { Bilingual } from '../../text/span.ts';
import type { Library } from '../library.ts';
import { quantities } from './judged-words.ts';

/** What a concept, or a quantity (`@period`), is called where people read of it. */
export function nameOf(id: string, library: Library): Bilingual {
  if (id.startsWith('@')) return quantities[id.slice(1)] ?? { en: id.slice(1), zh: id.slice(1) };
  return library.concept(id)?.name ?? { en: id.replace(/-/g, ' '), zh: id };
}

/** The same inside a sentence: Chinese sets a name off by quotation marks. */
export function calledOf(id: string, library: Library): Bilingual {
  const { en, zh } = nameOf(id, library);
  return { en, zh: id.startsWith('@') ? zh : quoted(zh) };
}

/** Several concepts, each name once: "deletion, destruction or anonymisation". */
export function eitherOf(ids: readonly string[], library: Library): Bilingual {
  const names = ids.map((id) => calledOf(id, library));
  return {
    en: joined([...new Set(names.map(({ en }) => en))], ', ', ' or '),
    zh: joined([...new Set(names.map(({ zh }) => zh))], '、', '或'),
  };
}

export const quoted = (words: string): string => `“${words}”`;

const joined = (names: readonly string[], comma: string, or: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(comma)}${or}${names.at(-1)}`;
