// What the bundler needs to know of this project, shared by the build and by the scripts written in TypeScript.
import { catalogueFolder, readPages } from './catalogue.mjs';

/** Resolves `catalogue:pages` to the pages. */
export const cataloguePlugin = {
  name: 'catalogue',
  setup(build) {
    build.onResolve({ filter: /^catalogue:pages$/ }, ({ path }) => ({ path, namespace: 'catalogue' }));
    build.onLoad({ filter: /.*/, namespace: 'catalogue' }, () => {
      const pages = readPages();
      const files = pages.map(({ path }) => catalogueFolder + path);
      return {
        contents: JSON.stringify(pages),
        loader: 'json',
        watchFiles: files,
        watchDirs: [...new Set(files.map((file) => file.replace(/[^/\\]*$/, '')))],
      };
    });
  },
};
