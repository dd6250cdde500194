/** Four small charts with the place where the filter works: ROC, precision and recall, cost, calibration. */
import { linePath } from '../../kit/draw/axes.ts';
import { number } from '../../kit/draw/format.ts';
import { svg } from '../../kit/draw/markup.ts';
import type { Part } from '../../kit/draw/part.ts';
import { here, smallChart } from '../../kit/draw/small-chart.ts';
import { signAt } from '../../kit/draw/symbols.ts';
import { costPerThousand, confusionAt, countFrom, curve } from './metrics.ts';
import { prAuc, precisionOf, rocAuc } from './metrics.ts';
import * as outcomes from './outcome.ts';
import type { ImbalanceOutcome } from './outcome.ts';

type Chart = (outcome: ImbalanceOutcome, side: number) => Part;

/** Caught against false alarms, whatever the share of spam. */
const roc: Chart = (outcome, side) => {
  const points = curve(outcome.test).map((point) => [point.alarmRate, point.recall] as const);
  const { alarmRate, recall } = outcomes.operatingPoint(outcome);
  const note = `area ${number(rocAuc(outcome.test), 3)}`;
  return smallChart(
    { title: 'Caught (ROC)', note, x: { label: 'false alarms' }, side },
    (x, y) =>
      svg`<path class="hair" d="M0 ${side}L${side} 0"/><path class="run-line thin" d="${linePath(points, x, y)}"/>${here(x(alarmRate), y(recall))}`,
  );
};

/** Real alarms against caught, at the share of spam in use. */
const precision: Chart = (outcome, side) => {
  const { share } = outcome.use;
  const points = curve(outcome.test)
    .slice(1)
    .map((point) => [point.recall, precisionOf(point, share)] as const);
  const real = outcomes.precisionOf(outcome);
  const { recall } = outcomes.operatingPoint(outcome);
  const note = `area ${number(prAuc(outcome.test, share), 3)}`;
  return smallChart(
    { title: 'Real alarms', note, x: { label: 'spam caught' }, side },
    (x, y) =>
      svg`<path class="run-line thin" d="${linePath(points, x, y)}"/>${typeof real === 'number' && here(x(recall), y(real))}`,
  );
};

/** What mistakes cost at every threshold, with the price of never raising an alarm as a line. */
const cost: Chart = (outcome, side) => {
  const { share, costs } = outcome.use;
  const { filter, never } = outcomes.costsOf(outcome);
  const top = Math.max(1e-9, 2 * never, Math.min(filter * 1.2, 4 * never));
  const at = Math.min(1, Math.max(0.001, outcomes.thresholdOf(outcome)));
  const points = Array.from({ length: 61 }, (_, i) => {
    const threshold = 10 ** (-3 + i / 20);
    const cut = outcomes.scoreOf(threshold);
    const paid = costPerThousand(confusionAt(outcome.test, cut, share), costs);
    return [threshold, paid <= top ? paid : null] as const;
  });
  return smallChart(
    {
      title: 'Cost of 1,000',
      note: `${money(filter)}; never ${money(never)}`,
      x: { extent: [0.001, 1], isLog: true, low: '.001', label: 'threshold' },
      y: { extent: [0, top], high: money(top) },
      side,
    },
    (x, y) =>
      svg`<path class="before-line" d="M0 ${y(never)}H${side}"/><path class="run-line thin" d="${linePath(points, x, y)}"/>${filter <= top && here(x(at), y(filter))}`,
  );
};

/** Bounds of what the filter says, in per cent, for the last chart. */
const BANDS = [0, 0.05, 0.2, 0.4, 0.6, 0.8, 1] as const;

/** What the filter says against what is so, at the share of spam in use; on the line it would be calibrated. */
const calibration: Chart = ({ use: { share }, test }, side) => {
  const points = BANDS.slice(1).flatMap((high, i) => {
    const low = BANDS[i] as number;
    const within = (scores: readonly number[]): number =>
      countFrom(scores, outcomes.scoreOf(low)) - countFrom(scores, outcomes.scoreOf(high));
    const [spam, genuine] = [within(test.spam), within(test.genuine)];
    if (spam + genuine < 5) return [];
    const real = (share * spam) / test.spam.length;
    const all = real + ((1 - share) * genuine) / test.genuine.length;
    return [[(low + high) / 2, real / all] as const];
  });
  return smallChart(
    { title: 'Calibration', note: 'on the line: true', x: { label: 'says spam' }, side },
    (x, y) =>
      svg`<path class="hair" d="M0 ${side}L${side} 0"/><path class="run-line thin" d="${linePath(points, x, y)}"/><path class="run-fill" d="${points.map(([a, b]) => signAt(1, x(a), y(b)))}"/>`,
  );
};

/** The charts in their order. */
export const CHARTS: readonly Chart[] = [roc, precision, cost, calibration];

function money(value: number): string {
  return `$${number(value, value < 10 ? 1 : 0)}`;
}
