/** What a month costs: as two bars, and by how many messages there are. Both wait until the reader asks. */
import { range, sort } from 'd3-array';
import type { View } from '#kit/contract';
import type { Part, Point, Step } from '#kit/draw';
import { barRows, below, boxSwatch, chart, clamped, legend, line, number, panel } from '#kit/draw';
import { rule, svg, toStep } from '#kit/draw';
import { nowOf, type RulesOutcome } from './outcome.ts';
import { params, type RulesSettings } from './params.ts';
import { dollars, monthOf } from './say.ts';

/** As wide as the page shows a step. */
const width = 240;
/** Parts of a cost, in the order in which they are drawn. */
const COSTS = [
  ['upkeep', 'upkeep'],
  ['misses', 'misses'],
  ['alarms', 'false alarms'],
] as const;
type Other = View<RulesSettings, RulesOutcome>['ghost'];
const { min, max } = params.volume;

/** Both pictures; `most` is the cost at which a bar is as long as it can be. */
export function stepsOf(
  { volume }: RulesSettings,
  outcome: RulesOutcome,
  most: number,
  other: Other,
): readonly Step[] {
  const lines = linesOf(volume, outcome);
  return [
    toStep(billOf(outcome, most, other), {
      name: 'bill',
      asks: 'What does a month cost with each of them?',
      label: 'What a month costs with the rules and with the model, as bars.',
      says: monthOf(outcome),
    }),
    toStep(volumesOf(volume, lines), {
      name: 'volumes',
      asks: 'Which is cheapest if fewer messages come, or more?',
      label: 'What a month costs by the number of messages, as three lines.',
      says: cheapest(lines),
    }),
  ];
}

/** A bar for each side, of the three parts of its cost, with a mark where no filter would lie. */
function billOf(outcome: RulesOutcome, most: number, other: Other): Part {
  const { noFilter } = outcome;
  const rows = (['rules', 'model'] as const).map((side) => {
    const { cost } = nowOf(outcome)[side];
    return {
      name: `${side}: $${dollars(cost.total)}`,
      bars: COSTS.map(([name], i) => [cost[name], `cat-${i + 1}`] as const),
      at: Math.min(most, noFilter),
      was: other && nowOf(other.outcome)[side].cost.total,
    };
  });
  const mark = {
    words: `no filter: $${dollars(noFilter)}`,
    swatch: (x: number, y: number) => svg`<g class="axis"><path d="M${x} ${y - 6}v12"/></g>`,
  };
  const costs = COSTS.map(([, words], i) => ({ words, swatch: boxSwatch(`cat-${i + 1}`) }));
  const drawn = below(
    0,
    barRows(rows, { width, most, pitch: 42 }, other),
    legend([...costs, mark], width),
  );
  return panel({ title: 'A month', behind: other }, { ...drawn, width });
}

interface Line {
  readonly name: string;
  readonly look: string;
  /** What so many messages cost: what is paid in any case, and what each message adds. */
  readonly at: (messages: number) => number;
}

function linesOf(volume: number, outcome: RulesOutcome): readonly Line[] {
  const { rules, model } = nowOf(outcome);
  const line = (name: string, look: string, fixed: number, total: number): Line => {
    const each = (total - fixed) / volume;
    return { name, look, at: (messages) => fixed + each * messages };
  };
  return [
    line('rules', 'sure-line', rules.cost.upkeep, rules.cost.total),
    line('model', 'run-line', model.cost.upkeep, model.cost.total),
    line('no filter', 'hair', 0, outcome.noFilter),
  ];
}

/** Costs of a month against messages a month. */
function volumesOf(volume: number, lines: readonly Line[]): Part {
  const places = range(31).map((i) => min * (max / min) ** (i / 30));
  return chart({
    title: 'By the number of messages',
    note: 'both scales logarithmic',
    width,
    height: 210,
    right: 14,
    x: { extent: [min, max], isLog: true, label: 'messages a month' },
    y: { extent: [1, 100_000], isLog: true, label: 'dollars a month' },
    marks: [
      rule({ x: volume }),
      ...lines.map(({ name, look, at }) => {
        const points = places.map((messages): Point => [messages, at(messages)]);
        return clamped(line(points, { look, key: name }));
      }),
    ],
  });
}

/** What is cheapest at both ends of the axis. */
function cheapest(lines: readonly Line[]): string {
  const [few, many] = [min, max].map((messages) => {
    const [least] = sort(lines, ({ at }) => at(messages));
    return least?.name === 'no filter' ? 'no filter' : `the ${least?.name}`;
  });
  return few === many
    ? `Cheapest at ${number(min)} messages a month and at ${number(max)}: ${few}.`
    : `Cheapest at ${number(min)} messages a month: ${few}; at ${number(max)}: ${many}. Upkeep is paid however few messages come, and errors are paid one by one.`;
}
