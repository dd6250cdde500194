/** The widget `system-map`: facts only. */
import type { Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { draw, edit } from './figure.ts';
import { wentWrong, type MapOutcome } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const UNTESTED: Missing = { why: 'nobody tests the network' };

/** The widget `system-map`. */
export const systemMap: Widget<typeof params, MapOutcome> = {
  tag: 'system-map',
  version: 2,
  title: 'A map of the whole system',
  params,
  presets: [
    preset('column', 'the data stack fails', { down: 'data' }),
    preset('unseen', 'and nobody watches', { down: 'infrastructure,data' }),
  ],
  runner: 'sim/system-map',
  spreadMeasure: 'failedSlips',
  edit,
  measures: {
    report: share('right in the test report', ({ report }) => report ?? UNTESTED),
    served: share('slips of the first day that become the right dish', ({ served }) => served, {
      better: 'more',
    }),
    unread: share('slips of the first day that are never read', ({ unread }) => unread, {
      better: 'less',
    }),
    daysDown: measure(
      'days on which a fault reaches the guests',
      ({ stopped, lasts }) => stopped + lasts,
      { better: 'less' },
    ),
    wrongDishes: measure('wrong dishes in the month', ({ wrong }) => wrong),
    unreadSlips: measure('slips never read in the month', ({ neverRead }) => neverRead),
    failedSlips: measure('slips that go wrong in the month', wentWrong, { better: 'less' }),
  },
  draw,
  say,
  tabulate,
};
