import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

const builtins = builtinModules.filter((name) => !name.startsWith('_')).join('|');
const outside = `^(node:|vscode|(${builtins})(/|$))`;

/** A pure room: it does not know the rooms `forbidden`, nor the world. docs/architecture.md says why. */
const room = (name, forbidden) => ({
  files: [`server/${name}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: forbidden.map((other) => `**/${other}/**`),
            message: `${name}/ does not know this room (docs/architecture.md).`,
          },
          { regex: outside, message: `${name}/ is pure: no Node built-in, no protocol.` },
        ],
      },
    ],
    'no-restricted-globals': [
      'error',
      'process',
      'Buffer',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'performance',
      'fetch',
      'require',
      'console',
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now' },
      { object: 'Math', property: 'random' },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
        message: 'Today is an argument.',
      },
    ],
  },
});

export default defineConfig(
  {
    ignores: [
      'dist/**',
      'coverage/**',
      '**/node_modules/**',
      '.vscode-test/**',
      '**/*.d.ts',
      'test/editor/workspace/**',
    ],
  },
  js.configs.recommended,
  {
    rules: {
      // `[^\x00-\x7F]` is everything that is not ASCII.
      'no-control-regex': 'off',
      // The ideographic space is a character like others here.
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'URL',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'AbortSignal',
          'performance',
          'Buffer',
          'window',
          'document',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  room('text', ['document', 'catalogue', 'assess', 'features', 'lsp', 'cli']),
  room('document', ['catalogue', 'assess', 'features', 'lsp', 'cli']),
  room('catalogue', ['document', 'assess', 'features', 'lsp', 'cli']),
  room('assess', ['features', 'lsp', 'cli']),
  room('features', ['lsp', 'cli']),
);
