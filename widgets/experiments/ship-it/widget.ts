/** Twelve moves in sixty days, put together. */
import { measure, preset, share, type Widget } from '#kit/contract';
import { actions } from './actions.ts';
import { draw, edit } from './figure.ts';
import type { ShipOutcome } from './model.ts';
import { DAYS } from './moves.ts';
import { DEPLOYED, params, TOLD } from './params.ts';
import { say, sayAt, tabulate } from './say.ts';

const PERIOD = { unit: '$', figures: 3 } as const;
const PER_DAY = { unit: '$/day' } as const;
const UNTRAINED = { why: 'no model has been trained' };

/** The widget `ship-it`: facts only. */
export const shipIt: Widget<typeof params, ShipOutcome> = {
  tag: 'ship-it',
  version: 1,
  title: 'Sixty days to ship',
  params,
  presets: [
    preset('deployed', 'The story, to its deployment', { moves: DEPLOYED }),
    preset('told', 'The whole story', { moves: TOLD }),
    preset('empty', 'Day 0', { moves: '' }),
  ],
  runner: 'sim/ship-it',
  spreadMeasure: 'revenue',
  measures: {
    revenue: measure('Revenue of 60 days', (o) => o.revenue, PERIOD),
    bestRevenue: measure('Best possible revenue of 60 days', (o) => o.best.revenue, PERIOD),
    shareOfBest: share(
      'Revenue, as a share of the best possible',
      (o) => o.revenue / o.best.revenue,
    ),
    movesUsed: measure('Moves', ({ steps }) => steps.length),
    days: measure('Days of work', ({ day }) => day, { unit: 'days' }),
    flawsFound: measure('Flaws found by a look', ({ found }) => found.length),
    flawsMended: measure('Flaws mended', ({ mended }) => mended.length),
    perDay: measure('Revenue a day in the end', ({ last }) => last.perDay, PER_DAY),
    rulePerDay: measure('Revenue a day under the old rule', ({ rule }) => rule.perDay, PER_DAY),
    clicked: share('Of ads shown in the end, clicked', ({ last }) => last.clicked),
    ruleClicked: share('Of ads shown by the old rule, clicked', ({ rule }) => rule.clicked),
    test: share('Test of the last model', ({ test }) => test ?? UNTRAINED),
    vigils: measure(
      'Prayers and tears',
      ({ steps }) => steps.filter(({ letter }) => 'PC'.includes(letter)).length,
    ),
  },
  timeline: {
    kind: 'moments',
    count: () => DAYS + 1,
    label: (_, day) => `day ${day}`,
    seconds: () => 15,
    played: () => Promise.resolve({ draw, say: sayAt }),
  },
  actions,
  edit,
  draw,
  say,
  tabulate,
};
