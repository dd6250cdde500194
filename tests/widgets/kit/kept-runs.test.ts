import { expect, test } from 'vitest';
import { KeptRuns, type KeptRun } from '../../../widgets/kit/record/kept-runs.ts';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';

const params = {
  rows: { kind: 'number', place: 'first', label: 'Rows', min: 0, max: 9, step: 1, default: 1 },
  cut: { kind: 'number', place: 'first', label: 'Cut', min: 0, max: 9, step: 1, default: 0 },
};
const plain = { params } as unknown as AnyWidget;
const frugal = {
  params,
  reuse: (settings: { rows: number; cut: number }, ran: KeptRun['ran']) =>
    settings.rows === ran.settings['rows'] ? `cut anew at ${settings.cut}` : undefined,
} as unknown as AnyWidget;
const ran = (rows: number, cut = 0): KeptRun['ran'] => ({
  settings: { rows, cut },
  outcome: `${rows} rows, cut at ${cut}`,
  measures: {},
});
const kept = (rows: number, cut = 0): KeptRun => ({
  ran: ran(rows, cut),
  backend: 'wasm',
  title: 'WASM',
});
const outcomeOf = (runs: KeptRuns, rows: number, cut: number, isDrag = false): unknown =>
  runs.find({ rows, cut }, kept(9), isDrag)?.outcome;

test('what has been run is there again, the book’s own run too, and names what it ran on', () => {
  const runs = new KeptRuns(plain, ran(1));
  runs.keep(kept(2));
  expect(outcomeOf(runs, 1, 0)).toBe('1 rows, cut at 0');
  expect(runs.find({ rows: 1, cut: 0 }, kept(9), false)?.from.title).toBeUndefined();
  expect(runs.find({ rows: 2, cut: 0 }, kept(9), false)?.from.title).toBe('WASM');
  expect(outcomeOf(runs, 3, 0)).toBeUndefined();
  expect(outcomeOf(runs, 2, 5)).toBeUndefined();
});

test('a run of the same model answers for other uses of it', () => {
  const runs = new KeptRuns(frugal, ran(1));
  runs.keep(kept(2));
  expect(outcomeOf(runs, 1, 5)).toBe('cut anew at 5');
  expect(outcomeOf(runs, 2, 0)).toBe('2 rows, cut at 0');
  expect(outcomeOf(runs, 3, 5)).toBeUndefined();
});

test('under a dragging hand only the latest run answers', () => {
  const runs = new KeptRuns(frugal, ran(1));
  expect(outcomeOf(runs, 1, 0, true)).toBeUndefined();
  expect(outcomeOf(runs, 9, 4, true)).toBe('cut anew at 4');
});

test('another back end computes anew: only the book’s own run stays', () => {
  const runs = new KeptRuns(plain, ran(1));
  runs.keep(kept(2));
  runs.forget();
  expect(outcomeOf(runs, 2, 0)).toBeUndefined();
  expect(outcomeOf(runs, 1, 0)).toBe('1 rows, cut at 0');
});

test('the oldest goes when there are more than anybody takes back, but never the book’s own', () => {
  const runs = new KeptRuns(plain, ran(1));
  for (let cut = 0; cut <= 20; cut += 1) runs.keep(kept(5, cut));
  expect(outcomeOf(runs, 5, 0)).toBeUndefined();
  expect(outcomeOf(runs, 5, 1)).toBe('5 rows, cut at 1');
  expect(outcomeOf(runs, 1, 0)).toBe('1 rows, cut at 0');
});
