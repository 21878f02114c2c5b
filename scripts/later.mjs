// Packages that most runs never need are loaded at their first use: the bundler puts small functions in their place.

import { fileURLToPath } from 'node:url';

/** By package, the functions that are used of it; `default` is its default export. Only functions and classes can wait. */
const waiting = {
  yaml: ['isAlias', 'isMap', 'isScalar', 'isSeq', 'LineCounter', 'parseDocument'],
  unified: ['unified'],
  'remark-parse': ['default'],
  'remark-gfm': ['default'],
  ignore: ['default'],
  'fastest-levenshtein': ['distance'],
  'string-width': ['default'],
  'node:crypto': ['createHash'],
};

/** They wait in the bundle itself. */
export const laterPlugin = pluginWith(inBundle);

/** The large ones wait in files beside the bundle, which is then the sooner compiled. */
export const besidePlugin = pluginWith((name) =>
  fileOf[name] ? `require('./${fileOf[name]}.js')['${name}']` : inBundle(name),
);

const fileOf = { yaml: 'yaml', unified: 'markdown', 'remark-parse': 'markdown', 'remark-gfm': 'markdown' };

/** Entry points behind `later:`: the files beside the bundle. */
export const packages = [...new Set(Object.values(fileOf))];

function pluginWith(load) {
  return {
    name: 'later',
    setup({ onResolve, onLoad }) {
      for (const [name, functions] of Object.entries(waiting)) {
        onResolve({ filter: new RegExp(`^${name}$`) }, async ({ importer, kind, namespace, resolveDir }) => {
          const ours =
            namespace === 'file' &&
            /[/\\](?:server|client)[/\\]/.test(importer.replace(/.*node_modules/, ''));
          if (!ours || kind !== 'import-statement') return undefined;
          return { path: name, namespace: 'later', pluginData: { resolveDir, functions } };
        });
      }
      onResolve({ filter: new RegExp(`^\\./(?:${packages.join('|')})\\.js$`) }, ({ path, namespace }) =>
        namespace === 'later' ? { path, external: true } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'later' }, ({ path, pluginData: { resolveDir, functions } }) => ({
        contents: functions.map((name) => wrapper(load(path), name)).join('\n'),
        loader: 'js',
        resolveDir,
      }));
      onResolve({ filter: /^later:/ }, ({ path }) => ({ path, namespace: 'packages' }));
      onLoad({ filter: /.*/, namespace: 'packages' }, ({ path }) => {
        const names = Object.keys(fileOf).filter((name) => path === `later:${fileOf[name]}`);
        return {
          contents: `module.exports = { ${names.map(getter).join(', ')} };`,
          loader: 'js',
          resolveDir: fileURLToPath(new URL('..', import.meta.url)),
        };
      });
      // Commander starts programs for subcommands that are files of their own; we have none.
      onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        /[/\\]commander[/\\]/.test(importer) ? { path: 'child_process', namespace: 'never' } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'never' }, () => ({
        contents: 'module.exports = {};',
        loader: 'js',
      }));
    },
  };
}

function inBundle(name) {
  return `require('${name}')`;
}

const wrapper = (module, name) =>
  name === 'default'
    ? `export default function (...given) { const m = ${module}; return (m.default ?? m).apply(this, given); }`
    : `export function ${name}(...given) { const f = ${module}.${name}; return new.target ? new f(...given) : f(...given); }`;

const getter = (name) => `get '${name}'() { return ${inBundle(name)}; }`;
