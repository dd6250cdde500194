import { describe, expect, it, test, vi } from 'vitest';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { RunCache } from '../../../../widgets/kit/record/run-cache.ts';
import { runKey } from '../../../../widgets/kit/record/run-key.ts';
import {
  recordOf,
  resultOf,
  runnable,
  areAlike,
  type RunResult,
} from '../../../../widgets/kit/record/run-record.ts';
import { RunsAtHand } from '../../../../widgets/kit/record/runs-at-hand.ts';
import { toy } from '../toy.ts';

describe('a run record', () => {
  const settings = { x: 2, slope: 3, colour: 'red', dots: '', seed: 1 };

  it('has every measure of its outcome, and why one has no value, from one reading of them', () => {
    let read = 0;
    const y = { ...toy.measures['y'], of: () => ((read += 1), 0) };
    const counted = { ...toy, measures: { ...toy.measures, y } } as AnyWidget;
    const run = resultOf(counted, settings, { y: 0 }, 'wasm');
    expect(run.measures).toEqual({ y: 0, part: null });
    expect(run.why).toEqual({ part: 'nothing is there' });
    expect(read).toBe(1);
    expect(recordOf(run)).toEqual({
      widget: 'toy-line',
      version: 2,
      settings,
      measures: { y: 0, part: null },
      backend: 'wasm',
    });
  });

  it('is named the same for the same run, however its settings are ordered', () => {
    const turned = Object.fromEntries(Object.entries(settings).reverse());
    expect(runKey(runnable(toy, turned))).toBe(runKey(runnable(toy, settings)));
    expect(areAlike(runnable(toy, turned), resultOf(toy, settings, { y: 6 }, 'sim'))).toBe(true);
  });

  it.each([
    ['another seed', { ...toy }, { ...settings, seed: 2 }],
    ['another version', { ...toy, version: 3 }, settings],
    ['another widget', { ...toy, tag: 'toy-lines' }, settings],
    ['a text that looks like a number', { ...toy }, { ...settings, seed: '1' }],
  ])('of %s has another name', (_, widget, other) => {
    expect(areAlike(runnable(widget, other), runnable(toy, settings))).toBe(false);
  });
});

describe('a cache of runs', () => {
  const run = (x: number) => runnable(toy, { x });

  it('gives back what was kept of a run, the latest when it was kept twice', () => {
    const cache = new RunCache<string>(3);
    cache.add(run(1), 'one');
    expect(cache.get(run(1))).toBe('one');
    cache.add(run(1), 'one again');
    expect(cache.get(run(1))).toBe('one again');
    expect(cache.get(run(2))).toBeUndefined();
  });

  it('forgets what was added longest ago when there is more than it holds', () => {
    const cache = new RunCache<number>(3);
    for (const x of [1, 2, 3, 1, 4]) cache.add(run(x), x);
    expect(cache.latest).toEqual([4, 1, 3]);
    expect(cache.get(run(2))).toBeUndefined();
  });

  it('forgets everything when it is told to', () => {
    const cache = new RunCache<number>(3);
    cache.add(run(1), 1);
    cache.forget();
    expect(cache.latest).toEqual([]);
  });
});

const params = {
  rows: { kind: 'number', place: 'first', label: 'Rows', min: 0, max: 9, step: 1, default: 1 },
  cut: { kind: 'number', place: 'first', label: 'Cut', min: 0, max: 9, step: 1, default: 0 },
};
const measures = { length: { label: 'Length', digits: 0, of: (text: string) => text.length } };
const plain = { tag: 'plain', version: 1, params, measures } as unknown as AnyWidget;
/** Rows make the model, the cut only uses it. */
const frugal = {
  ...plain,
  reuse: (settings: AnySettings, run: RunResult) =>
    settings['rows'] === run.settings['rows'] ? `cut anew at ${settings['cut']}` : undefined,
} as unknown as AnyWidget;

const ran = (rows: number, cut = 0, backend = 'wasm'): RunResult =>
  resultOf(plain, { rows, cut }, `${rows} rows, cut at ${cut}`, backend);
const book = ran(1, 0, '');
const outcomeOf = (runs: RunsAtHand, rows: number, cut: number): unknown =>
  runs.find({ rows, cut }, ran(9))?.outcome;

describe('the runs at hand', () => {
  test('what has been run is there again, the book’s own run too, and names what it ran on', () => {
    const runs = new RunsAtHand(plain, book);
    runs.keep(ran(2));
    expect(outcomeOf(runs, 1, 0)).toBe('1 rows, cut at 0');
    expect(runs.find({ rows: 1, cut: 0 }, ran(9))?.backend).toBe('');
    expect(runs.find({ rows: 2, cut: 0 }, ran(9))?.backend).toBe('wasm');
    expect(outcomeOf(runs, 3, 0)).toBeUndefined();
    expect(outcomeOf(runs, 2, 5)).toBeUndefined();
  });

  test('a run of the same model answers for other uses of it, as a run of its own on the same back end', () => {
    const runs = new RunsAtHand(frugal, book);
    runs.keep(ran(2));
    expect(outcomeOf(runs, 1, 5)).toBe('cut anew at 5');
    expect(outcomeOf(runs, 2, 0)).toBe('2 rows, cut at 0');
    expect(outcomeOf(runs, 3, 5)).toBeUndefined();
    expect(runs.find({ rows: 2, cut: 5 }, ran(9))).toMatchObject({
      settings: { rows: 2, cut: 5 },
      measures: { length: 'cut anew at 5'.length },
      backend: 'wasm',
    });
  });

  test('under a dragging hand only the latest run answers, and nothing is measured', () => {
    const of = vi.fn(measures.length.of);
    const counted = { ...frugal, measures: { length: { ...measures.length, of } } };
    const runs = new RunsAtHand(counted as unknown as AnyWidget, book);
    expect(runs.drag({ rows: 1, cut: 0 }, ran(9))).toBeUndefined();
    expect(runs.drag({ rows: 9, cut: 0 }, ran(9))?.outcome).toBe('9 rows, cut at 0');
    expect(runs.drag({ rows: 9, cut: 4 }, ran(9))).toEqual({
      settings: { rows: 9, cut: 4 },
      outcome: 'cut anew at 4',
      backend: 'wasm',
    });
    expect(of).not.toHaveBeenCalled();
  });

  test('where the hand lets go, the run is the very one that it has dragged to', () => {
    const reuse = vi.fn((_: AnySettings, __: RunResult) => ({ length: 3 }));
    const runs = new RunsAtHand({ ...frugal, reuse } as unknown as AnyWidget, book);
    const dragged = runs.drag({ rows: 9, cut: 4 }, ran(9));
    const found = runs.find({ cut: 4, rows: 9 }, ran(9));
    expect(found?.outcome).toBe(dragged?.outcome);
    expect(found?.settings).toBe(dragged?.settings);
    expect(found?.measures).toEqual({ length: 3 });
    expect(runs.find({ rows: 9, cut: 5 }, ran(9))?.outcome).not.toBe(dragged?.outcome);
    runs.keep(ran(8));
    expect(runs.find({ rows: 9, cut: 4 }, ran(9))?.outcome).not.toBe(dragged?.outcome);
  });

  test('another back end computes anew: only the book’s own run stays', () => {
    const runs = new RunsAtHand(plain, book);
    runs.keep(ran(2));
    runs.forget();
    expect(outcomeOf(runs, 2, 0)).toBeUndefined();
    expect(runs.record({ rows: 2, cut: 0 })).toBeUndefined();
    expect(outcomeOf(runs, 1, 0)).toBe('1 rows, cut at 0');
  });

  test('the oldest outcome goes when there are more than anybody takes back, but neither its record nor the book’s own', () => {
    const runs = new RunsAtHand(plain, book);
    for (let cut = 0; cut <= 20; cut += 1) runs.keep(ran(5, cut));
    expect(outcomeOf(runs, 5, 0)).toBeUndefined();
    expect(outcomeOf(runs, 5, 1)).toBe('5 rows, cut at 1');
    expect(outcomeOf(runs, 1, 0)).toBe('1 rows, cut at 0');
    expect(runs.record({ rows: 5, cut: 0 })?.measures).toEqual({ length: 16 });
  });

  test('what the reader has run is a point of a curve, without its outcome; the book’s own is not', () => {
    const runs = new RunsAtHand(plain, book);
    runs.keep(ran(2));
    expect(runs.record({ rows: 2, cut: 0 })).toEqual(recordOf(ran(2)));
    expect(runs.record({ rows: 1, cut: 0 })).toBeUndefined();
  });

  test('a curve over what only uses a model is known from one run of it', () => {
    const list = [1, 2, 3].map((cut) => ({ rows: 4, cut }));
    const [runs, none] = [new RunsAtHand(frugal, undefined), new RunsAtHand(plain, undefined)];
    runs.reuse([...list, { rows: 5, cut: 1 }], [ran(9), ran(4)]);
    none.reuse(list, [ran(4)]);
    expect(list.map((one) => runs.record(one)?.backend)).toEqual(['wasm', 'wasm', 'wasm']);
    expect(runs.record({ rows: 5, cut: 1 })).toBeUndefined();
    expect(list.map((one) => none.record(one))).toEqual([undefined, undefined, undefined]);
  });
});
