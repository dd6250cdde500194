/** The experiment on serving a language model, put together. */
import type { Measure, Missing, Widget } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { draw, edit } from './figure.ts';
import type { TokenOutcome } from './model.ts';
import { MOMENTS, params, presets, timeAt } from './params.ts';
import { say, sayAt, seconds, tabulate } from './say.ts';

const ENDLESS: Missing = {
  why: 'more requests come than can be served, so the queue grows and this only tells how long the run was',
};
const ALONE: Missing = { why: 'every answer is a single token' };

const S = { unit: 's', digits: 2, better: 'less' } as const;
const MS = { unit: 'ms', better: 'less' } as const;

/** A percentile of a kind of time. */
function time(
  label: string,
  name: 'first' | 'whole' | 'perToken',
  at: 'p50' | 'p99',
): Measure<TokenOutcome> {
  const [scale, look, missing] = name === 'perToken' ? [1, MS, ALONE] : [0.001, S, ENDLESS];
  const of = ({ [name]: times }: TokenOutcome) => (times ? times[at] * scale : missing);
  return measure(label, of, look);
}

/** The widget `token-serving`: facts only. */
export const tokenServing: Widget<typeof params, TokenOutcome> = {
  tag: 'token-serving',
  version: 1,
  title: 'A machine that writes',
  params,
  presets,
  runner: 'sim/token-serving',
  spreadMeasure: 'ttftP50',
  measures: {
    ttftP50: time('time to the first token, half within', 'first', 'p50'),
    ttftP99: time('time to the first token, 99 of 100 within', 'first', 'p99'),
    perTokenP50: time('time per further token, half within', 'perToken', 'p50'),
    perTokenP99: time('time per further token, 99 of 100 within', 'perToken', 'p99'),
    wholeP50: time('time to the last token, half within', 'whole', 'p50'),
    wholeP99: time('time to the last token, 99 of 100 within', 'whole', 'p99'),
    meanWait: measure(
      'mean wait for a place',
      ({ meanWait }) => (meanWait === null ? ENDLESS : meanWait / 1000),
      S,
    ),
    haltedShare: share('answers that halt', (o) => o.halted, { better: 'less' }),
    lateShare: share('tokens that come after a halt', (o) => o.late, { digits: 1, better: 'less' }),
    wastedShare: share('work on answers already complete', (o) => o.wasted, { better: 'less' }),
    tokensPerSecond: measure('tokens written', (o) => o.tokens, {
      unit: 'tokens/s',
      better: 'more',
    }),
    capacity: measure('most that can be served', (o) => o.capacity, {
      unit: 'requests/s',
      digits: 2,
      better: 'more',
    }),
    stable: measure('keeps up with arrivals', (o) => (o.first ? 1 : 0), {
      says: ['no', 'yes'],
      better: 'more',
    }),
  },
  draw,
  edit,
  // Half a minute in the middle of the run, and at its end all of it.
  timeline: {
    ...{ kind: 'moments', glides: true, count: () => MOMENTS, seconds: () => 15 },
    label: (_, moment) => seconds(timeAt(moment), 1),
    played: () => Promise.resolve({ draw, say: sayAt }),
  },
  say,
  tabulate,
};
