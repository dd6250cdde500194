import { expect, test } from 'vitest';
import { lastRun, runsIn, type Takes } from '../../src/components/hands/own-run.ts';
import { takeAlong } from '../../src/components/hands/take-along.ts';
import { slugOf } from '../../src/book/reading-order.ts';
import { WIDGETS } from '../../src/book/widgets.ts';
import { addRun } from '../../src/tasks/storage/pure/runs.ts';
import { sideKey } from '../../src/tasks/storage/storage-keys.ts';
import { loadBook } from '../../src/tasks/practice/author/load.ts';
import { defaults, readSettings, type AnySettings } from '../../widgets/kit/contract/params.ts';

const takes: Takes = {
  param: 'model',
  run: 'coins',
  version: 2,
  among: { kind: ['fair', 'bent'] },
  defaults: { kind: 'fair', tosses: 100, seed: 1 },
};
const run = (settings: AnySettings, time: string, more: object = {}) => ({
  run: { widget: 'coins', version: 2, settings, measures: {}, backend: 'sim', ...more },
  state: 'done',
  time,
});
const whole = { kind: 'bent', tosses: 100, seed: 4 };

test('the last run is written with what differs from the defaults', () => {
  const runs = [run({ ...whole, seed: 9 }, '1'), run(whole, '3'), run({ ...whole, seed: 7 }, '2')];
  expect(lastRun(takes, runs)).toBe('coins?kind=bent&seed=4');
  expect(lastRun(takes, [run(takes.defaults, '1')])).toBe('coins');
});

test('runs of other widgets and versions, stopped ones, and those that cannot be taken are passed over', () => {
  const good = run(whole, '1');
  const others = [
    run(whole, '5', { widget: 'dice' }),
    run(whole, '6', { version: 1 }),
    { ...run(whole, '7'), state: 'partial' },
    run({ ...whole, kind: 'two-headed' }, '8'),
  ];
  expect(lastRun(takes, [good, ...others])).toBe('coins?kind=bent&seed=4');
  expect(lastRun(takes, others)).toBeUndefined();
  expect(lastRun(takes, [])).toBeUndefined();
});

test('runs are read as they are stored, and what is no run is passed over', () => {
  const kept = run(whole, '1');
  const runs = addRun({}, 'some-coins', kept as never);
  expect(runsIn(JSON.stringify(runs))).toEqual([kept]);
  const broken = { a: null, b: { recent: [null, 7, { time: '1' }, { run: {}, time: '2' }] }, c: 3 };
  expect(runsIn(JSON.stringify({ ...runs, ...broken }))).toEqual([kept]);
  expect(runsIn('null')).toEqual([]);
  expect(() => runsIn('{')).toThrow();
});

test('they lie where the book keeps them', () => {
  expect(sideKey('runs', 'book', 'web')).toBe('book/web/runs');
});

/** Every experiment of the book with a setting that may name a run of a widget, with each such widget. */
const lending = loadBook().lessons.flatMap((lesson) =>
  lesson.instances.flatMap(({ id, tag }) => {
    const widget = WIDGETS[tag];
    const lenders = Object.keys(WIDGETS).filter(
      (model) =>
        widget &&
        'model' in widget.params &&
        readSettings(widget.params, { model }).unreadable.length === 0,
    );
    return lenders.map((lender) => ({
      page: `/lessons/${slugOf(lesson)}/`,
      of: id,
      widget,
      lender,
    }));
  }),
);

test('what is written can be read by the experiment that takes it', () => {
  expect(lending.length).toBeGreaterThan(0);
  for (const { page, of, widget, lender } of lending) {
    const found = takeAlong(page, { of, param: 'model', run: lender }).takes;
    const own = { ...defaults(WIDGETS[lender]?.params ?? {}), seed: 7 } as AnySettings;
    const named = lastRun(found, [
      {
        run: { widget: lender, version: found.version, settings: own, measures: {}, backend: '' },
        state: 'done',
        time: '1',
      },
    ]);
    const { settings, unreadable } = readSettings(widget?.params ?? {}, { model: named ?? '' });
    expect(unreadable).toEqual([]);
    expect((settings as AnySettings)['model']).toBe(`${lender}?seed=7`);
  }
});

test('an unknown widget or setting stops the build', () => {
  const [{ page, of, lender } = { page: '', of: '', lender: '' }] = lending;
  expect(() => takeAlong(page, { of, param: 'model', run: 'nobody' })).toThrow(
    'no widget "nobody"',
  );
  expect(() => takeAlong(page, { of, param: 'colour', run: lender })).toThrow(
    'no setting "colour"',
  );
  expect(() =>
    takeAlong(page, { of, param: 'model', run: lender, among: { colour: ['red'] } }),
  ).toThrow('colour');
});
