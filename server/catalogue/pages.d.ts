/** The pages of this folder, put in by the bundler and the test runner (scripts/catalogue.mjs). */
declare module 'catalogue:pages' {
  const pages: readonly import('./library.ts').Page[];
  export default pages;
}

/** What the bundler makes of them beforehand (scripts/bundle.mjs). */
declare module 'catalogue:ready' {
  /** The pages themselves, unpacked at every call: for whoever edits one. */
  export const pages: () => readonly import('./library.ts').Page[];
  export const catalogue: import('./requirement.ts').Catalogue;
  /** Its words, compiled. */
  export const tables: import('../assess/library.ts').Tables;
}
