/** Native ES modules: every command that runs Jest sets NODE_OPTIONS=--experimental-vm-modules (test/run.mjs does). */
const transform = {
  '^.+\\.tsx?$': ['@swc/jest', {
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic', importSource: 'preact' } },
    },
  }],
};
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.foyer'],
  transform,
};
export default base;
