import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const TESTS = ['**/*.test.{ts,tsx}', '**/*.fixture.ts', 'tests/**']
const PURE_ROOMS = ['api/src/core/**/*.ts', 'api/src/modules/**/*.rules.ts', 'shared/src/**/*.ts']

const NO_CLOCK = 'A pure room knows no clock: take the day or the instant as an argument.'
const NO_CHANCE = 'A pure room knows no chance: take the value as an argument.'
const NO_FLOAT = 'Money and rates are integers: no float is read or rounded here.'

const noPoolTransaction = {
  selector: "CallExpression[callee.property.name='transaction']",
  message: 'Use withTransaction: drizzle leaks clients of a pool when the network fails around BEGIN.',
}

const noBareCents = {
  selector: "CallExpression[callee.name='Number'] > :matches(Identifier[name=/[cC]ents$/], MemberExpression[property.name=/[cC]ents$/])",
  message: 'Use centsNumber: a plain Number silently loses cents above 9·10^15.',
}

export default defineConfig(
  globalIgnores(['**/node_modules/**', '**/dist/**', '**/.data/**', 'tests/architecture/bad-house/**']),
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      complexity: ['error', 10],
      eqeqeq: ['error', 'smart'],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['api/src/**/*.ts', 'portal/src/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  { files: ['api/src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noPoolTransaction] } },
  { files: ['api/src/modules/**/*.ts'], ignores: TESTS, rules: { 'no-restricted-syntax': ['error', noPoolTransaction, noBareCents] } },
  {
    files: PURE_ROOMS,
    ignores: TESTS,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'A pure room knows no environment.' },
        { name: 'crypto', message: NO_CHANCE },
        { name: 'performance', message: NO_CLOCK },
        { name: 'parseFloat', message: NO_FLOAT },
      ],
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'A pure room does no I/O.' }] }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: NO_CLOCK },
        { object: 'Math', property: 'random', message: NO_CHANCE },
        { object: 'Number', property: 'parseFloat', message: NO_FLOAT },
        { property: 'toFixed', message: NO_FLOAT },
      ],
      'no-restricted-syntax': [
        'error',
        noPoolTransaction,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: NO_CLOCK },
        { selector: "CallExpression[callee.name='Date']", message: NO_CLOCK },
      ],
    },
  },
  { files: TESTS, rules: { 'max-lines-per-function': 'off' } },
)
