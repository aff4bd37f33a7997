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
  jest: {
    projectType: 'custom',
    config: { ...jest, testMatch: specs.map((spec) => `<rootDir>/${spec}`), setupFiles: [join(import.meta.dirname, 'short-properties.mjs')] },
    enableFindRelatedTests: true,
  },
  coverageAnalysis: 'perTest',
  mutate,
  concurrency: 1,
  // Jest keeps the ES modules of every run: a runner that is kept grows by some 10 MB each, slows down, and in the end dies of it.
  maxTestRunnerReuse: 30,
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
