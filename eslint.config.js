import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import { roomFences } from './test/architecture/room-fences.js';

/** What every file obeys, whichever room it lives in. */
const houseRules = {
  'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 14],
  'no-console': 'error',
  'no-empty': ['error', { allowEmptyCatch: false }],
  eqeqeq: 'error',
  'import-x/no-default-export': 'error',
  'import-x/no-cycle': ['error', { ignoreExternal: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
};

/** Time and the environment are arguments: each is read in one file only. */
const handedIn = {
  'no-restricted-syntax': [
    'error',
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'Take the time from the clock you were handed.',
    },
    {
      selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
      message: 'Take the time from the clock you were handed.',
    },
    {
      selector: "MemberExpression[object.name='process'][property.name='env']",
      message: 'Settings are read in config.ts only.',
    },
    { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  ],
};

export default defineConfig([
  globalIgnores([
    'dist/',
    'data/',
    'coverage/',
    'preview/',
    'src/storage/generated/',
    'src/platforms/rehearsal/page/',
  ]),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    rules: { ...houseRules, ...handedIn },
  },
  ...roomFences,
  {
    files: ['src/main.ts', 'src/cli/bcp.ts', 'src/kit/clock.ts', 'src/config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['src/cli/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', '*.ts'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      'import-x/no-default-export': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
]);
