import type { Plugin } from 'esbuild';

export const unoptimisedPlugin: Plugin;
/** Every private field of a bundle under a plain name of its own. Throws a SyntaxError for what is no JavaScript. */
export function withPlainFields(code: string): string;
