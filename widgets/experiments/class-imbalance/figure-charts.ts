/** Four small charts with the place where the filter works: ROC, precision and recall, cost, calibration. */
import { pairs, range } from 'd3-array';
import { keptExtent, type Extent } from '../../kit/draw/extent.ts';
import { number } from '../../kit/draw/format.ts';
import type { Part } from '../../kit/draw/part.ts';
import { smallChart, type SmallChart } from '../../kit/draw/small-chart.ts';
import type { GhostRun } from '../../kit/contract/widget.ts';
import { countFrom, prAuc, rocAuc, standingAt, type Standing } from './metrics.ts';
import { costOfSilence, curveOf, scoreOf, standingOf, thresholdOf } from './outcome.ts';
import type { ImbalanceOutcome } from './outcome.ts';

/** A chart of an outcome, of how the filter does now, and of how it would at every other cut. */
type Chart = (
  outcome: ImbalanceOutcome,
  now: Standing,
  all: readonly Standing[],
  most: Extent,
) => SmallChart;

/** Caught against false alarms, whatever the share of spam. */
const roc: Chart = (_, now, all) => ({
  title: 'Caught (ROC)',
  note: `area ${number(rocAuc(all), 3)}`,
  x: { label: 'false alarms' },
  line: all.map(({ alarmRate, recall }) => [alarmRate, recall]),
  against: 'diagonal',
  here: [now.alarmRate, now.recall],
});

/** Real alarms against caught, at the share of spam in use; where there is no alarm there is no place. */
const precision: Chart = (_, now, all) => {
  const place = ({ recall, precision: real }: Standing) =>
    typeof real === 'number' && ([recall, real] as const);
  return {
    title: 'Real alarms',
    note: `area ${number(prAuc(all), 3)}`,
    x: { label: 'spam caught' },
    line: all.map(place).filter((one) => one !== false),
    here: place(now),
  };
};

/** The costs that its chart shows, in dollars: the axis that is kept, while they fit. */
export function costExtent(outcome: ImbalanceOutcome, kept?: Extent): Extent {
  const never = costOfSilence(outcome);
  const now = standingOf(outcome).cost;
  const fresh: Extent = [0, Math.max(1e-9, 2 * never, Math.min(now * 1.2, 4 * never))];
  return keptExtent(fresh, fresh, kept);
}

/** What mistakes cost at every threshold, with the price of never raising an alarm as a line. */
const cost: Chart = (outcome, now, _, [, top]) => {
  const never = costOfSilence(outcome);
  const at = Math.min(1, Math.max(0.001, thresholdOf(outcome)));
  const line = range(61).map((i) => {
    const threshold = 10 ** (-3 + i / 20);
    const paid = standingAt(outcome.test, scoreOf(threshold), outcome.use).cost;
    return [threshold, paid <= top ? paid : null] as const;
  });
  return {
    title: 'Cost of 1,000',
    note: `${money(now.cost)}; never ${money(never)}`,
    x: { extent: [0.001, 1], isLog: true, low: '.001', label: 'threshold' },
    y: { extent: [0, top], high: money(top) },
    line,
    against: never,
    here: now.cost <= top && [at, now.cost],
  };
};

/** Bounds of what the filter says, as probabilities, for the last chart. */
const BANDS = [0, 0.05, 0.2, 0.4, 0.6, 0.8, 1];

/** What the filter says against what is so, at the share of spam in use; on the line it would be calibrated. */
const calibration: Chart = ({ use: { share }, test }) => {
  const line = pairs(BANDS).flatMap(([low, high]) => {
    const within = (scores: readonly number[]): number =>
      countFrom(scores, scoreOf(low)) - countFrom(scores, scoreOf(high));
    const [spam, genuine] = [within(test.spam), within(test.genuine)];
    if (spam + genuine < 5) return [];
    const real = (share * spam) / test.spam.length;
    const all = real + ((1 - share) * genuine) / test.genuine.length;
    return [[(low + high) / 2, real / all] as const];
  });
  const [title, note] = ['Calibration', 'on the line: true'];
  return { title, note, x: { label: 'says spam' }, line, isMarked: true, against: 'diagonal' };
};

function money(value: number): string {
  if (value >= 9999.5) return `$${number(value / 1000, 1)}k`;
  return `$${number(value, value < 10 ? 1 : 0)}`;
}

/** The charts in their order, each so many units wide. */
export function drawCharts(
  outcome: ImbalanceOutcome,
  side: number,
  most: Extent,
  other?: GhostRun<unknown, ImbalanceOutcome>,
): readonly Part[] {
  const charts = chartsOf(outcome, most);
  const behind = other && chartsOf(other.outcome, most);
  return charts.map((chart, i) => {
    const there = behind?.[i];
    return smallChart({ ...chart, behind: there && { ...other, ...there } }, side);
  });
}

function chartsOf(outcome: ImbalanceOutcome, most: Extent): readonly SmallChart[] {
  const [now, all] = [standingOf(outcome), curveOf(outcome)];
  return [roc, precision, cost, calibration].map((chart) => chart(outcome, now, all, most));
}
