/**
 * What was found out of things, kept with each of them. A `WeakMap` would do the same, but to V8's scavenger its values
 * are alive, and with them whatever they lead to, their keys included: of thousands of files that are read one after
 * the other, all would live on until the next full collection.
 */
export class Memo<Thing extends object, Found> {
  readonly #key = Symbol('memo');

  get(thing: Thing): Found | undefined {
    return (thing as Noted<Found>)[this.#key];
  }

  set(thing: Thing, found: Found): void {
    (thing as Noted<Found>)[this.#key] = found;
  }
}

type Noted<Found> = Record<symbol, Found | undefined>;
