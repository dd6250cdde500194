import { afterEach, expect, test } from 'vitest';
import { closeAll } from '../../scripts/bench/closing.ts';
import { SMALLEST } from '../../scripts/bench/parts.ts';
import type { Row } from '../../scripts/bench/report.ts';
import { RUNS } from '../../scripts/bench/runs.ts';

afterEach(closeAll);

// Those that need a browser: `tests/pages/bench/`.
test.each(['queue', 'bank'] as const)('the bench measures %s, at its smallest', async (part) => {
  const rows: Row[] = [];
  await RUNS[part](SMALLEST, (row) => rows.push(row));
  expect(rows.length).toBeGreaterThan(0);
  for (const { name, values } of rows) {
    expect(values.length, name).toBeGreaterThan(0);
    for (const value of values) expect(value, name).toSatisfy(Number.isFinite);
  }
});
