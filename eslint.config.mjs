// What the compiler cannot see: purity, where TF.js may be known, and the one door into the DOM.
import { readFileSync } from 'node:fs';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const pure = JSON.parse(readFileSync(new URL('tsconfig.pure.json', import.meta.url), 'utf8'));

const EVERYWHERE = [
  {
    selector: 'MemberExpression[property.name=/^(dataSync|arraySync)$/]',
    message:
      'A synchronous read can give a wrong value on WebGPU; await data() behind the watchdog.',
  },
];
const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'One name everywhere: export by name.',
};
const ONE_DOOR = [
  {
    selector:
      'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Markup enters the page only through setMarkup of widgets/run/page/trusted-types.ts.',
  },
  {
    selector:
      'CallExpression > MemberExpression.callee[property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString)$/]',
    message: 'Markup enters the page only through setMarkup of widgets/run/page/trusted-types.ts.',
  },
  {
    selector:
      'CallExpression > MemberExpression.callee[object.name="document"][property.name=/^write/]',
    message: 'Markup enters the page only through setMarkup of widgets/run/page/trusted-types.ts.',
  },
];
const TENSORFLOW = {
  group: ['@tensorflow/*'],
  message: 'Only the engine, the lab and learners know TF.js.',
};
const imports = (pattern) => [
  'error',
  {
    patterns: [
      { ...pattern, allowTypeImports: true },
      { group: ['d3'], message: 'Import the submodule (d3-scale): d3 costs twice as much.' },
    ],
  },
];
const notHere = (name) => ({
  name,
  message: `A pure file gives the same answer anywhere: no ${name}.`,
});

export default defineConfig(
  {
    ignores: [
      '.astro/',
      '.cache/',
      'dist/',
      'dist-offline/',
      'dist-pdf/',
      'dist-epub/',
      'dist-experiments/',
      'dist-instructor/',
      'node_modules/',
      'playwright-report/',
      'test-results/',
    ],
  },
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  astro.configs.recommended,
  {
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, ...ONE_DOOR],
      '@typescript-eslint/no-restricted-imports': imports(TENSORFLOW),
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // Index signatures are read with brackets (noPropertyAccessFromIndexSignature).
      '@typescript-eslint/dot-notation': 'off',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['*.config.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, ...ONE_DOOR, NO_DEFAULT_EXPORT],
    },
  },
  {
    files: ['widgets/run/page/trusted-types.ts'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, NO_DEFAULT_EXPORT] },
  },
  {
    files: [
      'widgets/engine/**',
      'widgets/run/lab/**',
      'widgets/experiments/*/learner/**',
      'tests/**',
      'scripts/bench/**',
    ],
    rules: {
      '@typescript-eslint/no-restricted-imports': imports({
        group: ['@tensorflow/tfjs'],
        message: 'The union package pulls in layers, data and converter: import the parts.',
      }),
    },
  },
  {
    files: ['**/*.d.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: pure.include,
    ignores: pure.exclude,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Date', 'fetch', 'performance', 'crypto', 'setTimeout', 'setInterval', 'process'].map(
          notHere,
        ),
        ...['document', 'window', 'navigator', 'localStorage', 'globalThis', 'self'].map(notHere),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Draw from kit/numbers/random.ts, seeded.' },
      ],
    },
  },
);
