/** Writes the counts of a vitest run, and the name of every skipped test, to the file named by XINGLIN_TEST_SUMMARY. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export interface TestSummary {
  passed: number;
  failed: number;
  skipped: string[];
}

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env['XINGLIN_TEST_SUMMARY'];
    if (file === undefined) return;
    const summary: TestSummary = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) {
      // A module that could not even be loaded holds no tests, yet it is a failure.
      if (module.errors().length > 0) summary.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') summary.passed += 1;
        else if (state === 'failed') summary.failed += 1;
        else summary.skipped.push(test.fullName);
      }
    }
    writeFileSync(file, JSON.stringify(summary));
  }
}
