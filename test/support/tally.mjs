import { appendFileSync } from 'node:fs';

/**
 * A Jest reporter that writes down each file's result at once, so that a run that hangs or is killed
 * still tells what passed, what failed, and which files never ended.
 */
export default class Tally {
  onTestResult(_test, { testFilePath, numPassingTests, numFailingTests, numPendingTests, numTodoTests, perfStats, testExecError }) {
    const broken = testExecError && numFailingTests === 0 ? 1 : 0;
    appendFileSync(process.env.FOYER_TEST_TALLY, `${JSON.stringify({
      file: testFilePath, passed: numPassingTests, failed: numFailingTests + broken, skipped: numPendingTests + numTodoTests,
      seconds: Math.round((perfStats.end - perfStats.start) / 1_000),
    })}\n`);
  }
}
