/** What a month costs: as two bars, and by how many messages there are. Both wait until the reader asks. */
import type { Part, Step } from '#kit/draw';
import { apart, below, ghost, legend, linePath, number, panel, part, plot, svg } from '#kit/draw';
import type { Behind } from './figure-sides.ts';
import { nowOf, type RulesOutcome } from './outcome.ts';
import { params, type RulesSettings } from './params.ts';
import { dollars, monthOf } from './say.ts';

/** As wide as the page shows a step. */
const WIDE = 240;
const LINE = 18;
const BAR = 12;
/** Parts of a cost, in the order in which they are drawn, each with its colour. */
const COSTS = [
  ['upkeep', 'cat-1', 'upkeep'],
  ['misses', 'cat-2', 'misses'],
  ['alarms', 'cat-3', 'false alarms'],
] as const;

/** Both pictures; `most` is the cost at which a bar is as long as it can be. */
export function stepsOf(
  { volume }: RulesSettings,
  outcome: RulesOutcome,
  most: number,
  other: Behind,
): readonly Step[] {
  return [
    {
      ...asStep(drawBars(outcome, most, other)),
      name: 'bill',
      asks: 'What does a month cost with each of them?',
      label: 'What a month costs with the rules and with the model, as bars.',
      says: monthOf(outcome),
    },
    {
      ...asStep(drawVolumes(volume, outcome)),
      name: 'volumes',
      asks: 'Which is cheapest if fewer messages come, or more?',
      label: 'What a month costs by the number of messages, as three lines.',
      says: cheapest(volume, outcome),
    },
  ];
}

function asStep({ width, height, body }: Part): Pick<Step, 'width' | 'height' | 'body'> {
  return { width, height: Math.ceil(height), body };
}

/** A bar for each side, of the three parts of its cost, with a mark where no filter would lie. */
function drawBars(outcome: RulesOutcome, most: number, other: Behind): Part {
  const { noFilter } = outcome;
  const x = (value: number): number => (WIDE * Math.min(value, most)) / most;
  const bars = (['rules', 'model'] as const).map((side) => {
    const { cost } = nowOf(outcome)[side];
    let from = 0;
    const parts = COSTS.map(([name, look]) => {
      const [left, right] = [x(from), x(from + cost[name])];
      from += cost[name];
      return svg`<path class="${look}" d="M${left} ${LINE}H${right}v${BAR}H${left}Z"/>`;
    });
    const mark = svg`<g class="axis"><path d="M${x(noFilter)} ${LINE - 3}v${BAR + 6}"/></g>`;
    const behind =
      other &&
      ghost(
        other,
        (look) =>
          svg`<path class="${look}-line" d="M${x(nowOf(other.outcome)[side].cost.total)} ${LINE - 3}v${BAR + 6}"/>`,
      );
    const words = svg`<text y="13">${side}: $${dollars(cost.total)}</text>`;
    return part(WIDE, LINE + BAR + 6, svg`${words}${parts}${mark}${behind}`);
  });
  const entries = COSTS.map(([, look, words]) => ({
    words,
    swatch: (left: number, y: number) =>
      svg`<path class="${look}" d="M${left - 5} ${y - 4}h9v9h-9Z"/>`,
  }));
  const mark = {
    words: `no filter: $${dollars(noFilter)}`,
    swatch: (left: number, y: number) => svg`<g class="axis"><path d="M${left} ${y - 6}v12"/></g>`,
  };
  const drawn = below(6, ...bars, legend([...entries, mark], WIDE));
  return panel({ title: 'A month', behind: other }, { ...drawn, width: WIDE });
}

interface Line {
  readonly name: string;
  readonly look: string;
  /** What is paid in any case, and what each message adds: dollars a month. */
  readonly fixed: number;
  readonly each: number;
}

function linesOf(volume: number, outcome: RulesOutcome): readonly Line[] {
  const { rules, model } = nowOf(outcome);
  const line = (name: string, look: string, fixed: number, total: number): Line => {
    return { name, look, fixed, each: (total - fixed) / volume };
  };
  return [
    line('rules', 'sure-line', rules.cost.upkeep, rules.cost.total),
    line('model', 'run-line', model.cost.upkeep, model.cost.total),
    line('no filter', 'hair', 0, outcome.noFilter),
  ];
}

const at = ({ fixed, each }: Line, messages: number): number => fixed + each * messages;

/** Costs of a month against messages a month. */
function drawVolumes(volume: number, outcome: RulesOutcome): Part {
  const { min, max } = params.volume;
  const list = linesOf(volume, outcome);
  const extent = [1, 100_000] as const;
  const within = (value: number): number => Math.min(extent[1], Math.max(extent[0], value));
  const x = { extent: [min, max] as const, isLog: true, label: 'messages a month' };
  const y = {
    extent,
    isLog: true,
    label: 'dollars a month',
    format: (value: number) => number(value),
  };
  const drawn = plot(
    { width: WIDE, height: 210, x, y, right: 58 },
    ({ x: across, y: up, floor }) => {
      const steps = Array.from({ length: 31 }, (_, i) => min * (max / min) ** (i / 30));
      const lines = list.map((one) => {
        const points = steps.map((step) => [step, within(at(one, step))] as const);
        return svg`<path class="${one.look}" d="${linePath(points, across, up)}"/>`;
      });
      const names = list
        .map((one) => ({ name: one.name, top: up(within(at(one, max))) - 8, high: 15 }))
        .sort((a, b) => a.top - b.top);
      apart(names, 0, floor);
      const words = names.map(
        ({ name, top }) =>
          svg`<text class="${name === 'model' ? 'run' : 'soft'}" x="${across(max) + 6}" y="${top + 12}">${name}</text>`,
      );
      return svg`<path class="hair" d="M${across(volume)} ${floor}V${up(extent[1])}"/>${lines}${words}`;
    },
  );
  return panel({ title: 'By the number of messages', note: 'both scales logarithmic' }, drawn);
}

/** What is cheapest at both ends of the axis. */
function cheapest(volume: number, outcome: RulesOutcome): string {
  const [few, many] = [params.volume.min, params.volume.max].map((messages) => {
    const list = linesOf(volume, outcome).toSorted((a, b) => at(a, messages) - at(b, messages));
    return list[0]?.name === 'no filter' ? 'no filter' : `the ${list[0]?.name}`;
  });
  const ends = [params.volume.min, params.volume.max].map((end) => number(end));
  return few === many
    ? `Cheapest at ${ends[0]} messages a month and at ${ends[1]}: ${few}.`
    : `Cheapest at ${ends[0]} messages a month: ${few}; at ${ends[1]}: ${many}. Upkeep is paid however few messages come, and errors are paid one by one.`;
}
