/** The hunt for a pattern, put together. */
import type { Measure, Missing, Widget } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { actions } from './actions.ts';
import { cameBy, momentsOf } from './came.ts';
import { draw } from './figure.ts';
import { rightOf, type HuntOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { say, sayAt, tabulate } from './say.ts';

const NONE: Missing = { why: 'no symbol has come yet' };
/** So many guesses are the first. */
const EARLY = 50;

/** A share of the first so many symbols, all unless it is said, where there are any. */
function guessed(
  label: string,
  of: (outcome: HuntOutcome, count: number) => number,
  most = Infinity,
): Measure<HuntOutcome> {
  return share(label, (outcome) => {
    const count = Math.min(most, outcome.drawn.length);
    return count > 0 ? of(outcome, count) / count : NONE;
  });
}

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
    accuracy: guessed('Guessed by the learner', (o) => rightOf(o, o.guesses)),
    commonest: guessed('Guessed by the commonest', (o) => rightOf(o, o.usual)),
    bestPossible: share('Best possible', ({ best }) => best),
    gain: guessed('Gain', (o) => rightOf(o, o.guesses) - rightOf(o, o.usual)),
    right: measure('Right guesses', (o) => rightOf(o, o.guesses)),
    early: guessed('Right among the first 50', (o, n) => rightOf(o, o.guesses, n), EARLY),
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
