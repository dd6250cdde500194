/** The experiment on serving a language model, put together. */
import type { Measure, Missing, Widget } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { draw, edit } from './figure.ts';
import type { Times, TokenOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { timeline } from './played.ts';
import { say, tabulate } from './say.ts';

const ENDLESS: Missing = {
  why: 'more requests come than can be served, so the queue grows and this only tells how long the run was',
};
const ALONE: Missing = { why: 'every answer is a single token' };

type Look = Parameters<typeof measure>[2];
const S = { unit: 's', digits: 2, better: 'less' } as const;
const MS = { unit: 'ms', digits: 0, better: 'less' } as const;

function times(
  label: string,
  of: (outcome: TokenOutcome) => Times | null,
  at: 'p50' | 'p99',
  look: Look,
  missing: Missing,
): Measure<TokenOutcome> {
  const scale = look?.unit === 's' ? 0.001 : 1;
  return measure(
    label,
    (outcome) => {
      const found = of(outcome);
      return found ? found[at] * scale : missing;
    },
    look,
  );
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
    ttftP50: times('time to the first token, half within', (o) => o.first, 'p50', S, ENDLESS),
    ttftP99: times('time to the first token, 99 of 100 within', (o) => o.first, 'p99', S, ENDLESS),
    perTokenP50: times('time per further token, half within', (o) => o.perToken, 'p50', MS, ALONE),
    perTokenP99: times(
      'time per further token, 99 of 100 within',
      (o) => o.perToken,
      'p99',
      MS,
      ALONE,
    ),
    wholeP50: times('time to the last token, half within', (o) => o.whole, 'p50', S, ENDLESS),
    wholeP99: times('time to the last token, 99 of 100 within', (o) => o.whole, 'p99', S, ENDLESS),
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
  timeline,
  say,
  tabulate,
};
