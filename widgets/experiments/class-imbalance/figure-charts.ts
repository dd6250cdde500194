/** Four charts with the place where the filter works, each with the question that brings it and what to see in it. */
import { least } from 'd3-array';
import type { View } from '#kit/contract';
import { askedChart, clamped, dots, hundredths, line, number, percent } from '#kit/draw';
import { rule, series, type AskedOf, type Mark, type Point } from '#kit/draw';
import { prAuc, recallAt, rocAuc, type Standing } from './metrics.ts';
import { ALARM_RATE, calibrationOf, costOfSilence, costsOf, curveOf } from './outcome.ts';
import { standingOf, thresholdOf, type ImbalanceOutcome } from './outcome.ts';
import type { ImbalanceSettings } from './params.ts';
import { alarmsReal, dollars } from './say.ts';

export type Seen = View<ImbalanceSettings, ImbalanceOutcome>;

const THIN = { look: 'run-line thin' };
/** Where both axes have the same share. */
const EVEN = line(series([0, 1]), { look: 'hair', isGround: true });

/** Two axes of shares, in per cent. */
function shares(across: string, up: string) {
  const axis = { extent: [0, 1] as const, ticks: 4, format: hundredths };
  return { x: { ...axis, label: across }, y: { ...axis, label: up } };
}

/** A curve over all thresholds, with a dot at the one in use. */
function along(outcome: ImbalanceOutcome, place: (standing: Standing) => Point): readonly Mark[] {
  return [line(curveOf(outcome).map(place), THIN), dots([place(standingOf(outcome))], { r: 4.5 })];
}

/** The charts as steps, in the order in which the reader asks. */
export function stepsOf(settings: ImbalanceSettings, outcome: ImbalanceOutcome, view: Seen) {
  const { cost, missed, falseAlarms, precision } = standingOf(outcome);
  const { miss, alarm } = outcome.use.costs;
  const all = curveOf(outcome);
  const dot = precision === null ? 'No alarm, so no dot' : 'The dot is this threshold';
  const end = alarmsReal(all.find(({ recall }) => recall === 1)?.precision ?? null);
  const [said, so] = least(calibrationOf(outcome), ([x, y]) => -Math.abs(y - x)) ?? [0, 0];
  const verdict = Math.abs(so - said) < 0.05 ? 'about right' : `too ${so > said ? 'low' : 'high'}`;
  const never = costOfSilence(outcome);
  const most = 2 * never || 1;
  const upToMost = ([x, y]: readonly [number, number]): Point => [x, y > most ? null : y];
  const [at, lowest] = least(costsOf(outcome), ([, price]) => price) ?? [1, never];
  const dear =
    cost > lowest ? `this one costs ${number(cost / lowest, 1)} times as much` : 'this is it';
  const asked: readonly AskedOf<ImbalanceSettings, ImbalanceOutcome>[] = [
    {
      ...{ name: 'alarms', asks: 'What becomes of the alarms if more spam is caught?' },
      says: `${dot}; lower thresholds catch more and lie further to the right. Where all of the spam is caught, ${end}.`,
      ...{ title: 'Real alarms by spam caught', note: `area ${number(prAuc(all), 3)}` },
      ...shares('% of the spam caught', '% of the alarms real'),
      marks: ({ outcome: one }) => along(one, ({ recall, precision }) => [recall, precision]),
    },
    {
      asks: 'Would a remedy in training find more of the spam?',
      says: `A lower threshold moves the dot along the line, to ${hundredths(recallAt(all, ALARM_RATE))} of 100 caught at no more than ${percent(ALARM_RATE)} false alarms. A remedy finds more only if it lifts the line itself.`,
      ...{ title: 'Spam caught by false alarms (ROC)', note: `area ${number(rocAuc(all), 3)}` },
      ...shares('% of the genuine held back', '% of the spam caught'),
      marks: (one) => [EVEN, ...along(one.outcome, (at) => [at.alarmRate, at.recall])],
    },
    {
      asks: 'When it says 30 %, is it spam in 30 of 100 cases?',
      says: `On the diagonal it would be, and so at any other number. The mark that is furthest away: of messages said to be spam at about ${percent(said)}, ${percent(so)} are, so the number is ${verdict}.`,
      title: 'What is spam by what it says',
      ...shares('% spam, it says', '% that are spam'),
      marks: (one) => {
        const points = calibrationOf(one.outcome);
        return [EVEN, line(points, THIN), dots(points, { r: 3.6, sign: 1, twice: false })];
      },
    },
    {
      ...{ name: 'cost', asks: 'Which threshold costs least?' },
      says: `The line is lowest at a threshold of ${percent(at)}; ${dear}. Here 1,000 messages cost ${dollars(cost)}: ${dollars(1000 * missed * miss)} for missed spam, ${dollars(1000 * falseAlarms * alarm)} for false alarms. The level line is ${dollars(never)}, the price of never raising an alarm.`,
      title: 'Cost by the threshold',
      x: { extent: [0.001, 1], isLog: true, label: 'threshold', format: percent },
      y: { extent: [0, most], label: 'dollars for 1,000 messages', ticks: 4 },
      marks: ({ outcome: one }) => [
        rule({ y: never }, { look: 'before-line', words: 'never an alarm', must: true }),
        line(costsOf(one).map(upToMost), THIN),
        clamped(dots([[thresholdOf(one), standingOf(one).cost]], { r: 4.5 })),
      ],
    },
  ];
  return asked.map((one) => askedChart({ ...one, view, run: { settings, outcome }, height: 232 }));
}
