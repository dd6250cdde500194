/** The experiment on faults that nobody notices, put together. */
import type { Missing, Widget } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { actions } from './actions.ts';
import { draw, edit } from './figure.ts';
import type { GreenOutcome } from './outcome.ts';
import { params, presets } from './params.ts';
import { say, tabulate } from './say.ts';
import { timeline } from './timeline.ts';

const OFF = { unit: 'bikes/h', better: 'less' } as const;
const TOTAL = { digits: 1, better: 'less' } as const;
const MORE = { better: 'more' } as const;
const CALM: Missing = { why: 'nothing goes wrong' };

function caughtOf(
  { harms }: GreenOutcome,
  of: (shares: readonly number[]) => number,
): number | Missing {
  return harms.length === 0 ? CALM : of(harms.map(({ caught }) => caught));
}

/** The widget `all-green`: facts only. */
export const allGreen: Widget<typeof params, GreenOutcome> = {
  tag: 'all-green',
  version: 1,
  title: 'All lamps green',
  params,
  presets,
  runner: 'sim/all-green',
  spreadMeasure: 'errorAfter',
  measures: {
    errorBefore: measure('error before the fault', (o) => o.errorBefore, OFF),
    errorAfter: measure('error since the fault', (o) => o.errorAfter, OFF),
    dailyErrorBefore: share('error of a day’s total before the fault', (o) => o.dailyBefore, TOTAL),
    dailyErrorAfter: share('error of a day’s total since the fault', (o) => o.dailyAfter, TOTAL),
    caught: share(
      'faults noticed within two weeks',
      (o) => caughtOf(o, (all) => all.reduce((one, other) => one + other, 0) / all.length),
      MORE,
    ),
    worstCaught: share(
      'the fault noticed least, noticed within two weeks',
      (o) => caughtOf(o, (all) => Math.min(...all)),
      MORE,
    ),
    delayDays: measure(
      'days until a fault is noticed, half within',
      ({ delay }) => delay ?? { why: 'no fault was noticed' },
      { unit: 'days', better: 'less' },
    ),
    falseAlarmsPerYear: measure('false alarms a year', (o) => o.falseAlarms, {
      digits: 1,
      better: 'less',
    }),
    textbookRings: share('normal days on which the textbook test rings', (o) => o.textbook),
  },
  draw,
  edit,
  actions,
  timeline,
  say,
  tabulate,
};
