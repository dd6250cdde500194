/** Each word of the rules with messages that have it; and what a month costs, by how many messages there are. */
import { linePath } from '../../kit/draw/axes.ts';
import { number } from '../../kit/draw/format.ts';
import { apart } from '../../kit/draw/apart.ts';
import { svg } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { part, type Part } from '../../kit/draw/part.ts';
import { plot } from '../../kit/draw/plot.ts';
import { shortened } from '../../kit/draw/text-width.ts';
import { nowOf, type Rule, type RulesOutcome } from './outcome.ts';
import { params, type RulesSettings } from './params.ts';
import { MOST_RULES } from './rules.ts';

const [LINE, ROW] = [18, 64];

/** The words one by one: what each catches and holds back by itself, and a message of each kind. */
export function drawWords({ rules }: RulesOutcome, width: number): Part {
  const rows = rules.map((rule, i) => {
    const lines = linesOf(rule).map(
      (line, j) =>
        svg`<text class="${j === 0 ? 'words' : 'soft words'}" x="${j === 0 ? 0 : 14}" y="${13 + i * ROW + j * LINE}">${shortened(line, width - 14)}</text>`,
    );
    return svg`${lines}`;
  });
  const title = rules.length === 0 ? 'No word, no rule' : 'Word by word, in all messages';
  const note = 'a spam message, then a genuine one; digits masked';
  return panel({ title, note }, part(width, MOST_RULES * ROW, svg`${rows}`));
}

function linesOf({ word, caught, alarms, nearest, spam, genuine }: Rule): readonly string[] {
  if (nearest) {
    return [
      `${word}: not among the 400 words`,
      `Nearest: ${nearest.join(', ')}.`,
      'It catches nothing.',
    ];
  }
  const held = number(1000 * alarms, alarms > 0 && alarms < 0.01 ? 1 : 0);
  return [
    `${word}: ${number(100 * caught)} of 100 spam, ${held} of 1,000 genuine`,
    spam ?? (caught > 0 ? 'None of these may be shown.' : 'No spam message has it.'),
    genuine ??
      (alarms > 0 ? 'None of the genuine ones may be shown.' : 'No genuine message has it.'),
  ];
}

/** Costs of a month against messages a month: what is paid in any case, and what each message adds. */
export function drawVolumes({ volume }: RulesSettings, outcome: RulesOutcome, width: number): Part {
  const { rules, model } = nowOf(outcome);
  const { min, max } = params.volume;
  const lineOf = (fixed: number, total: number) => (messages: number) =>
    fixed + ((total - fixed) * messages) / volume;
  const list = [
    { name: 'rules', look: 'sure-line', of: lineOf(rules.cost.upkeep, rules.cost.total) },
    { name: 'model', look: 'run-line', of: lineOf(model.cost.upkeep, model.cost.total) },
    { name: 'no filter', look: 'hair', of: lineOf(0, outcome.noFilter) },
  ] as const;
  const extent = [1, 100_000] as const;
  const x = { extent: [min, max] as const, isLog: true, label: 'messages a month' };
  const y = {
    extent,
    isLog: true,
    label: 'dollars a month',
    format: (value: number) => number(value),
  };
  const spec = { width, height: 300, x, y, right: 76 };
  const drawn = plot(spec, ({ x: at, y: up, floor }) => {
    const steps = Array.from({ length: 31 }, (_, i) => min * (max / min) ** (i / 30));
    const within = (value: number): number => Math.min(extent[1], Math.max(extent[0], value));
    const lines = list.map(
      ({ look, of }) =>
        svg`<path class="${look}" d="${linePath(
          steps.map((step) => [step, within(of(step))] as const),
          at,
          up,
        )}"/>`,
    );
    const names = list
      .map(({ name, of }) => ({ name, top: up(within(of(max))) - 8, high: 15 }))
      .sort((a, b) => a.top - b.top);
    apart(names, 0, floor);
    const words = names.map(
      ({ name, top }) =>
        svg`<text class="${name === 'model' ? 'run' : 'soft'}" x="${at(max) + 6}" y="${top + 12}">${name}</text>`,
    );
    return svg`<path class="hair" d="M${at(volume)} ${floor}V${up(extent[1])}"/>${lines}${words}`;
  });
  return panel({ title: 'What a month costs', note: 'both scales logarithmic' }, drawn);
}
