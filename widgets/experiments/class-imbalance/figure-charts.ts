/** Four charts with the place where the filter works, each with the question that brings it and what to see in it. */
import { least, pairs, range } from 'd3-array';
import type { AskedChart, Extent, Step } from '#kit/draw';
import { chartSteps, hundredths, keptExtent, number, percent } from '#kit/draw';
import { countFrom, curve, prAuc, recallAt, rocAuc, standingAt, type Standing } from './metrics.ts';
import { ALARM_RATE, costOfSilence, scoreOf, standingOf, thresholdOf } from './outcome.ts';
import type { Behind, ImbalanceOutcome } from './outcome.ts';
import { alarmsReal } from './say.ts';

/** The charts as steps, in the order in which the reader asks. */
export function stepsOf(outcome: ImbalanceOutcome, most: Extent, other: Behind): readonly Step[] {
  const behind = other && { ...other, charts: chartsOf(other.outcome, most) };
  return chartSteps(chartsOf(outcome, most), behind);
}

function chartsOf(outcome: ImbalanceOutcome, most: Extent): readonly AskedChart[] {
  const all = curve(outcome.test, outcome.use);
  const now = standingOf(outcome);
  return [precision(now, all), roc(now, all), calibration(outcome), cost(outcome, most)];
}

/** Real alarms against caught, at the share of spam in use; where there is no alarm there is no place. */
function precision(now: Standing, all: readonly Standing[]): AskedChart {
  const place = ({ recall, precision: real }: Standing) =>
    typeof real === 'number' && ([recall, real] as const);
  const here = place(now);
  const dot = here ? 'The dot is this threshold' : 'There is no dot, for nothing raises an alarm';
  const end = alarmsReal(all.find(({ recall }) => recall === 1)?.precision);
  return {
    name: 'alarms',
    asks: 'What becomes of the alarms if more spam is caught?',
    says: `${dot}; lower thresholds catch more and lie further to the right. Where all of the spam is caught, ${end}.`,
    title: 'Real alarms',
    note: `area ${number(prAuc(all), 3)}`,
    x: { label: 'spam caught' },
    line: all.map(place).filter((one) => one !== false),
    here,
  };
}

/** Caught against false alarms, whatever the share of spam. */
function roc(now: Standing, all: readonly Standing[]): AskedChart {
  const caught = hundredths(recallAt(all, ALARM_RATE));
  return {
    asks: 'Would a remedy in training find more of the spam?',
    says: `A lower threshold moves the dot along the line, to ${caught} of 100 caught at no more than ${percent(ALARM_RATE)} false alarms. A remedy finds more only if it lifts the line itself.`,
    title: 'Caught (ROC)',
    note: `area ${number(rocAuc(all), 3)}`,
    x: { label: 'false alarms' },
    line: all.map(({ alarmRate, recall }) => [alarmRate, recall]),
    against: 'diagonal',
    here: [now.alarmRate, now.recall],
  };
}

/** Bounds of what the filter says, as probabilities. */
const BANDS = [0, 0.05, 0.2, 0.4, 0.6, 0.8, 1];

/** What the filter says against what is so, at the share of spam in use; on the line it would be calibrated. */
function calibration({ use, test }: ImbalanceOutcome): AskedChart {
  const line = pairs(BANDS).flatMap(([low, high]) => {
    const within = (scores: readonly number[]): number =>
      countFrom(scores, scoreOf(low)) - countFrom(scores, scoreOf(high));
    const [spam, genuine] = [within(test.spam), within(test.genuine)];
    const real = (use.share * spam) / test.spam.length;
    const all = real + ((1 - use.share) * genuine) / test.genuine.length;
    return spam + genuine < 5 ? [] : [[(low + high) / 2, real / all] as const];
  });
  const [said, so] = least(line, ([x, y]) => -Math.abs(y - x)) ?? [0, 0];
  const verdict = Math.abs(so - said) < 0.05 ? 'about right' : `too ${so > said ? 'low' : 'high'}`;
  return {
    asks: 'When it says 30 %, is it spam in 30 of 100 cases?',
    says: `On the diagonal it would be, and so at any other number. The mark that is furthest away: of messages said to be spam at about ${percent(said)}, ${percent(so)} are, so the number is ${verdict}.`,
    title: 'Calibration',
    note: 'on the line: true',
    x: { label: 'says spam' },
    line,
    isMarked: true,
    against: 'diagonal',
  };
}

/** The costs that its chart shows, in dollars: the axis that is kept, while they fit. */
export function costExtent(outcome: ImbalanceOutcome, kept?: Extent): Extent {
  const never = costOfSilence(outcome);
  const now = standingOf(outcome).cost;
  const fresh: Extent = [0, Math.max(1e-9, 2 * never, Math.min(now * 1.2, 4 * never))];
  return keptExtent(fresh, fresh, kept);
}

/** What mistakes cost at every threshold, with the price of never raising an alarm as a line. */
function cost(outcome: ImbalanceOutcome, extent: Extent): AskedChart {
  const { cost: now, missed, falseAlarms } = standingOf(outcome);
  const { miss, alarm } = outcome.use.costs;
  const [never, top] = [costOfSilence(outcome), extent[1]];
  const paid = range(61).map((i) => {
    const threshold = 10 ** (-3 + i / 20);
    return [threshold, standingAt(outcome.test, scoreOf(threshold), outcome.use).cost] as const;
  });
  const [at, lowest] = least(paid, ([, price]) => price) ?? [1, never];
  const dear =
    now > lowest ? `this one costs ${number(now / lowest, 1)} times as much` : 'this is it';
  return {
    name: 'cost',
    asks: 'Which threshold costs least?',
    says: `The line is lowest at a threshold of ${percent(at)}; ${dear}. Here 1,000 messages cost ${cents(now)}: ${cents(1000 * missed * miss)} for missed spam, ${cents(1000 * falseAlarms * alarm)} for false alarms. The level line is ${cents(never)}, the price of never raising an alarm.`,
    title: 'Cost of 1,000',
    note: `${money(now)}; never ${money(never)}`,
    x: { extent: [0.001, 1], isLog: true, low: '.001', label: 'threshold' },
    y: { extent, high: money(top) },
    line: paid.map(([x, price]) => [x, price <= top ? price : null]),
    against: never,
    here: now <= top && [Math.min(1, Math.max(0.001, thresholdOf(outcome))), now],
  };
}

function cents(value: number): string {
  return `$${number(value, 2)}`;
}

function money(value: number): string {
  if (value >= 9999.5) return `$${number(value / 1000, 1)}k`;
  return `$${number(value, value < 10 ? 1 : 0)}`;
}
