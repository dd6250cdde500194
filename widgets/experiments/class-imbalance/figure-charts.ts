/** Four charts with the place where the filter works, each with the question that brings it and what to see in it. */
import { least } from 'd3-array';
import type { SeenRun, View } from '#kit/contract';
import type { AskedOf, Mark, Point, Step } from '#kit/draw';
import { askedChart, clamped, dots, hundredths, line, number, percent, rule } from '#kit/draw';
import { prAuc, recallAt, rocAuc, type Standing } from './metrics.ts';
import { ALARM_RATE, calibrationOf, costOfSilence, costsOf, curveOf } from './outcome.ts';
import { standingOf, thresholdOf, type ImbalanceOutcome } from './outcome.ts';
import type { ImbalanceSettings } from './params.ts';
import { alarmsReal } from './say.ts';

type Seen = View<ImbalanceSettings, ImbalanceOutcome>;
type Run = SeenRun<ImbalanceSettings, ImbalanceOutcome>;
type Asked = AskedOf<ImbalanceSettings, ImbalanceOutcome>;

const THIN = 'run-line thin';
/** An axis of shares, in per cent. */
const shares = (label: string) => ({
  ...{ extent: [0, 1] as const, label, ticks: 4, format: hundredths },
});
/** Where both axes have the same share. */
const EVEN = line(
  [0, 1].map((share): Point => [share, share]),
  { look: 'hair', isGround: true },
);

/** The charts as steps, in the order in which the reader asks; `most` is the highest cost on its axis. */
export function stepsOf(run: Run, most: number, view: Seen): readonly Step[] {
  const { outcome } = run;
  const all = curveOf(outcome);
  const asked = [alarms(outcome, all), roc(all), calibration(outcome), cost(outcome, most)];
  return asked.map((one) => askedChart({ ...one, view, run, height: 232 }));
}

/** A curve over all thresholds, with a dot at the one in use. */
const along =
  (place: (standing: Standing) => readonly Point[]) =>
  ({ outcome }: Run): readonly Mark[] => [
    line(curveOf(outcome).flatMap(place), { look: THIN }),
    dots(place(standingOf(outcome)), { r: 4.5 }),
  ];

/** Real alarms against caught, at the share of spam in use; where there is no alarm there is no place. */
function alarms(outcome: ImbalanceOutcome, all: readonly Standing[]): Asked {
  const place = ({ recall, precision: real }: Standing): readonly Point[] =>
    typeof real === 'number' ? [[recall, real]] : [];
  const isHere = place(standingOf(outcome)).length > 0;
  const dot = isHere ? 'The dot is this threshold' : 'There is no dot, for nothing raises an alarm';
  const end = alarmsReal(all.find(({ recall }) => recall === 1)?.precision);
  return {
    name: 'alarms',
    asks: 'What becomes of the alarms if more spam is caught?',
    says: `${dot}; lower thresholds catch more and lie further to the right. Where all of the spam is caught, ${end}.`,
    title: 'Real alarms by spam caught',
    note: `area ${number(prAuc(all), 3)}`,
    x: shares('% of the spam caught'),
    y: shares('% of the alarms real'),
    marks: along(place),
  };
}

/** Caught against false alarms, whatever the share of spam. */
function roc(all: readonly Standing[]): Asked {
  const caught = hundredths(recallAt(all, ALARM_RATE));
  return {
    asks: 'Would a remedy in training find more of the spam?',
    says: `A lower threshold moves the dot along the line, to ${caught} of 100 caught at no more than ${percent(ALARM_RATE)} false alarms. A remedy finds more only if it lifts the line itself.`,
    title: 'Spam caught by false alarms (ROC)',
    note: `area ${number(rocAuc(all), 3)}`,
    x: shares('% of the genuine held back'),
    y: shares('% of the spam caught'),
    marks: (run) => [EVEN, ...along(({ alarmRate, recall }) => [[alarmRate, recall]])(run)],
  };
}

/** What the filter says against what is so; on the diagonal it would be calibrated. */
function calibration(outcome: ImbalanceOutcome): Asked {
  const [said, so] = least(calibrationOf(outcome), ([x, y]) => -Math.abs(y - x)) ?? [0, 0];
  const verdict = Math.abs(so - said) < 0.05 ? 'about right' : `too ${so > said ? 'low' : 'high'}`;
  return {
    asks: 'When it says 30 %, is it spam in 30 of 100 cases?',
    says: `On the diagonal it would be, and so at any other number. The mark that is furthest away: of messages said to be spam at about ${percent(said)}, ${percent(so)} are, so the number is ${verdict}.`,
    title: 'What is spam by what it says',
    x: shares('% spam, it says'),
    y: shares('% that are spam'),
    marks: (run) => {
      const points = calibrationOf(run.outcome);
      return [EVEN, line(points, { look: THIN }), dots(points, { r: 3.6, sign: 1, twice: false })];
    },
  };
}

/** What mistakes cost at every threshold, with the price of never raising an alarm as a line. */
function cost(outcome: ImbalanceOutcome, most: number): Asked {
  const { cost: now, missed, falseAlarms } = standingOf(outcome);
  const { miss, alarm } = outcome.use.costs;
  const never = costOfSilence(outcome);
  const [at, lowest] = least(costsOf(outcome), ([, price]) => price) ?? [1, never];
  const dear =
    now > lowest ? `this one costs ${number(now / lowest, 1)} times as much` : 'this is it';
  return {
    name: 'cost',
    asks: 'Which threshold costs least?',
    says: `The line is lowest at a threshold of ${percent(at)}; ${dear}. Here 1,000 messages cost ${cents(now)}: ${cents(1000 * missed * miss)} for missed spam, ${cents(1000 * falseAlarms * alarm)} for false alarms. The level line is ${cents(never)}, the price of never raising an alarm.`,
    title: 'Cost by the threshold',
    x: { extent: [0.001, 1], isLog: true, label: 'threshold', format: percent },
    y: { extent: [0, most], label: 'dollars for 1,000 messages', ticks: 4 },
    marks: ({ outcome: run }) => {
      const here = [[thresholdOf(run), standingOf(run).cost]] as const;
      const onAxis = ([x, price]: readonly [number, number]): Point => [
        x,
        price <= most ? price : null,
      ];
      return [
        rule({ y: never }, { look: 'before-line', words: 'never an alarm', must: true }),
        line(costsOf(run).map(onAxis), { look: THIN }),
        clamped(dots(here.map(onAxis), { r: 4.5 })),
      ];
    },
  };
}

function cents(value: number): string {
  return `$${number(value, 2)}`;
}
