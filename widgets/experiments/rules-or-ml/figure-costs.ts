/** What a month costs: as bars, and by how many messages there are. Both wait until the reader asks. */
import { least, range } from 'd3-array';
import type { View } from '#kit/contract';
import type { BarRow, Part, Point, Step } from '#kit/draw';
import { askedChart, barRows, below, boxSwatch, clamped, legend, line, number } from '#kit/draw';
import { panel, rule, STEP_WIDTH, toStep } from '#kit/draw';
import { nowOf, pricesAt, type RulesOutcome } from './outcome.ts';
import { params, type RulesSettings } from './params.ts';
import { money, monthOf } from './say.ts';

/** Parts of a cost, each with its look and its name, in the order in which they are drawn. */
const COSTS = [
  ['upkeep', 'cat-1', 'upkeep'],
  ['misses', 'cat-2', 'misses'],
  ['alarms', 'cat-3', 'false alarms'],
] as const;
/** What a price is of, and the look of its line. */
const PRICES = [
  ['rules', 'sure-line'],
  ['model', 'run-line'],
  ['no filter', 'hair'],
] as const;
type Other = View<RulesSettings, RulesOutcome>['ghost'];
const { min, max } = params.volume;

/** Both pictures; `most` is the cost at which a bar is as long as it can be. */
export function stepsOf(outcome: RulesOutcome, most: number, other: Other): readonly Step[] {
  return [
    toStep(billOf(outcome, most, other), {
      name: 'bill',
      asks: 'What does a month cost with each of them?',
      label: 'What a month costs with the rules, with the model, and without a filter, as bars.',
      says: monthOf(outcome),
    }),
    byVolume(outcome),
  ];
}

/** A bar for each side, of the three parts of its cost, and one of what no filter costs: misses alone. */
function billOf(outcome: RulesOutcome, most: number, other: Other): Part {
  const row = (name: string, bars: BarRow['bars'], all: number, was?: number): BarRow => ({
    name: `${name}: ${money(all)}`,
    ...{ bars, was },
  });
  const sides = (['rules', 'model'] as const).map((side) => {
    const { cost } = nowOf(outcome)[side];
    const bars = COSTS.map(([name, look]) => [cost[name], look] as const);
    return row(side, bars, cost.total, other && nowOf(other.outcome)[side].cost.total);
  });
  const { noFilter } = outcome;
  const none = row('no filter', [[noFilter, COSTS[1][1]]], noFilter, other?.outcome.noFilter);
  const rows = barRows([...sides, none], { width: STEP_WIDTH, most, pitch: 36 }, other);
  const key = COSTS.map(([, look, words]) => ({ words, swatch: boxSwatch(look) }));
  return panel({ title: 'A month', behind: other }, below(4, rows, legend(key, STEP_WIDTH)));
}

/** Costs of a month against messages a month. */
function byVolume(outcome: RulesOutcome): Step {
  const places = range(31).map((i) => min * (max / min) ** (i / 30));
  return askedChart({
    name: 'volumes',
    asks: 'Which is cheapest if fewer messages come, or more?',
    label: 'What a month costs by the number of messages, as three lines.',
    says: cheapest(outcome),
    title: 'By the number of messages',
    note: 'both scales logarithmic',
    height: 210,
    x: { extent: [min, max], isLog: true, label: 'messages a month' },
    y: { extent: [1, 100_000], isLog: true, label: 'dollars a month' },
    marks: [
      rule({ x: outcome.volume }),
      ...PRICES.map(([name, look]) => {
        const prices = places.map((messages) => pricesAt(outcome, messages)[name]);
        return clamped(
          line(
            prices.map((price, i): Point => [places[i] as number, price]),
            { look, key: name },
          ),
        );
      }),
    ],
  });
}

/** What is cheapest at both ends of the axis. */
function cheapest(outcome: RulesOutcome): string {
  const [few, many] = [min, max].map((messages) => {
    const prices = pricesAt(outcome, messages);
    const [name] = least(PRICES, ([one]) => prices[one]) ?? PRICES[2];
    return name === 'no filter' ? name : `the ${name}`;
  });
  return few === many
    ? `Cheapest at ${number(min)} messages a month and at ${number(max)}: ${few}.`
    : `Cheapest at ${number(min)} messages a month: ${few}; at ${number(max)}: ${many}. Upkeep is paid however few messages come, and errors are paid one by one.`;
}
