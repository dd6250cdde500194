// How many tests passed and failed, read from the runners' own reports. A report that is missing or empty is a failure.

const BROKEN = { passed: 0, failed: 1, skipped: 0 };

function checked(counts) {
  return counts.passed + counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Counts of a Vitest JSON report; a test file that could not even be loaded counts as one failure. */
export function unitCounts(report) {
  if (!report) return BROKEN;
  const unloaded = report.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return checked({
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  });
}

/** Counts of a Playwright JSON report; a test that passes only at the second try counts as failed. */
export function browserCounts(report) {
  if (!report) return BROKEN;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return checked({
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
  });
}

/** The sum of several groups. */
export function addUp(groups) {
  const sum = { passed: 0, failed: 0, skipped: 0, kept: 0 };
  for (const group of groups) for (const key of Object.keys(sum)) sum[key] += group[key] ?? 0;
  return sum;
}

/** The line that a run ends with; what was kept has passed. */
export function lastLine({ passed, failed, skipped, kept = 0 }) {
  return `${passed + kept} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
