import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What we are measured beside, with the rules that its users have. */
export const versions = {
  'markdownlint-cli2': '0.22.1',
  'remark-cli': '12.0.1',
  'remark-preset-lint-recommended': '7.0.1',
  'remark-preset-lint-consistent': '6.0.1',
  'remark-gfm': '4.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-parse': '11.0.0',
  remark: '15.0.1',
  unified: '11.0.5',
  textlint: '15.8.0',
  'textlint-rule-no-todo': '2.0.1',
  'textlint-rule-max-comma': '4.0.0',
  'textlint-rule-doubled-spaces': '1.0.2',
  'textlint-rule-common-misspellings': '1.0.1',
  'textlint-rule-terminology': '5.2.16',
  'unified-language-server': '4.1.0',
};

const files = {
  '.markdownlint-cli2.jsonc': { config: { MD013: false } },
  '.remarkrc.json': {
    plugins: [
      'remark-frontmatter',
      'remark-gfm',
      'remark-preset-lint-recommended',
      'remark-preset-lint-consistent',
    ],
  },
  '.textlintrc.json': {
    rules: {
      'no-todo': true,
      'max-comma': true,
      'doubled-spaces': true,
      'common-misspellings': true,
      terminology: true,
    },
  },
};

const languageServer = `
import { remark } from 'remark';
import { createUnifiedLanguageServer } from 'unified-language-server';
createUnifiedLanguageServer({
  configurationSection: 'remark', packageField: 'remarkConfig', pluginPrefix: 'remark', rcName: '.remarkrc',
  ignoreName: '.remarkignore', processorName: 'remark', processorSpecifier: 'remark', defaultProcessor: remark(),
  plugins: ['remark-frontmatter', 'remark-gfm', 'remark-preset-lint-recommended', 'remark-preset-lint-consistent'],
});
`;

const wholeParse = `
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
const text = readFileSync(process.argv[2], 'utf8');
const start = performance.now();
unified().use(remarkParse).use(remarkGfm).parse(text);
console.log(performance.now() - start);
`;

/** Installs the peers into a folder; gives the arguments to start each with. */
export function installPeers(folder) {
  mkdirSync(folder, { recursive: true });
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies: versions });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest) || readFileSync(manifest, 'utf8') !== wanted) {
    writeFileSync(manifest, wanted);
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0)
      throw new Error('the peers could not be installed; a registry for npm must be within reach');
  }
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify(content));
  writeFileSync(join(folder, 'server.mjs'), languageServer);
  writeFileSync(join(folder, 'whole.mjs'), wholeParse);
  const script = (name, bin = name) => {
    const { bin: bins } = JSON.parse(
      readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'),
    );
    return join(folder, 'node_modules', name, typeof bins === 'string' ? bins : bins[bin]);
  };
  return {
    markdownlint: (target) => [script('markdownlint-cli2'), `${target}/**/*.md`],
    remark: (target) => [script('remark-cli', 'remark'), '--quiet', target],
    textlint: (target) => [script('textlint'), target],
    languageServer: [join(folder, 'server.mjs')],
    wholeParse: (file) => [join(folder, 'whole.mjs'), file],
  };
}
