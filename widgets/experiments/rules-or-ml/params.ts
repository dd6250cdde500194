/** What can be set: how many labels, which rules, what changes, and what everything costs. */
import type { NumberParam, Settings, Table } from '#kit/contract';
import { amount, choice, first, more, revealed, seed, whole } from '#kit/contract';
import { writeRules } from './rules.ts';

/** Labels that the model can be given; the curve has a point for each. */
export const LABELS = [
  10, 15, 20, 25, 30, 40, 50, 70, 100, 150, 200, 300, 400, 600, 1000, 2000, 3000,
] as const;

function price(label: string, help: string, dollars: number): NumberParam {
  return {
    ...more(label),
    help: `A price that we have made up: what ${help} costs.`,
    ...amount({ min: 0.01, max: 10, step: 0.01, default: dollars, unit: '$', scale: 'log' }),
  };
}

/** The parameter table of `rules-or-ml`. */
export const params = {
  labels: {
    ...first('Labelled messages'),
    help: 'How many messages, as they came, somebody has labelled for the model to learn from.',
    ...whole({ min: 10, max: 3000, default: 30, scale: 'log' }),
    spreadAt: LABELS,
  },
  rules: {
    ...revealed('Your rules'),
    help: 'Up to six words; a message that has one of them is held back. ##### is a number of five digits or more, # a shorter one, £ the pound sign. A word ends where its letters end, in the messages too: “150p” is read as # and p, “won’t” as won and t.',
    kind: 'text',
    default: 'free win prize cash urgent claim',
    longest: 200,
    byChance: 'free win prize cash claim ##### £ www uk txt reply text call now # you your to',
    parse: writeRules,
  },
  change: {
    ...revealed('Then the world changes'),
    help: 'Spam stops writing numbers of five digits or more; or all spam was about prizes, and now it is about meeting people.',
    ...choice({
      none: 'no change',
      noNumbers: 'spam without long numbers',
      newKind: 'a new kind of spam',
    }),
  },
  threshold: {
    ...more('Threshold of the model'),
    help: 'As it is, the model holds back whatever is more likely spam than not. Set by the costs, the odds must be as high as the cost of a false alarm is in misses: 25 to 1 at the prices given.',
    ...choice({ asItIs: 'as it is', byCost: 'set by the costs' }),
  },
  freshLabels: {
    ...more('Labels after the change'),
    help: 'The model learns again, from old and new ones.',
    ...whole({ min: 0, max: 200, step: 10, default: 0 }),
  },
  volume: {
    ...more('Messages a month'),
    help: 'How many messages the filter judges.',
    ...whole({ min: 1000, max: 1_000_000, step: 1000, default: 10_000, scale: 'log' }),
    spreadAt: [1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000],
  },
  labelPrice: price('Price of a label', 'one labelled message, paid over twelve months,', 0.1),
  missCost: price('Cost of a miss', 'a spam message that passes', 0.02),
  alarmCost: price('Cost of a false alarm', 'a genuine message held back', 0.5),
  seed: seed('Another seed labels other messages, and tests on others.'),
} as const satisfies Table;

/** Settings of one run. */
export type RulesSettings = Settings<typeof params>;
