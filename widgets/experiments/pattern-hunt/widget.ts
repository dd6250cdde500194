/** The hunt for a pattern, put together. */
import type { Missing, Widget } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { actions } from './actions.ts';
import { cameBy, momentsOf } from './came.ts';
import { draw } from './figure.ts';
import { rightOf, shareRight, type HuntOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { say, sayAt, tabulate } from './say.ts';

const NONE: Missing = { why: 'no symbol has come yet' };

/** The widget `pattern-hunt`: facts only. */
export const patternHunt: Widget<typeof params, HuntOutcome> = {
  tag: 'pattern-hunt',
  version: 1,
  title: 'The hunt for a pattern',
  params,
  presets,
  runner: 'sim/pattern-hunt',
  spreadMeasure: 'accuracy',
  measures: {
    accuracy: share('Guessed by the learner', (o) => shareRight(o, 'guesses') ?? NONE),
    commonest: share('Guessed by the commonest', (o) => shareRight(o, 'usual') ?? NONE),
    bestPossible: share('Best possible', ({ best }) => best),
    gain: share('Gain', (o) => {
      const more = rightOf(o, 'guesses') - rightOf(o, 'usual');
      return o.drawn === '' ? NONE : more / o.drawn.length;
    }),
    right: measure('Right guesses', (o) => rightOf(o, 'guesses')),
    early: share('Right among the first 50', (o) => shareRight(o, 'guesses', 50) ?? NONE),
  },
  timeline: {
    kind: 'moments',
    count: ({ drawn }) => momentsOf(drawn.length),
    // The row is drawn before anybody has touched it, and its last label holds for every run.
    label: ({ drawn }, moment) => {
      const came = cameBy(drawn.length, moment);
      return came === drawn.length ? 'all' : String(came);
    },
    none: 'tap two coins first',
    seconds: ({ drawn }) => Math.min(24, 0.3 * drawn.length),
    played: () => Promise.resolve({ draw, say: sayAt }),
  },
  actions,
  draw,
  say,
  tabulate,
};
