/** What can be set: what the filter learns from, where it is used, when it raises an alarm, and what mistakes cost. */
import type { Settings, Table } from '../../kit/contract/params.ts';

/** The parameter table of `class-imbalance`. */
export const params = {
  threshold: {
    kind: 'number',
    label: 'Threshold',
    help: 'The filter raises an alarm from this probability of spam on. It counts while the threshold is set by hand.',
    place: 'first',
    min: 0.001,
    max: 1,
    step: 0.001,
    scale: 'log',
    default: 0.5,
    spreadAt: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.8, 1],
  },
  deployedShare: {
    kind: 'number',
    label: 'Share of spam in use',
    help: 'Of all messages that arrive where the filter works: 0.002 is one in 500. All held-out spam is weighted by it, none is left out.',
    place: 'first',
    after: 'reveal',
    min: 0.0001,
    max: 0.5,
    step: 0.0001,
    scale: 'log',
    default: 0.002,
    spreadAt: [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
  },
  remedy: {
    kind: 'choice',
    label: 'Remedy in training',
    help: 'Let each spam message count for more, draw spam messages again until they are as many as the genuine ones, or leave genuine messages out.',
    place: 'first',
    after: 'reveal',
    options: [
      { value: 'none', label: 'none' },
      { value: 'weights', label: 'class weights' },
      { value: 'oversample', label: 'oversample spam' },
      { value: 'undersample', label: 'undersample genuine' },
    ],
    default: 'none',
  },
  trainingSpam: {
    kind: 'number',
    label: 'Spam to learn from',
    help: 'How many spam messages the filter learns from, beside 2,000 genuine ones.',
    place: 'more',
    min: 10,
    max: 520,
    step: 1,
    whole: true,
    scale: 'log',
    default: 30,
    spreadAt: [10, 20, 30, 50, 70, 100, 150, 200, 300, 400, 520],
  },
  thresholdBy: {
    kind: 'choice',
    label: 'Threshold chosen',
    help: 'By hand, or on messages kept for choosing: so that about five in a thousand genuine ones raise an alarm, or so that mistakes cost least.',
    place: 'more',
    options: [
      { value: 'hand', label: 'by hand' },
      { value: 'alarms', label: 'for 0.5 % false alarms' },
      { value: 'cost', label: 'for the lowest cost' },
    ],
    default: 'hand',
  },
  missCost: {
    kind: 'number',
    label: 'Cost of a missed spam message',
    help: 'A price that we have made up: what it costs when a spam message passes.',
    place: 'more',
    unit: '$',
    min: 0,
    max: 1000,
    step: 0.5,
    default: 10,
    spreadAt: [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
  },
  alarmCost: {
    kind: 'number',
    label: 'Cost of a false alarm',
    help: 'A price that we have made up: what it costs when a genuine message is held back.',
    place: 'more',
    unit: '$',
    min: 0,
    max: 1000,
    step: 0.5,
    default: 1,
    spreadAt: [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
  },
  seed: {
    kind: 'number',
    label: 'Seed',
    help: 'Another seed draws other messages to learn from, to choose on and to test on, and starts from other weights.',
    place: 'more',
    min: 1,
    max: 9999,
    step: 1,
    whole: true,
    default: 1,
    spreadAt: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  },
} as const satisfies Table;

/** Settings of one run. */
export type ImbalanceSettings = Settings<typeof params>;

/** Who moves the threshold by hand sets it by hand. */
export function follow(settings: ImbalanceSettings, changed: string): ImbalanceSettings {
  return changed === 'threshold' ? { ...settings, thresholdBy: 'hand' } : settings;
}
