import { distance } from 'fastest-levenshtein';

/** The known word that a misspelt one most likely meant; undefined when none is near. */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: { word: string; far: number } | undefined;
  for (const candidate of known) {
    const name = candidate.toLowerCase();
    // What stands behind the pack's name is what people type: `pi-storage` for `opinions/pi-storage`.
    const far = Math.min(distance(wanted, name), distance(wanted, name.slice(name.lastIndexOf('/') + 1)));
    if (!best || far < best.far) best = { word: candidate, far };
  }
  return best && best.far <= Math.max(2, Math.floor(word.length / 3)) ? best.word : undefined;
}
