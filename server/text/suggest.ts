import { distance } from 'fastest-levenshtein';

/** The known word that a misspelt one most likely meant; undefined when none is near. */
export function suggest(word: string, words: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const known = [...words];
  const synonym = synonyms[wanted];
  if (synonym !== undefined && known.includes(synonym)) return synonym;
  let best: { word: string; far: number } | undefined;
  for (const candidate of known) {
    const name = candidate.toLowerCase();
    // What stands behind the pack's name is what people type: `pi-storage` for `opinions/pi-storage`.
    const short = name.slice(name.lastIndexOf('/') + 1);
    const begun = wanted.length > 2 && (name.startsWith(wanted) || short.startsWith(wanted));
    const far = begun ? 1 : Math.min(distance(wanted, name), distance(wanted, short));
    if (!best || far < best.far) best = { word: candidate, far };
  }
  return best && best.far <= Math.max(1, Math.ceil(word.length / 3)) ? best.word : undefined;
}

/** Whether a word is another one but for at most so many letters, be they small or capital. */
export function isNear(word: string, known: string, most: number): boolean {
  if (Math.abs(word.length - known.length) > most) return false;
  return distance(word.toLowerCase(), known.toLowerCase()) <= most;
}

/** Other words for a party, nearer in meaning than any in spelling. */
const synonyms: Readonly<Record<string, string | undefined>> = {
  buyer: 'purchaser',
  customer: 'purchaser',
  client: 'purchaser',
  vendor: 'supplier',
  seller: 'supplier',
  provider: 'supplier',
  contractor: 'supplier',
  store: 'platform',
  operator: 'platform',
};
