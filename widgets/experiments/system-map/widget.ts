/** The widget `system-map`: facts only. */
import { measure, preset, share } from '../../kit/contract/shorthand.ts';
import type { Widget } from '../../kit/contract/widget.ts';
import { draw, edit } from './figure.ts';
import type { MapOutcome } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

/** The widget `system-map`. */
export const systemMap: Widget<typeof params, MapOutcome> = {
  tag: 'system-map',
  version: 1,
  title: 'A map of the whole system',
  params,
  presets: [
    preset('column', 'the data stack fails', { down: 'data' }),
    preset('unseen', 'and nobody watches', { down: 'infrastructure,data' }),
  ],
  runner: 'sim/system-map',
  spreadMeasure: 'wrongDishes',
  edit,
  measures: {
    report: share('right in the test report', ({ report }) => report),
    served: share('slips that become the right dish', ({ served }) => served, { better: 'more' }),
    unread: share('slips that never reach the network', ({ unread }) => unread, { better: 'less' }),
    daysDown: measure('days until it is mended', ({ lasts }) => lasts, { better: 'less' }),
    wrongDishes: measure('wrong dishes in a month', ({ wrong }) => wrong, { better: 'less' }),
  },
  draw,
  say,
  tabulate,
};
