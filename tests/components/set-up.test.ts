import { expect, test } from 'vitest';
import { setUp } from '../../src/components/set-up.ts';

const PAGE = '/lessons/latency-and-throughput/';
const FILE =
  'content/ml-systems-in-production/research-and-production/01-latency-and-throughput.mdx';
const BENCH = 'latency-batching';

test('words that set an experiment up know the address that says the same, and what is to be predicted first', () => {
  const one = setUp(PAGE, { of: 'latency-tail', when: { fanOut: 7 } });
  expect(one.link).toMatch(/^\?latency-tail\.fanOut=7&latency-tail\.v=\d+#latency-tail$/);
  expect(one.after).toEqual(['latency-predict-slower']);
  const curve = setUp(PAGE, { of: BENCH, when: { maxBatch: 32, maxWait: 50 } });
  expect(curve.veil).toBe('latency-predict-eight');
  expect(curve.after).toEqual(['latency-predict-eight', 'latency-predict-curve']);
});

test('words that set what waits for a prediction wait for it too', () => {
  const one = setUp('/lessons/data-in-production/', { of: 'sms-filter', situation: 'rare' });
  expect(one.after).toEqual(['sms-predict-caught', 'sms-predict-precision']);
});

test('words that draw a curve say so in their address', () => {
  const one = setUp(PAGE, { of: BENCH, spread: { param: 'arrivals', measure: 'meanWait' } });
  expect(one.link).toMatch(
    /^\?latency-batching\.spread=arrivals%2CmeanWait&latency-batching\.v=\d+#latency-batching$/,
  );
  expect(one.after).toEqual(['latency-predict-eight']);
});

test('a situation is its settings', () => {
  const { when } = setUp(PAGE, { of: BENCH, situation: 'one-in-10', when: { seed: 2 } });
  expect(when).toMatchObject({ fixedCost: 10, seed: 2 });
});

test.each([
  [{ of: 'latency-batchin' }, /has no experiment with that id; it has latency-batching/],
  [{ of: BENCH, when: { maxBatches: 8 } }, /no setting "maxBatches"; it has/],
  [{ of: BENCH, when: { maxBatch: 9000 } }, /maxBatch cannot be 9000; 128 would be used/],
  [{ of: BENCH, spread: { param: 'discipline', measure: 'p99' } }, /"discipline" cannot be spread/],
  [{ of: BENCH, spread: { param: 'arrivals', measure: 'p98' } }, /no measure "p98"; there are/],
  [{ of: BENCH, situation: 'none' }, /no situation "none"; it has one-in-10/],
  [{ of: BENCH, wen: { maxBatch: 8 } }, /no "wen"; it takes of, situation, when, spread/],
] as const)('a mistake (%j) stops the build and names the file', (props, said) => {
  expect(() => setUp(PAGE, props)).toThrow(`${FILE}:`);
  expect(() => setUp(PAGE, props)).toThrow(said);
});
