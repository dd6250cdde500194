import { closeAll } from '../../../scripts/bench/closing.ts';
import { SMALLEST } from '../../../scripts/bench/parts.ts';
import type { Row } from '../../../scripts/bench/report.ts';
import { RUNS } from '../../../scripts/bench/runs.ts';
import { expect, test } from '../book.ts';

// One after the other, in one browser.
test.describe.configure({ mode: 'default' });
test.afterAll(closeAll);

for (const part of ['sweeps', 'grades', 'weights', 'pages'] as const) {
  test(`the bench measures ${part}, at its smallest`, async () => {
    const rows: Row[] = [];
    await RUNS[part](SMALLEST, (row) => rows.push(row));
    expect(rows.length).toBeGreaterThan(1);
    for (const { name, values } of rows) {
      expect(values.length, name).toBeGreaterThan(0);
      // On a busy machine a run may be over before it can be stopped: then there is nothing to measure.
      if (/\bstop\b/.test(name)) continue;
      for (const value of values) expect(value, name).toBeGreaterThanOrEqual(0);
    }
  });
}
