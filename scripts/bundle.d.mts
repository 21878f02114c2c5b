import type { Plugin } from 'esbuild';

export const cataloguePlugin: Plugin;
export const packingPlugin: Plugin;
