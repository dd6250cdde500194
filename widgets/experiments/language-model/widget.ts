/** The widget `language-model`: facts only. */
import type { Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { draw } from './figure.ts';
import type { Found, LanguageOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const LEARNING: Missing = { why: 'the network has not learned yet' };
const NO_LIST: Missing = { why: 'only names are looked up in a list' };
const found =
  (of: (found: Found) => number) =>
  ({ end, text }: LanguageOutcome): number | Missing =>
    text !== 'names' ? NO_LIST : end?.found ? of(end.found) : LEARNING;
const NATS = { unit: 'nats', digits: 3, better: 'less' } as const;

/** The widget `language-model`. */
export const languageModel: Widget<typeof params, LanguageOutcome> = {
  tag: 'language-model',
  version: 1,
  title: 'A language model of one’s own',
  params,
  presets: [
    preset('quarter', 'a quarter of a minute', { steps: 4_000 }),
    preset('minute', 'a minute', { steps: 14_000 }),
    preset('both', 'both together', { steps: 4_000, mix: 0.5 }),
    preset('plays', 'plays', { text: 'plays', steps: 4_000 }),
  ],
  runner: 'sim/language-model',
  answers: 'when asked',
  measures: {
    loss: measure('loss of the network', ({ end }) => end?.loss ?? LEARNING, NATS),
    countingLoss: measure('loss by counting', ({ counting }) => counting, NATS),
    mixLoss: measure('loss of what writes', ({ end }) => end?.mixed ?? LEARNING, NATS),
    lossAdded: measure('loss that fewer bits add', ({ end }) => end?.added ?? LEARNING, {
      ...NATS,
      isDifference: true,
    }),
    knownShare: share(
      'written names that it learned from',
      found(({ learned }) => learned),
    ),
    countingKnownShare: share('the same by counting', ({ countingFound, text }) =>
      text !== 'names' ? NO_LIST : (countingFound?.learned ?? LEARNING),
    ),
    heldOutShare: share(
      'written names that were held out',
      found(({ heldOut }) => heldOut),
      { digits: 1 },
    ),
    weights: measure('weights', ({ weights }) => weights),
    counts: measure('counts that the count keeps', ({ counts }) => counts),
  },
  spreadMeasure: 'loss',
  draw,
  timeline: {
    kind: 'stages',
    label: ({ steps: { done, planned } }) => `${done} of ${planned} steps`,
  },
  say,
  tabulate,
};
