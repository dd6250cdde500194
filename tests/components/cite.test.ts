import { expect, test } from 'vitest';
import { cite } from '../../src/components/cite.ts';

const PAGE = '/lessons/latency-and-throughput/';
const FILE = 'content/ml-systems-in-production/01-latency-and-throughput.mdx';

test('a number in the text knows its value and the prediction that it would give away', async () => {
  const cited = await cite(PAGE, 'latency-batching.p99', { maxBatch: 8 });
  expect(cited).toMatchObject({ unit: 'ms', guard: 'latency-predict-eight' });
  // The takeaway that the lesson's walk reads on the page after the prediction.
  expect(Math.round(cited.value ?? 0)).toBe(17);
  expect((await cite('/about/', 'latency-batching.p99', { maxBatch: 8 })).guard).toBeUndefined();
});

test.each([
  ['latency-batchin.p99', {}, /no lesson holds an experiment with the id latency-batchin/],
  ['latency-batching.p98', {}, /no measure "p98"; it has/],
  ['latency-batching.p99', { maxBatches: 8 }, /no setting "maxBatches"; it has/],
  ['latency-batching.p99', { maxBatch: 9000 }, /maxBatch cannot be 9000; 128 would be used/],
])('a wrong number (%s, %j) stops the build and names the lesson', async (of, when, said) => {
  const error = await cite(PAGE, of, when as Record<string, number>).catch((e: unknown) => e);
  expect(String(error)).toContain(`${FILE}, <Yours of="${of}">`);
  expect(String(error)).toMatch(said);
});

test('a number with a misspelt prop, or without what it quotes, stops the build', async () => {
  await expect(cite(PAGE, 'latency-batching.p99', {}, ['wen'])).rejects.toThrow(
    `${FILE}, <Yours of="latency-batching.p99">: there is no "wen"; it takes of, when, digits`,
  );
  await expect(cite(PAGE, undefined, {})).rejects.toThrow(/of names an experiment and a measure/);
});
