/** The figure: digits as they arrive, how often right and how sure the model is on the way there, and the alarm on a hundred days. */
import type { View } from '#kit/contract';
import type { Drawing, Mark, Part, PileImage, PileLook } from '#kit/draw';
import { answered, bare, bars, below, beside, chart, dots, drawing, hundredths } from '#kit/draw';
import { labelAt, line, number, panel, pile, rule, svg, waiting, words } from '#kit/draw';
import { SIDE } from '../../shared/digits/eight.ts';
import { BAR, BARS, DAYS, type Rung, type ShiftedOutcome } from './outcome.ts';
import type { ShiftedSettings } from './params.ts';
import { inWords } from './say.ts';

const TILES = { side: SIDE, single: true, crosses: true };
const PILE = {
  wide: { ...TILES, columns: 5, rows: 3, width: 212 },
  narrow: { ...TILES, columns: 7, rows: 1, width: 320 },
} as const;
/** How high a hundred days in one bar stand, and on how many days more the upper row of bars stands. */
const [HIGH, UPPER] = [52, DAYS + (24 / 52) * DAYS];

type Seen = View<ShiftedSettings, ShiftedOutcome>;

/** One complete picture in one layout. */
export function draw(settings: ShiftedSettings, outcome: ShiftedOutcome, view: Seen): Drawing {
  const digits = drawDigits(settings, outcome, PILE[view.layout]);
  const curve = drawCurve(settings, outcome, view);
  const alarm = waiting(drawAlarm(settings, outcome, view));
  const whole =
    view.layout === 'wide'
      ? beside(20, digits, curve, alarm)
      : below(6, digits, beside(14, curve, alarm));
  const label =
    'Digits as they arrive, wrong answers marked; two lines, how often the model is right and how sure it is while the change grows; bars: on how many of a hundred days an alarm rings.';
  const few = bare(imagesOf(outcome), PILE.narrow);
  return drawing(whole, label, { body: few.body, y: 0, width: 320, height: 48 });
}

function imagesOf({ samples }: ShiftedOutcome): PileImage[] {
  return samples.map(({ pixels, label, answer }) => answered(pixels, label, answer ?? label));
}

function drawDigits(settings: ShiftedSettings, outcome: ShiftedOutcome, look: PileLook): Part {
  const title = inWords(settings.shift, settings.amount / 100, true);
  const note = outcome.alarm ? 'under a cross: what it was taken for' : 'the model is learning';
  return panel({ title, note }, pile(imagesOf(outcome), look));
}

/** Accuracy and confidence from no change to the amount that is set, on axes that hold. */
function drawCurve(settings: ShiftedSettings, outcome: ShiftedOutcome, view: Seen): Part {
  const now = outcome.curve.at(-1);
  return chart<ShiftedSettings, ShiftedOutcome>({
    title: 'How often right, how sure',
    note: now
      ? svg`<tspan class="run strong">${hundredths(now.accuracy)} % right</tspan>, ${hundredths(now.confidence)} % sure`
      : '…',
    ...{ view, run: { settings, outcome }, left: 32, top: 6 },
    width: { wide: 246, narrow: 166 },
    height: { wide: 200, narrow: 166 },
    x: { extent: [0, 100], label: 'how far, %', ticks: 2 },
    y: { extent: [0, 100], ticks: 4 },
    marks: ({ outcome: { curve } }) => {
      const right = curve.map(({ amount, accuracy }) => [amount, 100 * accuracy] as const);
      const sure = curve.map(({ amount, confidence }) => [amount, 100 * confidence] as const);
      return [
        line(right, { key: 'right, %' }),
        line(sure, { look: 'sure-line', key: 'sure, %' }),
        dots(sure.slice(-1), { r: 4, look: 'soft' }),
        dots(right.slice(-1), { r: 4 }),
      ];
    },
  });
}

/** Ordinary days over days like these, by the alarm's statistic; the line is where it rings. */
function drawAlarm(
  { watched, rule: by }: ShiftedSettings,
  { alarm }: ShiftedOutcome,
  { layout }: Seen,
): Part {
  const [end, rings] = [BARS * BAR[by], alarm?.rings ?? 0];
  const row = (name: string, rung: Rung | undefined, base: number, look: string): Mark[] => [
    words(
      rung ? `${name}: ${number(rung.rang)}` : name,
      ({ left, y }, text) => [labelAt(text, left, y(base + DAYS) - 7)],
      { say: '' },
    ),
    bars(
      (rung?.bars ?? []).map((days) => base + days),
      { by: BAR[by], base, look },
    ),
  ];
  const limit = [UPPER + DAYS, UPPER, null, DAYS, 0].map((y) => [rings, y] as const);
  return chart({
    title: `Days it rings, of ${number(DAYS)}`,
    ...{ view: { layout }, left: 0, right: 0, top: 20 },
    width: { wide: 182, narrow: 140 },
    height: 2 * HIGH + 84,
    x: {
      extent: [0, end],
      ticks: alarm ? [0, rings, end] : [0, end],
      format: (at) => (at === end ? `${number(end, 1)} +` : number(at, at > 0 ? 2 : 0)),
      label: `${by.toUpperCase()} of the ${watched}`,
    },
    y: { extent: [0, UPPER + DAYS], isHidden: true },
    marks: [
      rule({ y: UPPER }),
      ...row('ordinary days', alarm?.ordinary, UPPER, 'before'),
      ...row('days like these', alarm?.these, 0, 'run-fill'),
      alarm && line(limit, { look: 'sure-line thin' }),
    ],
  });
}
