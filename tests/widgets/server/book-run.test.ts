import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { batchBench } from '../../../widgets/experiments/batch-bench/widget.ts';
import { bookRunAt } from '../../../widgets/server/book-run.ts';
import { defaults } from '../../../widgets/kit/contract/params.ts';

// One bit of one file is not what was published.
vi.mock('../../../widgets/run/data/data-file.ts', () => ({
  dataFile: (name: string) => {
    const bytes = Uint8Array.from(readFileSync(`public/data/${name}`));
    if (name === 'azure-code.bin') bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    return Promise.resolve(bytes);
  },
}));

const where = '/lessons/some-lesson/, experiment "some-id"';
const settings = { ...defaults(batchBench.params), requests: 1000 };

test('altered data stop the build, with the lesson, the experiment and the file', async () => {
  const altered = bookRunAt(where, batchBench, { ...settings, arrivalProcess: 'azure-code' });
  await expect(altered).rejects.toThrow(/some-lesson.*some-id.*azure-code\.bin differs/);
});

test('data as published give an outcome', async () => {
  const fine = bookRunAt(where, batchBench, { ...settings, arrivalProcess: 'azure' });
  await expect(fine).resolves.toHaveProperty('outcome.stable', true);
});
