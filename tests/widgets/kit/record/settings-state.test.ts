import { describe, expect, it, test } from 'vitest';
import { defaults, type AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { History } from '../../../../widgets/kit/record/history.ts';
import { SettingsState } from '../../../../widgets/kit/record/settings-state.ts';
import { toy, toyParams } from '../toy.ts';

describe('history', () => {
  it('undoes, redoes, and forgets what was undone when something new is set', () => {
    const history = new History('a');
    history.add('b');
    history.add('c');
    expect(history.move(-1)).toBe('b');
    expect(history.move(1)).toBe('c');
    history.move(-1);
    history.add('d');
    expect([history.canRedo, history.move(-1), history.move(-1), history.canUndo]).toEqual([
      false,
      'b',
      'a',
      false,
    ]);
  });

  it('does not lead behind a decision that is final, and on from there as ever', () => {
    const history = new History('a');
    history.add('b');
    history.add('final');
    history.seal();
    expect([history.canUndo, history.isSealed, history.move(-1)]).toEqual([false, true, 'final']);
    history.add('c');
    expect([history.canUndo, history.isSealed]).toEqual([true, false]);
    expect([history.move(-1), history.move(-1), history.move(1)]).toEqual(['final', 'final', 'c']);
  });

  it('keeps its last seal, however many steps follow', () => {
    const history = new History(0);
    history.add(1);
    history.seal();
    for (let step = 2; step < 150; step += 1) history.add(step);
    for (let step = 0; step < 300; step += 1) history.move(-1);
    expect(history.now).toBe(1);
    history.move(1);
    history.seal();
    history.seal();
    expect([history.now, history.canUndo]).toEqual([2, false]);
  });

  it('stays where it is beyond its ends', () => {
    const history = new History('a');
    expect([history.move(-1), history.move(1), history.canRedo]).toEqual(['a', 'a', false]);
  });

  it('keeps the last two hundred steps', () => {
    const history = new History(0);
    for (let i = 1; i <= 500; i += 1) history.add(i);
    let steps = 0;
    for (; history.canUndo; steps += 1) history.move(-1);
    expect([history.now, steps]).toEqual([300, 200]);
  });
});

const start: AnySettings = { ...defaults(toyParams), x: 4 };
const widget = {
  ...toy,
  presets: [{ id: 'steep', label: 'Steep', settings: { slope: 1000, seed: 5 } }],
  follow: (settings: AnySettings, name: string) =>
    name === 'dots' ? { ...settings, colour: 'blue' } : settings,
} as AnyWidget;
const state = (): SettingsState => new SettingsState(widget, start);

describe('settings, start and the way back', () => {
  test('begin where the build has drawn, with nowhere to go back to', () => {
    const { now, start: reset, canUndo, canRedo } = state();
    expect([now, reset, canUndo, canRedo]).toEqual([start, start, false, false]);
    expect(state().isBuilt({ ...start })).toBe(true);
    expect(state().isBuilt({ ...start, x: 5 })).toBe(false);
  });

  test('take each change as one step, and none that changes nothing', () => {
    const settings = state();
    settings.take({ ...start, x: 5 });
    settings.take({ ...start, x: 5 });
    expect(settings.move(-1)).toBe(true);
    expect([settings.now, settings.move(-1)]).toEqual([start, false]);
    expect([settings.move(1), settings.now['x'], settings.move(1)]).toEqual([true, 5, false]);
  });

  test('change with what follows from them', () => {
    expect(state().followed({ ...start, dots: '1,2' }, 'dots')['colour']).toBe('blue');
    expect(state().followed({ ...start, x: 5 }, 'x')).toEqual({ ...start, x: 5 });
  });

  test('a situation begins at the start, whatever is set', () => {
    const settings = state();
    settings.take({ ...start, x: 9, colour: 'blue' });
    expect(settings.preset('steep')).toEqual({ ...start, slope: 1000, seed: 5 });
    expect(settings.preset('nowhere')).toEqual(settings.now);
  });

  test('the seed goes on by one, and from the last to the first', () => {
    const settings = state();
    expect(settings.nextSeed()).toEqual({ ...start, seed: 2 });
    settings.take({ ...start, seed: 9 });
    expect(settings.nextSeed()['seed']).toBe(1);
  });

  test('a question proposes changes of what is set, or of the start, within what can be had', () => {
    const settings = state();
    settings.take({ ...start, colour: 'blue' });
    expect(settings.proposed({ x: 6 }, false)).toEqual({ ...start, x: 6, colour: 'blue' });
    expect(settings.proposed({ x: 99, size: 3 }, true)).toEqual({ ...start, x: 10 });
  });
});

test('words in the text set up changes of the start, but for what the reader has made and keeps', () => {
  const x = { ...toyParams.x, stays: true } as const;
  const settings = new SettingsState({ ...toy, params: { ...toyParams, x } } as AnyWidget, start);
  settings.take({ ...start, x: 7, colour: 'blue' });
  expect(settings.proposed({ slope: 4 }, true, true)).toEqual({ ...start, x: 7, slope: 4 });
  expect(settings.proposed({ x: 3 }, true, true)).toEqual({ ...start, x: 3 });
  expect(settings.proposed({ slope: 4 }, true)).toEqual({ ...start, slope: 4 });
});

describe('what a link has locked', () => {
  const locked = (): SettingsState => {
    const settings = state();
    settings.lock(['slope', 'seed', 'nothing'], { ...start, x: 8, slope: 7, seed: 3 });
    return settings;
  };
  const held = { slope: 7, seed: 3 };

  test('is where the way back begins and where reset leads', () => {
    expect(locked().now).toEqual({ ...start, ...held });
    expect(locked().start).toEqual({ ...start, ...held });
    expect([locked().canUndo, Object.hasOwn(locked().now, 'nothing')]).toEqual([false, false]);
  });

  test.each<[string, (settings: SettingsState) => AnySettings]>([
    ['a control', (s) => s.followed({ ...start, x: 5, slope: 900 }, 'x')],
    ['what follows from a control', (s) => s.followed({ ...start, dots: '1', seed: 9 }, 'dots')],
    ['a mark in the figure', (s) => s.locked({ ...start, slope: 1 })],
    ['a situation', (s) => s.preset('steep')],
    ['a new seed', (s) => s.nextSeed()],
    ['reset', (s) => s.start],
    ['what a question proposes', (s) => s.proposed({ slope: 2, x: 5 }, true)],
    ['what a question changes', (s) => s.proposed({ slope: 2 }, false)],
  ])('is not moved by %s', (_, change) => {
    expect(change(locked())).toMatchObject(held);
  });

  test('is not moved by undo, however far it goes', () => {
    const settings = locked();
    settings.take(settings.followed({ ...settings.now, x: 9 }, 'x'));
    while (settings.move(-1)) expect(settings.now).toMatchObject(held);
    expect(settings.now).toMatchObject(held);
  });

  test('opens the run that the build has drawn only where it holds the same', () => {
    expect(locked().isBuilt(start)).toBe(true);
    expect(locked().isNow(start)).toBe(false);
  });
});
