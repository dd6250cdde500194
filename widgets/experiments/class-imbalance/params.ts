/** What can be set: what the filter learns from, where it is used, when it raises an alarm, and what mistakes cost. */
import type { NumberParam, Settings, Table } from '#kit/contract';
import { amount, choice, first, more, portion, revealed, seed, whole } from '#kit/contract';

/** A price of 0 to 1,000 dollars. */
function price(label: string, help: string, start: number): NumberParam {
  return {
    ...more(label),
    help: `A price that we have made up: what it costs when ${help}.`,
    ...amount({ min: 0, max: 1000, step: 0.5, default: start, unit: '$' }),
    spreadAt: [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
  };
}

/** The parameter table of `class-imbalance`. */
export const params = {
  threshold: {
    ...first('Threshold'),
    help: 'The filter raises an alarm from this probability of spam on. It counts while the threshold is set by hand.',
    ...amount({ min: 0.001, max: 1, step: 0.001, default: 0.5, scale: 'log' }),
    spreadAt: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.8, 1],
    counts: { with: 'thresholdBy', at: 'hand' },
  },
  deployedShare: {
    ...revealed('Share of spam in use'),
    help: 'Of all messages that arrive where the filter works: 0.2 % is one in 500. All held-out spam is weighted by it, none is left out.',
    ...portion({ min: 0.0001, max: 0.5, step: 0.0001, default: 0.002, scale: 'log' }),
    spreadAt: [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
  },
  remedy: {
    ...revealed('Remedy in training'),
    help: 'Let each spam message count for more, draw spam messages again until they are as many as the genuine ones, or leave genuine messages out.',
    ...choice({
      none: 'none',
      weights: 'class weights',
      oversample: 'oversample spam',
      undersample: 'undersample genuine',
    }),
  },
  trainingSpam: {
    ...more('Spam to learn from'),
    help: 'How many spam messages the filter learns from, beside 2,000 genuine ones.',
    ...whole({ min: 10, max: 520, default: 30, scale: 'log' }),
    spreadAt: [10, 20, 30, 50, 70, 100, 150, 200, 300, 400, 520],
  },
  thresholdBy: {
    ...more('Threshold chosen'),
    help: 'By hand, or on messages kept for choosing: so that about five in a thousand genuine ones raise an alarm, or so that mistakes cost least.',
    ...choice({ hand: 'by hand', alarms: 'for 0.5 % false alarms', cost: 'for the lowest cost' }),
  },
  missCost: price('Cost of a missed spam message', 'a spam message passes', 10),
  alarmCost: price('Cost of a false alarm', 'a genuine message is held back', 1),
  seed: seed(
    'Another seed draws other messages to learn from, to choose on and to test on, and starts from other weights.',
  ),
} as const satisfies Table;

/** Settings of one run. */
export type ImbalanceSettings = Settings<typeof params>;

/** Equal for settings that train the same model: threshold, share in use and costs change nothing in it. */
export function modelKey({ remedy, trainingSpam, seed }: ImbalanceSettings): string {
  return `${remedy} ${trainingSpam} ${seed}`;
}
