/**
 * What was found out of things, kept with each of them. A `WeakMap` would do the same, but to V8's scavenger its values
 * are alive, and with them whatever they lead to, their keys included: of thousands of files that are read one after
 * the other, all would live on until the next full collection.
 */
export interface Memo<Thing extends object, Found> {
  get(thing: Thing): Found | undefined;
  set(thing: Thing, found: Found): void;
}

/** The same function, asked once of each thing: what it found is kept with it. */
export function memoized<Thing extends object, Found extends NonNullable<unknown>>(
  find: (thing: Thing) => Found,
): (thing: Thing) => Found {
  const known = memo<Thing, Found>();
  return (thing) => {
    let found = known.get(thing);
    if (found === undefined) known.set(thing, (found = find(thing)));
    return found;
  };
}

/** A new one, of which no thing has anything yet. A copy of a thing has nothing either. */
export function memo<Thing extends object, Found>(): Memo<Thing, Found> {
  // A private field can be put on any object, and nobody else sees it.
  class Note extends Itself {
    #found: Found | undefined;

    static get(thing: object): Found | undefined {
      return #found in thing ? thing.#found : undefined;
    }

    static set(thing: object, found: Found): void {
      const note = #found in thing ? thing : new Note(thing);
      note.#found = found;
    }
  }
  return Note;
}

/** Its constructor gives the thing it is given, so that the fields of a class below it are put on that. */
class Itself {
  constructor(thing: object) {
    return thing;
  }
}
