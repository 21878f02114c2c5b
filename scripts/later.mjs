// Packages that most runs never need are loaded at their first use: the bundler puts small functions in their place.

/** By package, the functions that are used of it; `default` is its default export. Only functions and classes can wait. */
const waiting = {
  yaml: ['isAlias', 'isMap', 'isScalar', 'isSeq', 'LineCounter', 'parseDocument'],
  unified: ['unified'],
  'remark-parse': ['default'],
  'remark-gfm': ['default'],
  ignore: ['default'],
  'fastest-levenshtein': ['distance'],
  'string-width': ['default'],
};

export const laterPlugin = {
  name: 'later',
  setup({ onResolve, onLoad }) {
    for (const [name, functions] of Object.entries(waiting)) {
      onResolve({ filter: new RegExp(`^${name}$`) }, async ({ importer, kind, namespace, resolveDir }) => {
        const ours =
          namespace === 'file' && /[/\\](?:server|client)[/\\]/.test(importer.replace(/.*node_modules/, ''));
        if (!ours || kind !== 'import-statement') return undefined;
        return { path: name, namespace: 'later', pluginData: { resolveDir, functions } };
      });
    }
    onLoad({ filter: /.*/, namespace: 'later' }, ({ path, pluginData: { resolveDir, functions } }) => ({
      contents: functions.map((name) => wrapper(path, name)).join('\n'),
      loader: 'js',
      resolveDir,
    }));
    // Commander starts programs for subcommands that are files of their own; we have none.
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[/\\]commander[/\\]/.test(importer) ? { path: 'child_process', namespace: 'never' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'never' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

const wrapper = (path, name) =>
  name === 'default'
    ? `export default function (...given) { const m = require('${path}'); return (m.default ?? m).apply(this, given); }`
    : `export function ${name}(...given) { const f = require('${path}').${name}; return new.target ? new f(...given) : f(...given); }`;
