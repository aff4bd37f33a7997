import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jest from '../../jest.config.mjs';

const { mutate, specs, report } = JSON.parse(process.env.FOYER_MUTATION);

/** Run by run.mjs, from the project's root; what it says there is only what goes wrong. */
export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { projectType: 'custom', config: { ...jest, testMatch: specs.map((spec) => `<rootDir>/${spec}`) }, enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  mutate,
  concurrency: 2,
  incremental: false,
  // A copy beside the project would be a second one to Jest, and to everything else that looks through the folders.
  tempDirName: join(tmpdir(), 'foyer-mutation'),
  ignorePatterns: ['*', '!src/**', '!client/**', '!web/**', '!package.json', '!tsconfig.json', '!jest.config.mjs'],
  disableTypeChecks: false, // types are stripped, not checked
  warnings: { slow: false }, // what is made once for a file is mutated like the rest
  timeoutMS: 10_000,
  reporters: ['json'],
  jsonReporter: { fileName: report },
  allowConsoleColors: false,
  fileLogLevel: 'off',
  logLevel: 'warn',
};
