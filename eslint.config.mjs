import { existsSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env'], MemberExpression[object.name='process'][property.value='env']",
  message: 'Only platform/config/ reads the environment.',
};
const forgetful = {
  paths: [{
    name: '@nestjs/cqrs',
    importNames: ['EventBus', 'AggregateRoot', 'EventsHandler', 'EventPublisher', 'IEventHandler'],
    message: 'It forgets what was published. Aggregates record; @Subscriber classes handle (platform/events).',
  }],
};

/** Rules that need types: nothing that was promised is left unawaited or unhandled. */
const promises = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
};

const plain = {
  'no-restricted-imports': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { args: 'after-used', argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' }],
  'no-debugger': 'error',
  'no-constant-binary-expression': 'error',
  'no-self-compare': 'error',
  'no-unreachable': 'error',
  'no-unsafe-finally': 'error',
  'no-dupe-keys': 'error',
  'no-cond-assign': 'error',
  'no-eval': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
};

/** The folders whose types are known (each by its own tsconfig.json) get the rules about promises, too. */
const typed = ['tsconfig.json', 'web/tsconfig.json', 'embedded/tsconfig.json', 'test/tsconfig.json'].filter((file) => existsSync(file));

export default [
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  { ignores: ['node_modules/', '**/dist/', '.foyer/', 'client/schema.d.ts', 'web/dist/', 'coverage/'] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser, parserOptions: { project: typed, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { ...plain, ...promises },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { sourceType: 'module' }, plugins: { '@typescript-eslint': tseslint.plugin }, rules: plain },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  {
    files: ['src/**/*.{ts,tsx}', 'migrations/**/*.ts'],
    ignores: ['**/*.spec.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', environment], 'no-console': 'error', '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }] },
  },
  { files: ['src/platform/config/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src/**/*.{ts,tsx}'], ignores: ['src/platform/**', '**/*.spec.{ts,tsx}'], rules: { 'no-restricted-imports': ['error', forgetful] } },
];
