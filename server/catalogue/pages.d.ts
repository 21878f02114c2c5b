/** The pages of this folder, put in by the bundler and the test runner (scripts/catalogue.mjs). */
declare module 'catalogue:pages' {
  const pages: readonly import('./library.ts').Page[];
  export default pages;
}
