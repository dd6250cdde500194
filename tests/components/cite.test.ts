import { expect, test } from 'vitest';
import { cite } from '../../src/components/cite.ts';
import { waitsFor } from '../../src/components/waits-for.ts';
import { yoursValue } from '../../src/components/yours-value.ts';
import { quantity } from '../../widgets/kit/draw/format.ts';

const PAGE = '/lessons/latency-and-throughput/';
const FILE =
  'content/ml-systems-in-production/research-and-production/01-latency-and-throughput.mdx';

test('a number in the text knows its value and the prediction that it would give away', async () => {
  const cited = await cite(PAGE, 'latency-batching.p99', { maxBatch: 8 });
  expect(cited).toMatchObject({ unit: 'ms', guard: 'latency-predict-eight' });
  // The takeaway that the lesson's walk reads on the page after the prediction.
  expect(Math.round(cited.value ?? 0)).toBe(17);
  expect((await cite('/about/', 'latency-batching.p99', { maxBatch: 8 })).guard).toBeUndefined();
});

test('a number in the text is rounded as it is in the figure, to figures where its measure says so', async () => {
  // The line through all years stands at 542.046… trillion in 2028, and at 35,879.16 in 2032.
  const page = '/lessons/mind-or-data/';
  const cited = await cite(page, 'sizes-span.forecast', { until: 2032 });
  expect(cited.figures).toBe(3);
  expect(quantity(cited.value, cited)).toBe('35,900\u00a0trillion');
  const how = JSON.stringify({ digits: 0, unit: cited.unit, figures: cited.figures });
  const shown = { settings: '{}', how, measure: 'forecast' };
  expect(yoursValue(shown, { settings: {}, measures: { forecast: 35_879.16 } })).toBe(
    '35,900\u00a0trillion',
  );
});

test('a number in the text is quoted from any run that differs only in what no measure depends on', async () => {
  const cited = await cite('/lessons/more-than-a-model/', 'first-slip.accuracy', { columns: 1 });
  expect(cited.settings).toHaveProperty('drawing');
  expect(cited.asked).not.toHaveProperty('drawing');
  expect(cited.asked).toMatchObject({ columns: 1, units: 4 });
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

test('words wait for a prediction of their own lesson; any other stops the build', () => {
  expect(waitsFor(PAGE, 'latency-predict-eight')).toBe('latency-predict-eight');
  // It is asked, and is no prediction; it is none of this lesson.
  for (const id of ['latency-fan-out', 'sizes-predict-2020']) {
    expect(() => waitsFor(PAGE, id)).toThrow(
      `${FILE}, <After of="${id}">: this lesson asks for no such prediction; it has latency-predict-eight`,
    );
  }
});
