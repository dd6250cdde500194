/** A widget with nothing to it: `score` is `knob` plus a little noise by seed. */
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';

interface Settings {
  readonly knob: number;
  readonly dial: number;
  readonly mode: string;
  readonly seed: number;
}

const knob = { label: 'knob', place: 'first', kind: 'number', default: 0 } as const;

/** The fake, run as a simulation or as a learner. */
export const fakeWidget = (runner: AnyWidget['runner'] = 'sim/fake'): AnyWidget => ({
  tag: 'fake-bench',
  version: 1,
  title: 'Fake',
  params: {
    knob: { ...knob, min: 0, max: 100, step: 1, spreadAt: [0, 10, 50, 100] },
    dial: { ...knob, min: 1, max: 10_000, step: 1, default: 1, scale: 'log' },
    mode: {
      label: 'mode',
      place: 'more',
      kind: 'choice',
      default: 'a',
      options: ['a', 'b'].map((value) => ({ value, label: value })),
    },
    seed: { ...knob, label: 'seed', min: 1, max: 99, step: 1, default: 1 },
  },
  presets: [],
  runner,
  measures: {
    score: { label: 'score', digits: 0, unit: 'ms', of: (s: Settings) => s.knob + s.seed / 1000 },
    share: { label: 'share', digits: 0, unit: 'share', of: (s: Settings) => s.knob / 100 },
    none: { label: 'none', digits: 0, of: () => ({ why: 'there is nothing to measure' }) },
  },
  spreadMeasure: 'score',
  draw: () => ({ width: 1, height: 1, label: '', body: { markup: '' } }),
  say: () => '',
  tabulate: () => ({ caption: '', head: [], rows: [] }),
});

/** The outcomes are the settings themselves. */
export const runFake = (
  _widget: AnyWidget,
  list: readonly unknown[],
): Promise<readonly unknown[]> => Promise.resolve(list);
